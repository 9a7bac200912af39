package physio.outcomes.report;

import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.spc.Position;

/** The funnel of a measure as observed and, where there is one, adjusted for case mix: clinics are judged by the latter. */
record ClinicFunnels(Measure measure, ClinicFunnel observed, Optional<ClinicFunnel> adjusted) {

    /** Of published figures; none where there is no funnel of what was observed. */
    static Optional<ClinicFunnels> of(MonthlySubject subject, Measure measure) {
        return ClinicFunnel.observed(subject, measure)
                .map(observed -> new ClinicFunnels(measure, observed, ClinicFunnel.adjusted(subject, measure)));
    }

    /** The one to judge by. */
    ClinicFunnel judged() {
        return adjusted.orElse(observed);
    }

    /** Whether a clinic lies further below than chance explains, whomever it treats as far as that is recorded. */
    boolean isLow(String clinic) {
        return isFarBelow(judged(), clinic);
    }

    /** Whether a clinic lies so as observed, but not once it is adjusted for whom it treats. */
    boolean isLowByCaseMix(String clinic) {
        return isFarBelow(observed, clinic) && !isLow(clinic);
    }

    /** Whether a clinic lies so as observed. */
    boolean isLowAsObserved(String clinic) {
        return isFarBelow(observed, clinic);
    }

    private static boolean isFarBelow(ClinicFunnel funnel, String clinic) {
        return funnel.position(clinic).equals(Optional.of(Position.FAR_BELOW));
    }
}
