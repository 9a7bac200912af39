package physio.outcomes.measure;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;

@ExtendWith(SparkTest.class)
class CellsTest {
    private static final Measure PAIN = Sessions.pain();

    private final SparkSession spark;

    CellsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void everyClinicAndTechniqueHasItsMargins() {
        Sessions sessions = Sessions.of(spark, PAIN)
                .on("2024-01-01")
                .pain(8, 4)
                .on("2024-01-01")
                .patient(2)
                .pain(6, 5)
                .technique("mfr")
                .on("2024-01-01")
                .patient(3)
                .pain(4, 4)
                .with("clinic_id", "C2");
        assertThat(Cells.of(changes(sessions)).stream()
                        .map(cell -> cell.key().clinic() + " " + cell.key().technique() + " " + cell.rows()))
                .containsExactly(
                        "C1 all 2",
                        "C1 dtm 1",
                        "C1 mfr 1",
                        "C2 all 1",
                        "C2 dtm 1",
                        "all all 3",
                        "all dtm 2",
                        "all mfr 1");
    }

    @Test
    void partitionsAndRowOrderChangeNothing() {
        Sessions sessions = Sessions.of(spark, PAIN);
        for (int i = 0; i < 60; i++) {
            sessions.on("2024-01-01").patient(i % 23).pain(i % 11, i * 7 % 11).technique(i % 3 == 0 ? "mfr" : "dtm");
        }
        Dataset<Row> changes = changes(sessions);
        List<Cell> inOnePartition = Cells.of(changes.repartition(1));
        assertThat(Cells.of(changes.orderBy(functions.rand(7)).repartition(5))).isEqualTo(inOnePartition);
        assertThat(inOnePartition).hasSize(6);
    }

    private static Dataset<Row> changes(Sessions sessions) {
        Thresholds thresholds = Thresholds.of(sessions.episodes(), List.of(PAIN));
        return Changes.ofSessions(sessions.visits(), List.of(PAIN), thresholds).withColumn("period", lit("all"));
    }
}
