package physio.outcomes.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.sums.Change;

/**
 * Which changes a table's cells hold, and by what these are kept apart beside clinic, measure and window.
 *
 * @param group clinics, or body regions or practitioners in their place; of these lasting changes alone
 * @param first month
 * @param last month
 * @param periods months, or all of them as one period
 * @param techniques each and all together, or the latter alone
 * @param hidden cells of all techniques of a clinic and month whose changes are left out
 */
record Breakdown(Attribute group, YearMonth first, YearMonth last, Kept periods, Kept techniques, Set<Cell.Key> hidden)
        implements Serializable {
    /** The period of changes outside the months. */
    static final int NONE = -1;

    /** Whether values are kept apart. */
    enum Kept {
        APART,
        TOGETHER
    }

    /** One month by technique. */
    static Breakdown ofTechniques(YearMonth month) {
        return new Breakdown(Attribute.CLINIC, month, month, Kept.APART, Kept.APART, Set.of());
    }

    /** Month by month, all techniques together. */
    static Breakdown ofMonths(YearMonth first, YearMonth last) {
        return new Breakdown(Attribute.CLINIC, first, last, Kept.APART, Kept.TOGETHER, Set.of());
    }

    /** Everything together, clinic by clinic or practitioner by practitioner, of the clinics' months that are not hidden. */
    static Breakdown together(Attribute group, YearMonth first, YearMonth last, Set<Cell.Key> hidden) {
        return new Breakdown(group, first, last, Kept.TOGETHER, Kept.TOGETHER, hidden);
    }

    /**
     * All months together by body region and technique. Of all clinics: without those whose months are hidden, a technique's row would tell what these had
     * of it, by what it lacks beside the month of all clinics.
     */
    static Breakdown ofRegions(YearMonth first, YearMonth last) {
        return new Breakdown(Attribute.BODY_REGION, first, last, Kept.TOGETHER, Kept.APART, Set.of());
    }

    /** Whether changes of a window are held. */
    boolean holds(Change.Window window) {
        return group == Attribute.CLINIC || window == Change.Window.EPISODE;
    }

    /** The number of a day's month, from 0; {@link #NONE} outside. */
    int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int month = 12 * date.getYear() + date.getMonthValue();
        return month >= number(first) && month <= number(last) ? month - number(first) : NONE;
    }

    private static int number(YearMonth month) {
        return 12 * month.getYear() + month.getMonthValue();
    }

    /** The number of a month's period. */
    int period(int month) {
        return periods == Kept.APART ? month : 0;
    }

    /** The name of a period. */
    String label(int period) {
        return periods == Kept.APART ? first.plusMonths(period).toString() : first + ".." + last;
    }
}
