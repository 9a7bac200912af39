package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.JavaProcess;
import physio.outcomes.store.Seen;
import physio.outcomes.store.Strace;
import physio.outcomes.store.SystemCall;
import physio.outcomes.store.Upkeep;

/** Whole runs, from files to reports, that are killed in the midst of their work at the store, and made again. */
@Tag("thorough")
@ExtendWith(SparkTest.class)
class KilledRunIT {
    private static final int KILLS = Integer.getInteger("run.kills", 30);

    private final Place place;
    private final Path log;

    /** Asks for the session of the tests, so that a run that is made again uses it. */
    KilledRunIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.place = Place.in(folder);
        this.log = folder.resolve("calls.txt");
        Strace.assume(folder);
        deliver("2024-05");
        deliver("2024-06");
    }

    private void deliver(String month) {
        String sessions = IntStream.range(0, 20)
                .mapToObj(i ->
                        String.format("%s-%d,P%d,C1,%s-%02d,effleurage,6,%d\n", month, i, i, month, i + 1, 3 + i % 3))
                .collect(Collectors.joining());
        place.deliver(
                month + ".csv",
                "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n" + sessions);
    }

    /** Runs a command in a process of its own, when it is followed. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException {
            JavaProcess.awaitGo();
            Main.main(arguments);
        }
    }

    private List<String> command() {
        return List.of(("run --without-comparison --format html --store " + place.store() + " --reports "
                        + place.reports() + " " + place.inbox())
                .split(" ", -1));
    }

    private JavaProcess started() throws IOException {
        FileUtils.deleteDirectory(place.store().toFile());
        FileUtils.deleteDirectory(place.reports().toFile());
        return JavaProcess.start(Waiting.class, command().toArray(String[]::new))
                .awaitReady();
    }

    @Test
    void aRunThatWasKilledComesToTheSameWhenItIsMadeAgain() throws IOException {
        List<SystemCall> calls = undisturbed();
        Seen after = Seen.of(place.store());
        Map<String, String> results = place.results();
        assertThat(after.deliveries()).hasSize(2);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            SystemCall call = calls.get(i * calls.size() / KILLS);
            killed += isKilledAtTheStore(call) ? 1 : 0;
            assertThat(left()).as(call.line()).isIn(List.of(), after.deliveries());
            Ended again = Ended.of(command().toArray(String[]::new));
            assertThat(again.code()).as(call.line() + again.err()).isZero();
            assertThat(Seen.of(place.store())).as(call.line()).isEqualTo(after);
            assertThat(place.results()).as(call.line()).isEqualTo(results);
            assertThat(new Upkeep(place.store(), Clock.systemUTC(), false, progress -> {})
                            .check()
                            .wrong())
                    .as(call.line())
                    .isEmpty();
        }
        assertThat(killed).isGreaterThan(KILLS / 2);
    }

    /** The calls at the store of a run that ends well: each the first of its name and number, whatever thread makes it. */
    private List<SystemCall> undisturbed() throws IOException {
        try (JavaProcess process = started();
                Strace strace = Strace.of(process.pid(), log).awaitAttached()) {
            JavaProcess.Ended ended = process.go().awaitEnd();
            assertThat(ended.code()).as(String.join("\n", ended.lines())).isZero();
            Set<String> seen = new HashSet<>();
            List<SystemCall> calls = new ArrayList<>();
            for (SystemCall call : strace.calls()) {
                if (seen.add(call.name() + call.number())
                        && call.isAt(place.store())
                        && !call.name().equals("openat")) {
                    calls.add(call);
                }
            }
            return calls;
        }
    }

    private boolean isKilledAtTheStore(SystemCall call) throws IOException {
        try (JavaProcess process = started();
                Strace strace = Strace.killing(process.pid(), log, call).awaitAttached()) {
            JavaProcess.Ended ended = process.go().awaitEnd();
            return ended.code() == 137 && strace.calls().stream().anyMatch(last -> isCut(last, call));
        }
    }

    private boolean isCut(SystemCall last, SystemCall call) {
        return last.name().equals(call.name())
                && last.number() == call.number()
                && last.isAt(place.store())
                && last.line().matches(".*(= [?]|<unfinished ...>)");
    }

    private List<Delivery> left() {
        try {
            return Seen.of(place.store()).deliveries();
        } catch (UserException noStoreYet) {
            return List.of();
        }
    }
}
