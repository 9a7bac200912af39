package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** Files that say who somebody is are refused; each test is named with its row of INPUTS.md. */
class IdentifyingFilesTest {
    private static final String HEADER = "session_id,patient_id,clinic_id,session_date,technique";

    private final Deliveries deliveries;

    IdentifyingFilesTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org", "+44 7700 900123", "SW1A 1AA"})
    void row47RefusesIdentifiersAsPatientIdAndShowsNone(String value) {
        String refusal = deliveries
                .read(HEADER + "\ns1," + value + ",C1,2024-05-01,dtm\n")
                .refusal();
        assertThat(refusal)
                .startsWith("a.csv has the column 'patient_id', which holds ")
                .doesNotContain(value);
    }

    @Test
    void row47RefusesNhsNumbersAsPatientId() {
        String records = IntStream.range(0, 12)
                .mapToObj(i -> "s" + i + ",943 476 5919,C1,2024-05-01,dtm\n")
                .collect(Collectors.joining());
        assertThat(deliveries.read(HEADER + "\n" + records).refusal())
                .isEqualTo(
                        "a.csv has the column 'patient_id', which holds NHS numbers; remove it where the file is made,"
                                + " or leave it out on purpose (ignore: [patient_id]); as an id use a pseudonym.");
    }

    @Test
    void row47RefusesAMappedColumnThatIsNamedLikeAnIdentifier() {
        assertThat(mapped("nhs_number", "[]")
                        .read("nhs_number,day\nx1,2024-05-01\n")
                        .refusal())
                .contains("the column 'nhs_number', which is named like one of NHS numbers");
    }

    @Test
    void row47LooksIntoColumnsLeftOutByAStarButNotIntoThoseLeftOutByName() {
        String file = "p,day,contact,surname\np1,2024-05-01,jane@example.org,Doe\n";
        assertThat(mapped("p", "['*']").read(file).refusal()).contains("the column 'surname'");
        assertThat(mapped("p", "[surname, '*']").read(file).refusal())
                .contains("the column 'contact', which holds e-mail addresses");
        assertThat(mapped("p", "[surname, contact]").read(file).tally().stored())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ashar, ashar/Ashar2022_outcomes_demographics.csv",
        "cdystonia, cdystonia/cdystonia.csv",
        "nhs-hip, nhs-proms/hip-provider-1819.csv.gz"
    })
    void row47TakesThePublicSets(String name, String file) throws IOException {
        Path data = Path.of("../shared/data", file);
        assumeTrue(Files.exists(data), "the public data lie beside the project");
        Path mappings = Path.of("jobs/mappings");
        Settings settings = SettingsReader.read(
                List.of(Path.of("jobs/outcomes.yaml"), mappings.resolve(name + ".settings.yaml")), Map.of());
        assertThat(deliveries
                        .mappedBy(mappings.resolve(name + ".yaml"), settings)
                        .read(data)
                        .outcome())
                .isInstanceOf(FileOutcome.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void row47TakesTheSampleData(Path sample) {
        Settings settings = SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of());
        assertThat(deliveries.canonicalBy(settings).read(sample).refusalOrEmpty())
                .isEmpty();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private Deliveries mapped(String patient, String ignored) {
        return deliveries.mapped("""
                columns:
                  session_id: {row: true}
                  patient_id: {from: %s}
                  clinic_id: {constant: C1}
                  session_date: {from: day}
                  technique: {constant: dtm}
                ignore: %s
                """.formatted(patient, ignored));
    }
}
