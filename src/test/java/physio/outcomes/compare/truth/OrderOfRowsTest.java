package physio.outcomes.compare.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.ComparisonPlan;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Rows;
import physio.outcomes.measure.SessionBlocks;

/** Tables do not know how rows lay: to the last bit, in parts of any number, in any order. */
@ExtendWith(SparkTest.class)
class OrderOfRowsTest {
    private static final Map<String, Measure> MEASURES =
            SettingsReader.parse("""
                    measures:
                      pain: {unit: points, timing: session, range: [0, 10], step: 1, better: lower, mcid: {absolute: 2}}
                      sleep: {unit: points, timing: visit, patient_level: true, range: [0, 21], step: 1, better: lower, mcid: {sd: 0.5}}
                    """).measures();
    private static final ComparisonPlan PLAN = new ComparisonPlan(
            MEASURES,
            Optional.empty(),
            List.of("age_band", "sex", "body_region", "chronicity"),
            Cluster.PATIENT,
            20,
            5,
            new ComparisonPlan.Scope(
                    "2023..2024", new Study.Days(19_360, 20_100), Optional.empty(), 90, new BigDecimal("0.66")));
    private static final List<Row> SESSIONS = Diaries.sessions(600, 7);

    private final SparkSession spark;

    OrderOfRowsTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @CsvSource({"3, 11", "7, 12", "1, 13"})
    void tablesAreTheSameForAnyOrderAndAnyNumberOfParts(int parts, long order) {
        List<Row> shuffled = new ArrayList<>(SESSIONS);
        Collections.shuffle(shuffled, new Random(order));
        Comparison expected = compared(SESSIONS, 1);
        Comparison found = compared(shuffled, parts);
        assertThat(found.tables()).hasSameSizeAs(expected.tables());
        for (ResultTable table : expected.tables()) {
            assertThat(found.table(table.name()).rows()).as(table.name()).isEqualTo(table.rows());
        }
        assertThat(found).isEqualTo(expected);
    }

    /** Or else nothing would be the same as nothing. */
    @Test
    void noTableIsEmptyAndAllModelsAreFitted() {
        Comparison comparison = compared(SESSIONS, 2);
        assertThat(comparison.tables())
                .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isNotEmpty());
        ResultTable table = comparison.table("technique_comparison");
        for (String window : List.of("pain session", "pain episode", "sleep episode")) {
            for (String model : List.of("crude", "hedges_g", "ancova", "mixed_patient", "mixed_clinic", "overlap")) {
                String key = window + " " + model + " c a";
                assertThat(Rows.number(table, Rows.row(table, key), "estimate"))
                        .as(key)
                        .isFinite();
            }
        }
    }

    /** One step of one score is seen. */
    @Test
    void anotherScoreMakesOtherTables() {
        List<Row> changed = new ArrayList<>(SESSIONS);
        int last = SESSIONS.get(0).length() - 3;
        Object[] values = new Object[SESSIONS.get(0).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SESSIONS.get(0).get(i);
        }
        values[last] = SESSIONS.get(0).getInt(last) == 0 ? 1 : SESSIONS.get(0).getInt(last) - 1;
        changed.set(0, RowFactory.create(values));
        assertThat(compared(changed, 1)).isNotEqualTo(compared(SESSIONS, 1));
    }

    private Comparison compared(List<Row> sessions, int parts) {
        SparkSession own = spark.newSession();
        own.conf().set("spark.sql.shuffle.partitions", parts);
        own.conf().set("spark.sql.adaptive.coalescePartitions.enabled", false);
        try (SessionBlocks blocks =
                SessionBlocks.of(own.createDataFrame(sessions, Diaries.schema()), List.copyOf(MEASURES.values()))) {
            assertThat(blocks.blocks().getNumPartitions()).isEqualTo(parts);
            return Comparison.of(blocks, PLAN);
        }
    }
}
