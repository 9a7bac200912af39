package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the catalogue and what is nearly; each test is named with its row of INPUTS.md. */
class CatalogueRowsTest {
    private final Deliveries deliveries;

    CatalogueRowsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void row41QuarantinesAnUnknownTechnique() {
        assertThat(reason("dtn")).isEqualTo("1 technique unknown_technique");
        assertThat(reason("dtm+dtn")).isEqualTo("1 technique unknown_technique");
        assertThat(reason("dtm+")).isEqualTo("1 technique unknown_technique");
    }

    @ParameterizedTest
    @CsvSource({"dtn, dtm", "mfr+dtn, dtm", "Deep tisue massage, dtm", "long strokse, sweep", "moonlight, none"})
    void row41AnUnknownTechniqueNamesTheNearestCodeOfTheCatalogue(String text, String nearest) {
        assertThat(OneRecord.with(deliveries, "technique", text).findings())
                .singleElement()
                .extracting(Finding::nearest)
                .isEqualTo(nearest.equals("none") ? null : nearest);
    }

    @Test
    void anUnknownRegionNamesTheNearestToo() {
        assertThat(OneRecord.with(deliveries, "body_region", "nekc").findings())
                .singleElement()
                .extracting(Finding::nearest)
                .isEqualTo("neck");
    }

    @ParameterizedTest
    @CsvSource({
        "dtm,                  dtm",
        "DEEP TISSUE MASSAGE,  dtm",
        "deep,                 dtm",
        "mfr+deep,             dtm+mfr",
        "deep+dtm,             dtm",
        "hand + roller,        sweep"
    })
    void readsATechniqueByCodeLabelOrSynonym(String text, String technique) {
        assertThat(OneRecord.with(deliveries, "technique", text).session().technique())
                .isEqualTo(technique);
    }

    private String reason(String technique) {
        return String.join(
                ", ", OneRecord.with(deliveries, "technique", technique).reasons());
    }
}
