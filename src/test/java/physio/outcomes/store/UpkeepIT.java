package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.UserException;

/** Looking whether a store is whole, going back, and tidying up. */
@ExtendWith(SparkTest.class)
class UpkeepIT {
    private final TestStore store;
    private final Path folder;

    UpkeepIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder.resolve("a folder")).withThreeRuns();
        this.folder = folder;
    }

    private List<String> wrong() {
        return store.upkeep().check().wrong();
    }

    @Test
    void aWholeStoreIsSaidToBeWhole() {
        StoreCheck check = store.upkeep().check();
        assertThat(check.wrong()).isEmpty();
        assertThat(check.deliveries()).isEqualTo(3);
        assertThat(check.files()).isGreaterThan(10);
        assertThat(check.leftovers().files()).isEmpty();
    }

    @Test
    void theStoreGoesBackAndForward() {
        assertThat(store.upkeep().restore(Optional.of(1))).isEqualTo(new StoreRestored(1, 3, List.of()));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
        assertThat(store.state().deliveries()).extracting(Delivery::number).containsExactly(1);
        store.inbox("july.csv", csv("s5 2024-06-20 2")).ingest();
        assertThat(store.state().deliveries()).extracting(Delivery::number).containsExactly(1, 4);
        assertThat(store.state().lastRun()).isEqualTo(4);
        assertThat(wrong()).isEmpty();
        store.upkeep().restore(Optional.of(3));
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
        store.upkeep().restore(Optional.of(4));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6", "2024-06-20 2");
        assertThatThrownBy(() -> store.upkeep().restore(Optional.of(5)))
                .isInstanceOf(UserException.class)
                .hasMessage("The store never was as of delivery 5: its newest delivery was, run by run, 1, 2, 3, 4."
                        + " Name one of them.");
    }

    @Test
    void aCopyOfAStoreIsRefusedSinceItWouldReadTheOther() throws IOException {
        Path copy = folder.resolve("copy");
        FileUtils.copyDirectory(store.folder().toFile(), copy.toFile());
        assertThatThrownBy(() -> Store.forReading(copy))
                .isInstanceOf(UserException.class)
                .hasMessage("The store " + copy + " was made in " + store.folder() + " and works only there, since its"
                        + " tables name their files by full paths: move it back, or take its files into a new store.");
        Files.move(store.folder(), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> Store.forReading(folder.resolve("elsewhere"))).isInstanceOf(UserException.class);
        Files.createSymbolicLink(store.folder(), folder.resolve("elsewhere"));
        assertThat(store.sessions()).hasSize(3);
    }

    @Test
    void smallFilesAreMergedAndEachStateStaysWhatItWas() throws IOException {
        store.split(3);
        List<String> sessions = store.sessions();
        List<Path> before = store.dataFiles("sessions");
        StoreCompacted merged = store.upkeep().compact(Optional.empty());
        assertThat(merged.merged()).isEqualTo(2);
        assertThat(merged.into()).isEqualTo(1);
        assertThat(merged.removed().files()).isEmpty();
        assertThat(store.dataFiles("sessions")).containsAll(before);
        assertThat(wrong()).isEmpty();
        assertThat(store.upkeep().check().leftovers().files()).isNotEmpty();

        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        StoreCompacted tidied = store.upkeep(later).compact(Optional.empty());
        assertThat(tidied.merged()).isZero();
        assertThat(tidied.removed().files()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(store.upkeep().check())
                .isEqualTo(new StoreCheck(3, store.upkeep().check().files(), List.of(), Leftovers.NONE));
        assertThat(store.sessions()).isEqualTo(sessions).hasSize(3);
        assertThat(store.dataFiles("sessions")).hasSize(3);
        store.upkeep().restore(Optional.of(1));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
        store.upkeep().restore(Optional.of(3));
        assertThat(store.sessions()).isEqualTo(sessions);
    }

    @Test
    void whatARunThatDiedLeftIsRemovedAfterADay() {
        Table sessions = new Catalog(store.folder()).table(Tables.SESSIONS);
        sessions.newDelete()
                .deleteFromRowFilter(Expressions.equal("delivery", 3))
                .commit();
        assertThat(wrong()).isEmpty();
        assertThat(store.upkeep().check().leftovers().files()).isNotEmpty();
        assertThat(store.upkeep().compact(Optional.empty()).removed().files()).isEmpty();
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        assertThat(store.upkeep(later).compact(Optional.empty()).removed().files())
                .isNotEmpty();
        assertThat(wrong()).isEmpty();
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
    }

    /** As if the clock had been ten days ahead until now. */
    @Test
    void row62AClockThatWasSetBackChangesNeitherOrderNorWhatCanBeWritten() throws IOException {
        for (String table : Tables.ALL) {
            setAhead(store.newestMetadata(table));
        }
        store.inbox("july.csv", csv("s5 2024-06-20 2")).ingest();
        assertThat(store.state().deliveries()).extracting(Delivery::number).containsExactly(1, 2, 3, 4);
        for (String table : Tables.ALL) {
            setAhead(store.newestMetadata(table));
        }
        store.upkeep().restore(Optional.of(3));
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-01 3", "2024-06-02 4");
        store.upkeep().restore(Optional.of(4));
        assertThat(store.sessions()).hasSize(4);
        assertThat(wrong()).isEmpty();
    }

    private static void setAhead(Path metadata) throws IOException {
        String ahead = Pattern.compile("((?:last-updated|timestamp)-ms\":)(\\d+)")
                .matcher(Files.readString(metadata))
                .replaceAll(time -> time.group(1)
                        + (Long.parseLong(time.group(2)) + Duration.ofDays(10).toMillis()));
        assertThat(ahead).isNotEqualTo(Files.readString(metadata));
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(metadata.toUri());
        try (OutputStream out =
                FileSystem.get(metadata.toUri(), Catalog.CONFIGURATION).create(file, true)) {
            out.write(ahead.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatTheStoreWasIsForgottenUpToWhatAReportShowed() {
        Releases releases = store.openForReading().releases();
        releases.add(
                new Releases.Release(YearMonth.of(2024, 6), 2, PrivacyProfile.INTERNAL, false, Map.of()),
                List.of(),
                releases.memory(PrivacyProfile.INTERNAL));
        assertThatThrownBy(() -> store.upkeep().compact(Optional.of(3)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("What the store was as of delivery 2 is what a report or export showed");
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        store.upkeep(later).compact(Optional.of(2));
        assertThat(store.dataFiles("sessions")).hasSize(2);
        assertThat(wrong()).isEmpty();
        assertThat(store.sessions()).hasSize(3);
        assertThatThrownBy(() -> store.upkeep().restore(Optional.of(1)))
                .hasMessageStartingWith(
                        "The store never was as of delivery 1: its newest delivery was, run by run, 2, 3.");
        store.upkeep().restore(Optional.of(2));
        assertThat(store.sessions()).containsExactly("2024-05-01 8");
        store.inbox("july.csv", csv("s5 2024-06-20 2")).ingest();
        assertThat(store.state().deliveries()).extracting(Delivery::number).containsExactly(1, 2, 4);
    }
}
