package physio.outcomes.compare;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.SessionBlocks.Practitioners;
import physio.outcomes.measure.course.Attribute;

/** Practitioners are compared as clinics are: what holds for clinics of some patients holds for practitioners of the same. */
@ExtendWith(SparkTest.class)
class PractitionersTest {
    private static final YearMonth FIRST = YearMonth.of(2023, 2);
    private static final YearMonth LAST = YearMonth.of(2024, 1);

    /** The keys of clinics A and B in the place of those of practitioners; one is negative, as half of all keys are. */
    private static final String KEYS = "CASE clinic_id WHEN 'A' THEN 4822678189205111L WHEN 'B' THEN -1L END";

    private final SparkSession spark;

    PractitionersTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void areAdjustedAsClinicsAre() {
        Dataset<Row> clinics = sessions();
        Dataset<Row> practitioners =
                clinics.withColumn("practitioner_key", expr(KEYS)).withColumn("clinic_id", lit("X"));
        ResultTable expected = adjusted(clinics, Practitioners.UNTOLD, Attribute.CLINIC);
        ResultTable table = adjusted(practitioners, Practitioners.TOLD, Attribute.PRACTITIONER);
        assertThat(table.name()).isEqualTo("practitioner_adjusted");
        assertThat(table.dimensions()).first().isEqualTo("practitioner");
        assertThat(keys(table)).containsExactly("00112233", "all", "ffffffff");
        assertThat(figures(table, "00112233")).isEqualTo(figures(expected, "A"));
        assertThat(figures(table, "ffffffff")).isEqualTo(figures(expected, "B"));
        assertThat(figures(table, "all")).isEqualTo(figures(expected, "all"));
    }

    @Test
    void areSummedAsClinicsAre() {
        Dataset<Row> clinics = sessions();
        Dataset<Row> practitioners = clinics.withColumn("practitioner_key", expr(KEYS));
        MonthlyOutcomes.Together together =
                with(practitioners, Practitioners.TOLD, outcomes -> outcomes.together(FIRST, LAST, Set.of()));
        assertThat(together.ofPractitioners())
                .extracting(cell -> cell.key().clinic())
                .containsExactly("00112233", "all", "ffffffff");
        assertThat(together.ofPractitioners())
                .zipSatisfy(
                        List.of(
                                together.ofClinics().get(0),
                                together.ofClinics().get(2),
                                together.ofClinics().get(1)),
                        (own, clinic) -> {
                            assertThat(own.patients()).isEqualTo(clinic.patients());
                            assertThat(own.change()).isEqualTo(clinic.change());
                        });
    }

    /** Those of clinic B have no practitioner: not even the figures of all tell of them. */
    @Test
    void episodesWithoutOneAreLeftOut() {
        Dataset<Row> some = sessions().withColumn("practitioner_key", expr("CASE clinic_id WHEN 'A' THEN 1L END"));
        ResultTable table = adjusted(some, Practitioners.TOLD, Attribute.PRACTITIONER);
        assertThat(keys(table)).containsExactly("00000000", "all");
        assertThat(figures(table, "all")).isEqualTo(figures(table, "00000000"));
    }

    @Test
    void areNamedByTheFirstDigitsOfTheirKeys() {
        assertThat(SessionBlocks.practitionerCode(4822678189205111L)).isEqualTo("00112233");
        assertThat(SessionBlocks.practitionerCode(-1)).isEqualTo("ffffffff");
    }

    @Test
    void areUnknownUnlessTheyAreAskedFor() {
        Dataset<Row> sessions = sessions().withColumn("practitioner_key", lit(1L));
        assertThat(adjusted(sessions, Practitioners.UNTOLD, Attribute.PRACTITIONER)
                        .rows())
                .isEmpty();
        assertThat(with(sessions, Practitioners.UNTOLD, outcomes -> outcomes.together(FIRST, LAST, Set.of()))
                        .ofPractitioners())
                .isEmpty();
    }

    private Dataset<Row> sessions() {
        List<ChangeRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(ChangeRow.of(i, "dtm", 50 + i % 4, 40 - 3 * (i % 5))
                    .clinic(i < 7 ? "A" : "B")
                    .sex(i % 3 == 0 ? "male" : "female"));
        }
        return ChangeRow.sessions(spark, rows);
    }

    private static ResultTable adjusted(Dataset<Row> sessions, Practitioners practitioners, Attribute group) {
        return with(
                sessions,
                practitioners,
                outcomes -> ClinicAdjustment.of(
                        outcomes, new ClinicAdjustment.Plan(group, FIRST, LAST, Set.of(), List.of("sex"), 0)));
    }

    private static <T> T with(
            Dataset<Row> sessions, Practitioners practitioners, Function<MonthlyOutcomes, T> figures) {
        var measures = SettingsReader.parse("measures: {pain: {unit: points, timing: visit, mcid: {absolute: 2},"
                        + " range: [0, 100], step: 1, better: lower}}")
                .measures();
        try (SessionBlocks blocks = SessionBlocks.of(sessions, List.copyOf(measures.values()), practitioners)) {
            return figures.apply(MonthlyOutcomes.of(blocks, blocks.measures(), 90, new BigDecimal("0.66")));
        }
    }

    private static List<String> keys(ResultTable table) {
        return table.rows().stream().map(row -> row.key().get(0)).toList();
    }

    private static Object figures(ResultTable table, String unit) {
        return table.rows().stream()
                .filter(row -> row.key().get(0).equals(unit))
                .map(ResultRow::figures)
                .findFirst()
                .orElseThrow();
    }
}
