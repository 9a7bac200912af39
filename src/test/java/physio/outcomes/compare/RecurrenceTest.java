package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Rows;

@ExtendWith(SparkTest.class)
class RecurrenceTest {
    private final SparkSession spark;

    RecurrenceTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Both complaints of a patient are at risk, and she is one patient: what few patients tell is hidden by patients. */
    @Test
    void countsComplaintsAndTheirPatients() {
        List<Row> sessions = new ArrayList<>();
        for (long patient = 0; patient < 3; patient++) {
            sessions.add(session(patient, "neck", 0));
            sessions.add(session(patient, "knee", 0));
        }
        // 90 days after its only session an episode closes; one neck comes back 60 days later, and data end after 300.
        sessions.add(session(0, "neck", 150));
        sessions.add(session(9, "back", 300));
        ResultTable curve = Trial.of(List.of())
                .compared(spark.createDataFrame(sessions, SessionSchema.of(List.of("pain_score"))))
                .table("recurrence");
        assertThat(figures(curve, "0")).containsExactly(3.0, 6.0, 1.0);
        assertThat(figures(curve, "1")).containsExactly(3.0, 6.0, 1.0);
        assertThat(figures(curve, "2")).containsExactly(3.0, 5.0, 5 / 6.0);
        assertThat(figures(curve, "6")).containsExactly(3.0, 5.0, 5 / 6.0);
        assertThat(curve.rows().stream().filter(row -> row.key().get(0).equals("a")))
                .allSatisfy(row -> assertThat(row.patients()).isEqualTo(3));
    }

    private static List<Double> figures(ResultTable curve, String month) {
        ResultRow row = Rows.row(curve, "a " + month);
        return List.of(
                Rows.number(curve, row, "n_patients"),
                Rows.number(curve, row, "at_risk"),
                Rows.number(curve, row, "free"));
    }

    private static Row session(long patient, String region, int day) {
        Date date = Date.valueOf(LocalDate.of(2023, 1, 1).plusDays(day));
        return RowFactory.create(
                patient, null, date, "attended", "C1", "a", region, null, null, "40-49", "female", null, 50);
    }
}
