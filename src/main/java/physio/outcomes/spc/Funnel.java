package physio.outcomes.spc;

import java.util.List;

/** Units against what chance alone would make of the overall figure in units of their size (Spiegelhalter, Statistics in Medicine 2005). */
public sealed interface Funnel permits MeanFunnel, ShareFunnel, PercentFunnel {
    /** Of a normal distribution, 95% lie within. */
    double WARNING = 1.959964;
    /** Of a normal distribution, 99.8% lie within. */
    double ALARM = 3.090232;
    /** Units of fewer patients are not judged. */
    int FEWEST = 30;

    /** Those that are judged, in the order given. */
    List<FunnelUnit> units();

    /** The overall figure. */
    double centre();

    /** The lower limit for units of {@code n} patients, so many standard errors from the centre. */
    double low(long n, double errors);

    /** The upper limit. */
    double high(long n, double errors);

    /** Where a unit lies; one on a limit is within it. */
    default Position position(FunnelUnit unit) {
        if (unit.value() < low(unit.n(), WARNING)) {
            return unit.value() < low(unit.n(), ALARM) ? Position.FAR_BELOW : Position.BELOW;
        }
        if (unit.value() > high(unit.n(), WARNING)) {
            return unit.value() > high(unit.n(), ALARM) ? Position.FAR_ABOVE : Position.ABOVE;
        }
        return Position.WITHIN;
    }

    /** Units of enough patients. */
    static List<FunnelUnit> judged(List<FunnelUnit> units) {
        return units.stream().filter(unit -> unit.n() >= FEWEST).toList();
    }
}
