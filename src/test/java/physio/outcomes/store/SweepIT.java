package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that changes a store is killed before each call by which files change, or the call fails: readers see all of the change or nothing, what was
 * acknowledged is there, and made again it comes to the same. What was tried is in {@code target/sweep.txt}.
 */
@Tag("thorough")
@TestInstance(Lifecycle.PER_CLASS)
class SweepIT {
    /** A process is killed at every call of so many. */
    private static final int STEP = Integer.getInteger("sweep.step", 3);

    private final List<String> table = new ArrayList<>();

    @BeforeAll
    static void skipWhereCallsCannotBeFollowed(@TempDir Path folder) {
        Strace.assume(folder);
    }

    @ParameterizedTest
    @EnumSource
    void aProcessThatIsKilledLeavesAllOfItsChangeOrNothing(StoreChange change, @TempDir Path folder)
            throws IOException {
        try (Sweep sweep = new Sweep(change, folder)) {
            assertThat(sweep.changes()).isEqualTo(change != StoreChange.COMPACTION);
            for (Sweep.Fault fault : Sweep.Fault.values()) {
                sweep(sweep, change, fault);
            }
            assertThat(sweep.violations()).isEmpty();
        }
    }

    private void sweep(Sweep sweep, StoreChange change, Sweep.Fault fault) throws IOException {
        long start = System.nanoTime();
        int violations = sweep.violations().size();
        List<Sweep.Point> points = sweep.points(fault);
        int met = 0;
        for (int i = 0; i < points.size(); i += STEP) {
            if (sweep.isMet(fault, points.get(i))) {
                met++;
            }
        }
        table.add(String.format(
                Locale.ROOT,
                "%-12s %-7s %6d %6d %11d %8.0f",
                change,
                fault,
                points.size(),
                met,
                sweep.violations().size() - violations,
                (System.nanoTime() - start) / 1e9));
        assertThat(met).isGreaterThan(points.size() / (2 * STEP));
    }

    @AfterAll
    void writeTable() throws IOException {
        String header = "change       fault    calls   met  violations  seconds\n";
        Files.writeString(Path.of("target/sweep.txt"), header + String.join("\n", table) + "\n");
    }
}
