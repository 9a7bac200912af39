package physio.outcomes.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Which changes a table's cells hold, and by what these are kept apart beside clinic, measure and window.
 *
 * @param first month
 * @param last month
 * @param periods months, or all of them as one period
 * @param techniques each and all together, or the latter alone
 * @param hidden cells of all techniques of a clinic and month whose changes are left out
 */
record Breakdown(YearMonth first, YearMonth last, Kept periods, Kept techniques, Set<Cell.Key> hidden)
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
        return new Breakdown(month, month, Kept.APART, Kept.APART, Set.of());
    }

    /** Month by month, all techniques together. */
    static Breakdown ofMonths(YearMonth first, YearMonth last) {
        return new Breakdown(first, last, Kept.APART, Kept.TOGETHER, Set.of());
    }

    /** Everything together, of the clinics' months that are not hidden. */
    static Breakdown together(YearMonth first, YearMonth last, Set<Cell.Key> hidden) {
        return new Breakdown(first, last, Kept.TOGETHER, Kept.TOGETHER, hidden);
    }

    /** The number of a day's month, from 0; {@link #NONE} outside. */
    int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int month = months(date.getYear(), date.getMonthValue()) - months(first.getYear(), first.getMonthValue());
        return month >= 0 && month <= first.until(last, ChronoUnit.MONTHS) ? month : NONE;
    }

    private static int months(int year, int month) {
        return 12 * year + month;
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
