package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;
import static physio.outcomes.measure.statistic.ReferenceFiles.reference;

import java.time.YearMonth;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ResultTable;

@ExtendWith(SparkTest.class)
class SafetyTest {
    private static final YearMonth JUNE = YearMonth.of(2024, 6);

    private final Sessions sessions;

    SafetyTest(SparkSession spark) {
        this.sessions = Sessions.of(spark, Sessions.pain());
    }

    /** What happens on a day that was cancelled is no event of treatment. */
    @Test
    void countsEventsOfAttendedSessionsInTheMonthAndTheMonths() {
        event("2024-05-02", "C1", 1, "bruising");
        event("2024-06-03", "C1", 1, "none");
        event("2024-06-04", "C1", 2, "none");
        event("2024-06-05", "C1", 2, "bruising");
        sessions.with("attendance", "cancelled");
        ResultTable table = table();
        assertThat(table.rows().stream().map(row -> String.join(" ", row.key())))
                .containsExactly("C1 2023-07..2024-06", "C1 2024-06", "all 2023-07..2024-06", "all 2024-06");
        assertThat(Rows.of(table).get(0)).startsWith("C1 2023-07..2024-06 3 2 1 0.3333333333333333 ");
        assertThat(Rows.of(table).get(1)).startsWith("C1 2024-06 2 2 0 0.0 0.0 ");
    }

    @Test
    void leavesOutAClinicThatNeverSaysWhetherSomethingHappened() {
        event("2024-06-03", "C1", 1, "none");
        sessions.on("2024-06-03").with("clinic_id", "C2").patient(2);
        assertThat(Rows.of(table()))
                .allMatch(row -> row.contains(" 1 1 0 0.0 "))
                .noneMatch(row -> row.startsWith("C2"))
                .hasSize(4);
    }

    @Test
    void takesNothingWrittenForNoEventWhereAClinicWritesEventsOnly() {
        event("2024-06-03", "C1", 1, "bruising");
        sessions.on("2024-06-03").patient(2);
        assertThat(Rows.of(table())).allMatch(row -> row.contains(" 2 2 1 0.5 "));
    }

    @Test
    void hasNoRowWhereNothingIsRecorded() {
        sessions.on("2024-06-03");
        assertThat(table().rows()).isEmpty();
    }

    @Test
    void aHiddenMonthOfAClinicIsInNoSum() {
        event("2024-05-02", "C1", 1, "bruising");
        event("2024-06-03", "C1", 2, "none");
        event("2024-06-03", "C2", 3, "none");
        Set<Safety.ClinicMonth> hidden =
                Set.of(new Safety.ClinicMonth("C1", "2024-05"), new Safety.ClinicMonth("C2", "2024-06"));
        assertThat(Rows.of(table(hidden)))
                .allMatch(row -> row.contains(" 1 1 0 0.0 "))
                .noneMatch(row -> row.startsWith("C2"))
                .hasSize(4);
    }

    @Test
    void agreesWithR() {
        reference("safety-sessions")
                .forEach(row -> event(
                        "2024-06-03",
                        row.get("clinic"),
                        Long.parseLong(row.get("patient")),
                        row.get("event").equals("1") ? "bruising" : "none"));
        ResultTable table = table();
        assertThat(reference("safety")).hasSize(4).allSatisfy(expected -> assertAgrees(expected, table));
    }

    private static void assertAgrees(CSVRecord expected, ResultTable table) {
        ResultTable.ResultRow row = Rows.row(table, expected.get("clinic_id") + " 2024-06");
        assertThat(table.columns())
                .hasSize(7)
                .allSatisfy(column -> assertThat(Rows.number(table, row, column.name()))
                        .as(column.name())
                        .isCloseTo(number(expected, column.name()), within(1e-9)));
    }

    private void event(String day, String clinic, long patient, String event) {
        sessions.on(day).with("clinic_id", clinic).patient(patient).with("adverse_event", event);
    }

    private ResultTable table() {
        return table(Set.of());
    }

    private ResultTable table(Set<Safety.ClinicMonth> hidden) {
        YearMonth first = JUNE.minusMonths(11);
        MonthlyOutcomes outcomes = sessions.outcomes();
        return outcomes.safety(first, JUNE, outcomes.month(first, JUNE).recording(), hidden);
    }
}
