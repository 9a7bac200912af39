package physio.outcomes.ingest.simulate;

import java.time.YearMonth;
import physio.outcomes.domain.UserException;

/**
 * What to simulate.
 *
 * @param sessions clean records, attended or not, exactly; the dirty rows come on top (1 to 1,000,000,000)
 * @param seed decides every draw
 * @param firstMonth month in which the clinics open (years 1990 to 2100)
 * @param months length of the period (1 to 240)
 * @param clinics number of clinics, named C01, C02, … (1 to 999)
 */
public record SimulationPlan(long sessions, long seed, YearMonth firstMonth, int months, int clinics) {
    public SimulationPlan {
        require(sessions, 1, 1_000_000_000, "number of sessions");
        require(firstMonth.getYear(), 1990, 2100, "year of the first month");
        require(months, 1, 240, "number of months");
        require(clinics, 1, 999, "number of clinics");
    }

    /** The plan behind the checked-in {@code sample-data}. */
    public static SimulationPlan sample() {
        return of(40_000, 20240630);
    }

    /** As many sessions as asked for, in twelve clinics over the eighteen months from January 2023. */
    public static SimulationPlan of(long sessions, long seed) {
        return new SimulationPlan(sessions, seed, YearMonth.of(2023, 1), 18, 12);
    }

    YearMonth lastMonth() {
        return firstMonth.plusMonths(months - 1L);
    }

    /** First day of the period, as an epoch day. */
    long firstDay() {
        return firstMonth.atDay(1).toEpochDay();
    }

    /** Last day of the period, as an epoch day. */
    long lastDay() {
        return lastMonth().atEndOfMonth().toEpochDay();
    }

    private static void require(long value, long least, long most, String name) {
        if (value < least || value > most) {
            throw UserException.usage("Invalid %s: %s (must be %s to %s).".formatted(name, value, least, most));
        }
    }
}
