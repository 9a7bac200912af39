package physio.outcomes.compare.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.ComparisonPlan;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.SessionBlocks;

/** What is found of one measure does not hang on which others are compared beside it. */
@ExtendWith(SparkTest.class)
class MeasuresAloneTest {
    private static final String PAIN =
            "pain: {unit: points, timing: session, range: [0, 10], step: 1, better: lower, mcid: {absolute: 2}}";
    private static final String SLEEP =
            "sleep: {unit: points, timing: visit, patient_level: true, range: [0, 21], step: 1,"
                    + " better: lower, mcid: {absolute: 3}}";
    private final SparkSession spark;

    MeasuresAloneTest(SparkSession spark) {
        this.spark = spark;
    }

    /** So few have a score for sleep that each level of case mix is rare among them. */
    @Test
    void aMeasureOfFewPatientsCoarsensNoOther() {
        List<Row> sessions = new ArrayList<>();
        for (Row session : Diaries.sessions(300, 5)) {
            Object[] values = new Object[session.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = session.get(i);
            }
            values[values.length - 1] = session.getLong(0) < 25 ? values[values.length - 1] : null;
            sessions.add(RowFactory.create(values));
        }
        Comparison alone = compared(sessions, "measures: {" + PAIN + "}");
        Comparison both = compared(sessions, "measures: {" + PAIN + ", " + SLEEP + "}");
        assertThat(terms(both, "sleep")).anyMatch(term -> term.endsWith("pooled"));
        assertThat(terms(both, "pain")).anyMatch(term -> term.startsWith("age_band"));
        for (ResultTable table : alone.tables()) {
            assertThat(ofPain(both.table(table.name()))).as(table.name()).isEqualTo(ofPain(table));
        }
    }

    private static List<ResultRow> ofPain(ResultTable table) {
        int place = table.dimensions().indexOf("measure");
        return table.rows().stream()
                .filter(row -> place >= 0 && row.key().get(place).equals("pain"))
                .toList();
    }

    private static List<String> terms(Comparison comparison, String measure) {
        return comparison.table("model_terms").rows().stream()
                .filter(row -> row.key().get(0).equals(measure))
                .map(row -> row.key().get(3))
                .toList();
    }

    private Comparison compared(List<Row> sessions, String yaml) {
        var measures = SettingsReader.parse(yaml).measures();
        try (SessionBlocks blocks =
                SessionBlocks.of(spark.createDataFrame(sessions, Diaries.schema()), List.copyOf(measures.values()))) {
            return Comparison.of(
                    blocks,
                    new ComparisonPlan(
                            measures,
                            Optional.empty(),
                            List.of("age_band", "sex", "body_region", "chronicity"),
                            Cluster.PATIENT,
                            20,
                            5,
                            new ComparisonPlan.Scope(
                                    "2023..2024",
                                    new Study.Days(19_360, 20_100),
                                    Optional.empty(),
                                    90,
                                    new BigDecimal("0.66"))));
        }
    }
}
