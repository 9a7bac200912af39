package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.UserException;

/** Damaged files of a store: named, never read as something else, and left behind by going back. */
@ExtendWith(SparkTest.class)
class DamagedStoreIT {
    /** After three runs. */
    private static final List<String> WHOLE =
            List.of("Record(2024-05-01, 8)", "Record(2024-06-01, 3)", "Record(2024-06-02, 4)");

    private final TestStore store;

    DamagedStoreIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder).withThreeRuns();
    }

    private List<String> wrong() {
        return store.upkeep().check().wrong();
    }

    /** The newest file below the store whose path from there matches. */
    private Path file(String expression) throws IOException {
        try (Stream<Path> files = Files.walk(store.folder())) {
            return files.filter(
                            file -> store.folder().relativize(file).toString().matches(expression))
                    .max((one, other) -> modified(one).compareTo(modified(other)))
                    .orElseThrow();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcomes/ledger/metadata/v\\d+.metadata.json",
                "outcomes/sessions/metadata/v\\d+.metadata.json",
                "outcomes/quarantine/metadata/v\\d+.metadata.json",
                "outcomes/ledger/metadata/snap-.*avro",
                "outcomes/ledger/metadata/(?!snap).*avro",
                "outcomes/ledger/data/.*parquet",
                "outcomes/sessions/metadata/snap-.*avro",
                "outcomes/sessions/metadata/(?!snap).*avro",
                "outcomes/sessions/data/[^.]*/[^.].*parquet",
                "outcomes/sessions/data/.*/[.].*crc",
                "key",
                "runs/000003.json"
            })
    void whatIsDamagedIsNamedAndNeverAWrongNumber(String expression) throws IOException {
        Path file = file(expression);
        assertThat(read()).isEqualTo(WHOLE);
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 4;
        for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(file, damaged);
            assertNamed(file);
        }
        Files.delete(file);
        assertNamed(file);
        Files.write(file, whole);
        assertThat(wrong()).isEmpty();
    }

    private void assertNamed(Path file) {
        String name = file.getFileName().toString().replaceFirst("^[.](.*)[.]crc$", "$1");
        assertThat(wrong()).as(name).anySatisfy(sentence -> assertThat(sentence).contains(name));
        assertThat(read()).isIn(WHOLE, List.of());
    }

    /** The rows of sessions, or none where reading them fails. */
    private List<String> read() {
        try {
            return store.rows(Tables.SESSIONS, "session_date", "pain_before");
        } catch (RuntimeException named) {
            return List.of();
        }
    }

    @Test
    void aDamagedStoreGoesBackToItsNewestWholeState() throws IOException {
        Path ofJune = store.dataFiles("sessions").stream()
                .filter(path -> path.toString().contains("2024-06"))
                .findFirst()
                .orElseThrow();
        Files.write(ofJune, new byte[] {1, 2, 3});
        assertThat(wrong())
                .singleElement()
                .asString()
                .contains(ofJune.toString(), "is not as long as when it was written");
        assertThat(store.upkeep().restore(Optional.empty())).isEqualTo(new StoreRestored(2, 3, List.of()));
        assertThat(wrong()).isEmpty();
        assertThat(store.sessions()).containsExactly("2024-05-01 8");
        assertThat(store.ingest().deliveries()).extracting(Delivery::number).containsExactly(4);
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
    }

    @Test
    void aStateLeftBehindComesBackOnceItsFileHasBeenPutBack() throws IOException {
        Path ofJune = file("outcomes/sessions/data/.*2024-06/[^.].*parquet");
        byte[] whole = Files.readAllBytes(ofJune);
        Files.write(ofJune, new byte[] {1, 2, 3});
        assertThat(store.upkeep().restore(Optional.empty()).newest()).isEqualTo(2);
        assertThat(catchThrowable(() -> store.upkeep().restore(Optional.of(3))))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "Cannot go back to delivery 3: something of the store as it was then is damaged, or 'compact'"
                                + " has removed it. Put it back from a backup, or take those files in again.");
        assertThat(wrong()).isEmpty();
        Files.write(ofJune, whole);
        assertThat(store.upkeep().restore(Optional.of(3))).isEqualTo(new StoreRestored(3, 3, List.of()));
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
        assertThat(wrong()).isEmpty();
        assertThat(store.inbox("july.csv", csv("s5 2024-06-20 2")).ingest().deliveries())
                .extracting(Delivery::number)
                .containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcomes/ledger/metadata/snap-.*avro",
                "outcomes/ledger/metadata/(?!snap).*avro",
                "outcomes/ledger/data/.*parquet",
                "outcomes/sessions/metadata/snap-.*avro",
                "outcomes/sessions/metadata/(?!snap).*avro"
            })
    void aStoreThatWentBackCanBeTidiedUp(String expression) throws IOException {
        Path damaged = file(expression);
        Files.write(damaged, new byte[0]);
        assertThat(store.upkeep().restore(Optional.empty()).newest()).isEqualTo(2);
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        store.upkeep(later).compact(Optional.empty());
        assertThat(wrong()).isEmpty();
        assertThat(store.sessions()).containsExactly("2024-05-01 8");
        store.upkeep().restore(Optional.of(1));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "sessions", "quarantine"})
    void tornMetadataAreOutOfTheWayAndNumbersAreNotGivenAgain(String table) throws IOException {
        Path torn = store.newestMetadata(table);
        Files.write(torn, new byte[0]);
        Throwable failure = catchThrowable(() -> assertThat(store.sessions()).hasSameSizeAs(store.quarantine()));
        assertThat(
                        failure instanceof UserException
                                ? Optional.ofNullable(failure.getMessage())
                                : Damage.behind(failure))
                .get(STRING)
                .startsWith("The store's file " + torn + " is damaged");
        StoreRestored restored = store.upkeep().restore(Optional.empty());
        assertThat(restored.newest()).isEqualTo(2);
        assertThat(restored.last()).isEqualTo(3);
        assertThat(restored.aside())
                .containsExactly(
                        torn.resolveSibling("damaged-" + torn.getFileName()).toString());
        assertThat(store.sessions()).containsExactly("2024-05-01 8");
        assertThat(wrong()).isEmpty();
        assertThat(store.ingest().deliveries()).extracting(Delivery::number).containsExactly(4);
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
    }
}
