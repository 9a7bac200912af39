package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;

/** Two ways to closed episodes and days between sessions: courses walked patient by patient, and tables grouped. */
@ExtendWith(SparkTest.class)
class AdherenceAgreesTest {
    private static final YearMonth JUNE = YearMonth.of(2024, 6);

    private final Sessions sessions;

    AdherenceAgreesTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, Sessions.pain());
    }

    /** Patients of several clinics and regions, with sessions on one day, pauses, and none after June. */
    @BeforeEach
    void treatPatients() {
        Random random = new Random(8);
        for (long patient = 0; patient < 80; patient++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120));
            while (!day.isAfter(JUNE.atEndOfMonth())) {
                sessions.on(day.toString())
                        .patient(patient)
                        .with("clinic_id", "C" + random.nextInt(3))
                        .with("body_region", random.nextInt(4) == 0 ? "hip" : "neck");
                day = day.plusDays(random.nextInt(6) == 0 ? 0 : random.nextInt(40));
            }
        }
    }

    @Test
    void onClosedEpisodes() {
        Dataset<Row> closed = sessions.episodes()
                .where(date_add(col("last_date"), 91).between(JUNE.atDay(1), JUNE.atEndOfMonth()))
                .withColumn("value", Episodes.sessions());
        assertThat(told(sessions.outcomes().month(JUNE, JUNE).closed(), "n_episodes", "sessions"))
                .hasSize(4)
                .isEqualTo(grouped(closed));
    }

    @Test
    void onDaysBetweenSessions() {
        Column others = size(col("days")).minus(1);
        Dataset<Row> intervals = sessions.episodes()
                .withColumn("days", Episodes.days())
                .withColumn(
                        "pair",
                        explode(arrays_zip(
                                slice(col("days"), lit(1), others).as("from"),
                                slice(col("days"), lit(2), others).as("to"))))
                .where(col("pair.to").between(JUNE.atDay(1), JUNE.atEndOfMonth()))
                .withColumn("value", datediff(col("pair.to"), col("pair.from")));
        assertThat(told(sessions.outcomes().month(JUNE, JUNE).intervals(), "n_intervals", "days"))
                .hasSize(4)
                .isEqualTo(grouped(intervals));
    }

    private static List<List<Object>> told(ResultTable table, String n, String of) {
        return table.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of((Object) row.key().get(0)),
                                Stream.of(n, "n_patients", of + "_mean", of + "_median", of + "_q1", of + "_q3")
                                        .map(column -> Rows.number(table, row, column)))
                        .toList())
                .toList();
    }

    private static List<List<Object>> grouped(Dataset<Row> values) {
        return values
                .withColumn("clinic_id", explode(array(lit(Cell.ALL), col("clinic_id"))))
                .groupBy("clinic_id")
                .agg(
                        count(lit(1)).cast("double"),
                        count_distinct(col("patient_key")).cast("double"),
                        avg("value"),
                        percentile(col("value"), lit(0.5)),
                        percentile(col("value"), lit(0.25)),
                        percentile(col("value"), lit(0.75)))
                .orderBy("clinic_id")
                .collectAsList()
                .stream()
                .map(row -> Stream.iterate(0, i -> i + 1)
                        .limit(row.size())
                        .map(row::get)
                        .toList())
                .toList();
    }
}
