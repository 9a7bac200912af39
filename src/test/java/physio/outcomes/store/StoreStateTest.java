package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.Tally;
import physio.outcomes.ingest.text.FileLocation;

/** April came in run 1, May in run 2; run 3 brought June and late sessions of April. */
class StoreStateTest {
    private static final StoreState STATE = new StoreState(
            List.of(
                    delivery(1, 1, "2024-04-01", "2024-04-30"),
                    delivery(2, 2, "2024-05-01", "2024-05-31"),
                    delivery(3, 3, "2024-06-01", "2024-06-30"),
                    delivery(4, 3, "2024-04-10", "2024-04-12")),
            Map.of());

    @Test
    void knowsWhatCameForEarlierMonthsSinceAMonthBegan() {
        assertThat(STATE.lateBefore(YearMonth.of(2024, 6))).isEqualTo(Map.of(YearMonth.of(2024, 4), List.of(4)));
        assertThat(STATE.lateBefore(YearMonth.of(2024, 4))).isEmpty();
    }

    /** The report of May, made again, shows April with what came late. */
    @Test
    void tellsLateSessionsToTheReportsOfAllMonthsAfterThem() {
        assertThat(STATE.lateBefore(YearMonth.of(2024, 5))).isEqualTo(Map.of(YearMonth.of(2024, 4), List.of(4)));
        assertThat(STATE.lateDeliveries(YearMonth.of(2024, 4))).containsExactly(4);
    }

    /** Whoever begins with several months at once has corrected none. */
    @Test
    void callsNothingLateThatCameInTheFirstRun() {
        StoreState first = new StoreState(
                List.of(delivery(1, 1, "2024-05-01", "2024-05-31"), delivery(2, 1, "2024-04-01", "2024-04-30")),
                Map.of());
        assertThat(first.lateBefore(YearMonth.of(2024, 5))).isEmpty();
    }

    private static Delivery delivery(int number, int run, String first, String last) {
        return new Delivery(
                number,
                run,
                new DeliveredFile(FileLocation.of(""), "clinics", number + ".csv", "", 1),
                new Tally(1, 1, 0, 0, 0),
                0,
                Optional.empty(),
                Optional.of(LocalDate.parse(first)),
                Optional.of(LocalDate.parse(last)),
                List.of());
    }
}
