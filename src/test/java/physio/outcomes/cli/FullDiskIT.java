package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Seen;
import physio.outcomes.store.Upkeep;

/** A store on a disk that is full sooner or later, or read-only. */
@Tag("thorough")
@ExtendWith(SparkTest.class)
class FullDiskIT {
    private static final int SESSIONS_PER_MEBIBYTE = 1500;

    private final Path folder;

    FullDiskIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
    }

    /** A disk of some size, in memory. */
    private record Disk(Path folder) implements AutoCloseable {

        static Disk of(Path folder, int mebibytes) throws IOException {
            Files.createDirectories(folder);
            assumeTrue(
                    isDone("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()),
                    "this test may not mount a disk here: it takes root");
            return new Disk(folder);
        }

        void grow(int mebibytes) throws IOException {
            mountAgain("size=" + mebibytes + "m");
        }

        void mountAgain(String option) throws IOException {
            assertThat(isDone("mount", "-o", "remount," + option, folder.toString()))
                    .isTrue();
        }

        @Override
        public void close() throws IOException {
            assertThat(isDone("umount", folder.toString())).isTrue();
        }

        private static boolean isDone(String... command) throws IOException {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 16})
    void whatDoesNotFitIsRefusedAndGoesInOnceThereIsRoom(int mebibytes) throws IOException {
        try (Disk disk = Disk.of(folder.resolve("disk"), mebibytes)) {
            Place place = Place.in(folder).withStore(disk.folder().resolve("store"));
            int number = 0;
            Optional<Seen> before;
            Ended ended;
            do {
                before = seen(place);
                number++;
                ended = place.command("ingest", file(place, number, mebibytes).toString());
                assertThat(deliveries(seen(place))).isEqualTo(ended.code() == 0 ? number : number - 1);
            } while (ended.code() == 0);
            assertThat(ended.code()).as(ended.err()).isEqualTo(4);
            assertThat(ended.err()).containsPattern("Error: .*check .*\\.\n");
            assertThat(seen(place)).isEqualTo(before);
            disk.grow(mebibytes + 16);
            Ended again = place.command("ingest", file(place, number, mebibytes).toString());
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(deliveries(seen(place))).isEqualTo(number);
            assertThat(wrong(place)).isEmpty();
        }
    }

    @Test
    void onAReadOnlyDiskAStoreIsReadAndAllElseRefusedPlainly() throws IOException {
        try (Disk disk = Disk.of(folder.resolve("disk"), 16)) {
            Place place = Place.in(folder).withStore(disk.folder().resolve("store"));
            assertThat(place.command("ingest", file(place, 1, 1).toString()).code())
                    .isZero();
            Optional<Seen> before = seen(place);
            disk.mountAgain("ro");
            for (String change : List.of("ingest " + file(place, 2, 1), "compact", "erase --patient P1")) {
                Ended refused = place.command(change.split(" "));
                assertThat(refused.code()).as(refused.err()).isEqualTo(4);
                assertThat(refused.err()).contains("Error: Cannot lock the store ", ": check that it is writable");
            }
            assertThat(place.command("verify").code()).isZero();
            assertThat(place.command("status").code()).isZero();
            assertThat(seen(place)).isEqualTo(before);
            disk.mountAgain("rw");
            assertThat(place.command("ingest", file(place, 2, 1).toString()).code())
                    .isZero();
        }
    }

    private static Path file(Place place, int number, int mebibytes) {
        String sessions = IntStream.range(0, SESSIONS_PER_MEBIBYTE * mebibytes)
                .mapToObj(i -> String.format(
                        "%d-%d,P%d,C1,2024-05-%02d,effleurage,6,%d\n", number, i, i, 1 + i % 28, 3 + i % 3))
                .collect(Collectors.joining());
        return place.deliver(
                number + ".csv",
                "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n" + sessions);
    }

    /** What readers see; nothing where the disk has no room for an empty store. */
    private static Optional<Seen> seen(Place place) {
        try {
            return Optional.of(Seen.of(place.store()));
        } catch (UserException noStoreYet) {
            return Optional.empty();
        }
    }

    private static int deliveries(Optional<Seen> seen) {
        return seen.map(Seen::deliveries).orElse(List.of()).size();
    }

    private static List<String> wrong(Place place) {
        return new Upkeep(place.store(), Clock.systemUTC(), false, progress -> {})
                .check()
                .wrong();
    }
}
