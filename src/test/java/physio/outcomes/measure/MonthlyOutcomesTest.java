package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;

@ExtendWith(SparkTest.class)
class MonthlyOutcomesTest {
    private static final Measure PAIN = Sessions.pain();
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

    private final Sessions sessions;

    MonthlyOutcomesTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, PAIN);
    }

    @Test
    void everyClinicAndTechniqueHasItsMargins() {
        sessions.on("2024-01-01").pain(8, 4);
        sessions.on("2024-01-01").patient(2).pain(6, 5).technique("mfr");
        sessions.on("2024-01-01").patient(3).pain(4, 4).with("clinic_id", "C2");
        assertThat(sessions.outcomes().month(JANUARY, JANUARY).ofMonth())
                .extracting(cell -> cell.key().clinic() + " " + cell.key().technique() + " " + cell.rows())
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

    /** Immediate change in the month of the session, lasting change in that of the episode's last one. */
    @Test
    void changesCountInTheirMonth() {
        sessions.on("2024-01-31").pain(8, 4).on("2024-02-01").pain(6, 5);
        assertThat(sessions.outcomes().month(JANUARY, FEBRUARY).byMonth())
                .filteredOn(cell -> cell.key().clinic().equals("C1"))
                .extracting(cell -> cell.key().period() + " " + cell.key().window() + " "
                        + cell.change().sum())
                .containsExactly("2024-01 session -4", "2024-02 episode -2", "2024-02 session -1");
    }

    @Test
    void aHiddenMonthOfAClinicIsInNoSumOverMonths() {
        sessions.on("2024-01-01").pain(8, 4).on("2024-02-01").patient(2).pain(6, 5);
        sessions.on("2024-01-01").patient(3).pain(8, 7).with("clinic_id", "C2");
        Set<Cell.Key> hidden = Set.of(new Cell.Key("2024-01", "C1", "pain", "session", Cell.ALL));
        assertThat(sessions.outcomes().together(JANUARY, FEBRUARY, hidden).ofClinics())
                .extracting(cell -> cell.key().period() + " " + cell.key().clinic() + " "
                        + cell.change().sum())
                .containsExactly("2024-01..2024-02 C1 -1", "2024-01..2024-02 C2 -1", "2024-01..2024-02 all -2");
    }

    /** All regions together have one patient fewer than their sum, although the clinic is one. */
    @Test
    void aPatientWithTwoComplaintsIsOneOfAllRegions() {
        for (String region : List.of("neck", "shoulder")) {
            sessions.on("2024-01-01").pain(8, 4).with("body_region", region);
            sessions.on("2024-01-08").pain(6, 5).with("body_region", region);
        }
        assertThat(sessions.outcomes().together(JANUARY, FEBRUARY, Set.of()).ofRegions())
                .filteredOn(cell -> cell.key().technique().equals("dtm"))
                .extracting(cell -> cell.key().clinic() + " " + cell.change().rows() + " "
                        + cell.change().clusters())
                .containsExactlyInAnyOrder("neck 1 1", "shoulder 1 1", "all 2 1");
    }

    @Test
    void partitionsAndRowOrderChangeNothing() {
        for (int i = 0; i < 60; i++) {
            sessions.on("2024-01-01").patient(i % 23).pain(i % 11, i * 7 % 11).technique(i % 3 == 0 ? "mfr" : "dtm");
        }
        Dataset<Row> rows = sessions.table();
        List<Cell> inOnePartition = ofMonth(rows.repartition(1));
        assertThat(ofMonth(rows.orderBy(functions.rand(7)).repartition(5))).isEqualTo(inOnePartition);
        assertThat(inOnePartition).hasSize(6);
    }

    private static List<Cell> ofMonth(Dataset<Row> rows) {
        return Sessions.outcomes(rows, List.of(PAIN)).month(JANUARY, JANUARY).ofMonth();
    }
}
