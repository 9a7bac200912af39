package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** The mappings that show how it is done, each with a small export of its kind, read by the catalogue as it comes. */
class ExampleMappingsTest {
    private static final Path JOBS = Path.of("jobs");

    private final Settings settings = SettingsReader.read(List.of(JOBS.resolve("outcomes.yaml")), Map.of());
    private final Path folder;

    ExampleMappingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAGermanExport() throws IOException {
        Reading reading = read("german-semicolon");
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.tally()).isEqualTo(new Tally(10, 10, 0, 0, 0));
        assertThat(reading.warnings()).isEmpty();
        assertThat(techniques(reading))
                .containsExactlyElementsOf(new TreeSet<>(List.of(
                        "deep_tissue",
                        "effleurage",
                        "friction",
                        "myofascial_release",
                        "petrissage",
                        "petrissage+stretching",
                        "pnf",
                        "stretching",
                        "trigger_point")));
        Session first = reading.sessions().get(0);
        assertThat(first.bodyRegion()).isEqualTo("neck");
        assertThat(first.ageBand()).isEqualTo("40-49");
        assertThat(first.scores().subList(0, 2)).containsExactly(7, 4);
        assertThat(first.scores().get(8)).as("48,5 degrees in tenths").isEqualTo(485);
        assertThat(reading.sessions().get(7).scores().get(8)).as("999").isNull();
        assertThat(reading.sessions().get(7).bodyRegion()).isEqualTo("foot_ankle");
    }

    @Test
    void readsAnExportWithAColumnForEachTechnique() throws IOException {
        Reading reading = read("wide-yes-no");
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.tally()).isEqualTo(new Tally(6, 6, 0, 0, 0));
        assertThat(reading.sessions().stream().map(Session::technique))
                .containsExactly(
                        "effleurage",
                        "petrissage+stretching",
                        "deep_tissue",
                        "trigger_point",
                        "effleurage",
                        "stretching");
        assertThat(reading.sessions().get(1).scores().get(4)).as("sleep").isEqualTo(11);
    }

    private static Set<String> techniques(Reading reading) {
        return new TreeSet<>(reading.sessions().stream().map(Session::technique).toList());
    }

    private Reading read(String name) throws IOException {
        return Deliveries.in(folder)
                .mappedBy(mapping(name), settings)
                .read(Path.of("src/test/resources/exports", name + ".csv"));
    }

    private static Path mapping(String name) {
        return JOBS.resolve("mappings").resolve(name + ".yaml");
    }
}
