package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.iceberg.Table;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Tally;

/** A patient who was erased is in nothing that the store holds or ever held, and stays out of it. */
@ExtendWith(SparkTest.class)
class ErasureIT {
    private static final String MAY = csv("s1 2024-05-01 7", "s2 2024-05-08 6 p2", "s3 2024-05-20 4");
    private static final String MAY_CORRECTED = csv("s1 2024-05-01 8", "s2 2024-05-08 5 p2");
    private static final String JUNE =
            csv("s4 2024-06-02 5 p2", "s2 2024-05-08 4 p2", "s5 2024-06-03 2", "s6 2024-06-04 x p2");

    private final TestStore store;

    ErasureIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
        store.inbox("may.csv", MAY).ingest();
        store.inbox("may.csv", MAY_CORRECTED).ingest();
        store.inbox("june.csv", JUNE).ingest();
    }

    private StoreErased erase(String patient) {
        return store.upkeep().erase("clinics", patient, false);
    }

    @Test
    void eachStateBecomesWhatItWouldHaveBeenWithoutThePatient() {
        assertThat(erase("p2")).isEqualTo(new StoreErased(4, 1, List.of(1, 2, 3), 4, 0, 3));
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-03 2");
        assertThat(store.quarantine()).isEmpty();
        assertThat(store.state().deliveries())
                .extracting(Delivery::tally)
                .containsExactly(new Tally(3, 2, 0, 0, 0, 1), new Tally(2, 1, 0, 0, 0, 1), new Tally(4, 1, 0, 0, 0, 3));
        assertThat(store.state().deliveries()).extracting(Delivery::overlapping).containsExactly(0L, 0L, 0L);
        assertThat(store.state().deliveries())
                .extracting(delivery -> delivery.firstDate().orElseThrow().toString())
                .containsExactly("2024-05-01", "2024-05-01", "2024-06-03");
        assertThat(store.upkeep().check().wrong()).isEmpty();
        assertThat(store.upkeep().check().leftovers().files()).isEmpty();
        store.upkeep().restore(Optional.of(1));
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-20 4");
        store.upkeep().restore(Optional.of(3));
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-03 2");
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }

    @Test
    void noFileHoldsThePatientsKeyButTheListOfTheErased() throws IOException {
        long key = StoreKey.read(store.folder(), false).patient("clinics", "p2");
        assertThat(holding(key)).isNotEmpty();
        erase("p2");
        assertThat(holding(key)).isEmpty();
        assertThat(Files.readString(store.folder().resolve("erased.json"))).contains(String.format("%016x", key));
    }

    /** Files of the store with a key among their values, or among the bounds of a list's. */
    private Set<Path> holding(long key) throws IOException {
        Map<Path, Boolean> holds = new TreeMap<>();
        for (String name : Tables.NAMED) {
            Table table = new Catalog(store.folder()).table(name);
            List<String> files =
                    store.dataFiles(name).stream().map(Path::toString).toList();
            new PatientRows(table, Set.of(key)).holding(files).forEach(file -> holds.put(Path.of(file), true));
        }
        String bytes = new String(
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(key)
                        .array(),
                StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(store.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes)) {
                    holds.put(file, true);
                }
            }
        }
        return holds.keySet().stream().collect(Collectors.toSet());
    }

    @Test
    void noLaterDeliveryBringsThePatientBack() {
        erase("p2");
        store.inbox("july.csv", csv("s7 2024-06-20 3 p2", "s8 2024-06-21 x p2", "s9 2024-06-22 1 p3"))
                .ingest();
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-03 2", "2024-06-22 1");
        assertThat(store.quarantine()).isEmpty();
        assertThat(store.state().deliveries().get(3).tally()).isEqualTo(new Tally(3, 1, 0, 0, 0, 2));
        store.inbox("june.csv", JUNE).ingestForced();
        assertThat(store.sessions()).containsExactly("2024-05-01 8", "2024-06-03 2", "2024-06-22 1");
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }

    @Test
    void erasedOnceMoreAfterGoingBackThePatientLeavesAllStatesReachable() {
        erase("p2");
        store.upkeep().restore(Optional.of(1));
        store.inbox("july.csv", csv("s9 2024-07-01 2")).ingest();
        store.upkeep().restore(Optional.of(4));
        assertThat(erase("p2").deliveries()).isEmpty();
        for (int newest : List.of(2, 1, 3, 4)) {
            store.upkeep().restore(Optional.of(newest));
            assertThat(store.state().lastDelivery()).isEqualTo(newest);
        }
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }

    @Test
    void aTrialChangesNothingAndAStrangerIsNamed() {
        assertThat(store.upkeep().erase("clinics", "p2", true))
                .isEqualTo(new StoreErased(4, 1, List.of(1, 2, 3), 4, 0, 0));
        assertThat(store.sessions()).hasSize(4);
        assertThatThrownBy(() -> erase("p4"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("holds nothing of such a patient")
                .hasMessageNotContaining("p4");
        assertThat(store.folder().resolve("erased.json")).doesNotExist();
        erase("p2");
        assertThat(erase("p2")).isEqualTo(new StoreErased(0, 0, List.of(), 4, 0, 3));
    }

    @Test
    void whatABackupBringsBackIsNamedAndErasedAgain() throws IOException {
        Path tables = store.folder().resolve("outcomes");
        Path backup = store.folder().resolveSibling("backup");
        FileUtils.copyDirectory(tables.toFile(), backup.toFile());
        erase("p2");
        FileUtils.deleteDirectory(tables.toFile());
        FileUtils.copyDirectory(backup.toFile(), tables.toFile());
        assertThat(store.sessions()).hasSize(4);
        assertThat(store.upkeep().check().wrong())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence)
                        .matches(
                                ".*holds records of an erased patient.*|The record of run .* is missing or damaged.*"));
        erase("p2");
        assertThat(store.sessions()).hasSize(2);
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }

    @Test
    void aLostOrDamagedListOfTheErasedLetsNobodyWrite() throws IOException {
        erase("p2");
        Path list = store.folder().resolve("erased.json");
        String whole = Files.readString(list);
        for (String damaged : List.of("", whole.replace("false", "true"), whole.substring(0, whole.length() / 2))) {
            Files.writeString(list, damaged);
            assertNamed(list);
        }
        Files.delete(list);
        assertNamed(list);
        Files.writeString(list, whole);
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }

    private void assertNamed(Path list) {
        String sentence = "The list of erased patients " + list + " is missing or damaged: put it back from a backup;"
                + " without it, deliveries could bring them back.";
        assertThat(store.upkeep().check().wrong()).containsExactly(sentence);
        assertThatThrownBy(store::ingest).isInstanceOf(UserException.class).hasMessage(sentence);
    }

    @Test
    void anOlderStoreIsReadAndWrittenAfterAnUpgradeThatCanBeUndone() {
        store.upkeep().upgrade(true);
        assertThat(store.sessions()).hasSize(4);
        assertThat(store.upkeep().check().wrong()).isEmpty();
        store.inbox("july.csv", csv("s9 2024-06-22 1 p3"));
        assertThatThrownBy(store::ingest)
                .isInstanceOf(UserException.class)
                .hasMessage("The store has the older format 1: this program reads it, and writes to it after 'upgrade',"
                        + " which can be undone.");
        assertThatThrownBy(() -> erase("p2")).isInstanceOf(UserException.class).hasMessageContaining("older format");
        store.upkeep().upgrade(false);
        assertThatThrownBy(() -> store.upkeep().upgrade(false)).hasMessage("The store has format 2 already.");
        store.ingest();
        assertThat(store.sessions()).hasSize(5);
        store.upkeep().upgrade(true);
        store.upkeep().upgrade(false);
        erase("p2");
        assertThatThrownBy(() -> store.upkeep().upgrade(true))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("There is no way back to format 1: patients were erased");
        assertThat(store.upkeep().check().wrong()).isEmpty();
    }
}
