package physio.outcomes.compare;

import java.util.List;
import java.util.Map;
import physio.outcomes.compare.model.Contrast;

/** A fitted model as tables tell of it, whatever it was fitted by. */
interface Fit {
    /** Its name in tables. */
    String model();

    Arms arms();

    /** N. */
    long rows();

    /** The terms that have a coefficient. */
    List<String> columns();

    /** The terms that say what earlier ones say. */
    List<String> aliased();

    /** A coefficient in steps of the model's own response. */
    Contrast contrast(String term);

    /** What turns its response into improvement: 1, or −1. */
    int sign();

    /** What a reader must know of all its estimates. */
    List<String> notes();

    /** Variances in squared steps, by name. */
    Map<String, Double> variances();

    /** The term of a technique's contrast with the reference, as R names it. */
    static String term(String technique) {
        return "technique" + technique;
    }
}
