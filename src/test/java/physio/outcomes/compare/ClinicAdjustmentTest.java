package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.has;
import static physio.outcomes.measure.statistic.ReferenceFiles.reference;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.Rows;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;

@ExtendWith(SparkTest.class)
class ClinicAdjustmentTest {
    private static final String PAIN = "range: [0, 100], step: 1, better: lower";
    private static final YearMonth FIRST = YearMonth.of(2023, 2);
    private static final YearMonth LAST = YearMonth.of(2024, 1);
    private static final List<String> FIGURES =
            List.of("n_episodes", "n_patients", "improvement_mean", "expected_mean", "adjusted_mean", "adjusted_sd");

    private final SparkSession spark;

    ClinicAdjustmentTest(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Women improve by 10 on average and men by 20, so that 40/3 are expected of clinic A with its two women and 50/3 of B with its two
     * men: 4⅔ apart as observed, 1⅓ adjusted. The six residuals are −2, 0, 0, 2, −2 and 2, and two means are fitted: SD √(16/4). All
     * baselines are alike, so that their column is dropped.
     */
    @Test
    void takesFromEachClinicWhatItsPatientsLetExpect() {
        ResultTable table = adjusted(two(), PAIN, 0, Set.of(), "sex");
        assertThat(figures(table, "A")).satisfies(near(3, 3, 38 / 3.0, 40 / 3.0, 15 - 2 / 3.0, 2));
        assertThat(figures(table, "B")).satisfies(near(3, 3, 52 / 3.0, 50 / 3.0, 15 + 2 / 3.0, 2));
        assertThat(figures(table, "all")).satisfies(near(6, 6, 15, 15, 15, 2));
    }

    @Test
    void tellsImprovementInUnitsOfTheMeasureWhereHigherIsBetterToo() {
        ResultTable table = adjusted(two(), "range: [0, 10], step: 0.1, better: higher", 0, Set.of(), "sex");
        assertThat(figures(table, "A")).satisfies(near(3, 3, -3.8 / 3, -4 / 3.0, -1.5 + 0.2 / 3, 0.2));
    }

    /** The model knows no clinic, whatever the comparison of techniques has among its case mix. */
    @Test
    void neverAdjustsForTheClinicItself() {
        assertThat(adjusted(two(), PAIN, 0, Set.of(), "clinic", "sex"))
                .isEqualTo(adjusted(two(), PAIN, 0, Set.of(), "sex"));
    }

    /** Patients of several episodes, missing values, and levels of few patients as one: R's {@code lm}. */
    @Test
    void agreesWithR() {
        ResultTable table = adjusted(episodes(), PAIN, 5, Set.of(), "age_band", "sex");
        List<CSVRecord> expected = reference("adjusted");
        assertThat(table.rows()).hasSize(expected.size()).hasSize(8);
        for (CSVRecord row : expected) {
            double[] figures = FIGURES.stream()
                    .map(row::get)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(figures(table, row.get("clinic_id")))
                    .as(row.get("clinic_id"))
                    .satisfies(near(figures));
        }
    }

    @Test
    void isTheSameToTheLastBitHoweverRowsLie() {
        List<ChangeRow> rows = new ArrayList<>(episodes());
        ResultTable expected = adjusted(ChangeRow.sessions(spark, rows).repartition(1));
        Collections.shuffle(rows, new Random(5));
        assertThat(adjusted(ChangeRow.sessions(spark, rows).repartition(7))).isEqualTo(expected);
    }

    /** Nobody else's expectation may tell of the clinic's hidden month either: what is left is as if it had not been. */
    @Test
    void aHiddenMonthOfAClinicIsInNoFigure() {
        List<ChangeRow> others =
                two().stream().filter(row -> row.clinic().equals("B")).toList();
        Cell.Key hidden = new Cell.Key("2024-01", "A", "pain", "episode", Cell.ALL);
        ResultTable table = adjusted(two(), PAIN, 0, Set.of(hidden), "sex");
        assertThat(table).isEqualTo(adjusted(others, PAIN, 0, Set.of(), "sex"));
        assertThat(figures(table, "B")).satisfies(near(3, 3, 52 / 3.0, 52 / 3.0, 52 / 3.0, Math.sqrt(8)));
    }

    @Test
    void aClinicOfFewPatientsHasNoPublishedFigureAndFollowsFromNoOther() {
        List<ChangeRow> rows = new ArrayList<>(episodes());
        rows.removeIf(row -> row.clinic().equals("C7"));
        for (int i = 0; i < 4; i++) {
            rows.add(ChangeRow.of(900 + i, "dtm", 50, 30).clinic("C7"));
        }
        PublishedTable published =
                Protection.of(PrivacyProfile.INTERNAL).publish(adjusted(rows, PAIN, 5, Set.of(), "age_band", "sex"));
        List<PublishedRow> hidden =
                published.rows().stream().filter(PublishedRow::isSuppressed).toList();
        assertThat(hidden).extracting(row -> row.key("clinic_id")).containsExactly("C6", "C7");
        assertThat(hidden)
                .allSatisfy(row -> assertThat(FIGURES)
                        .allSatisfy(column ->
                                assertThat(row.number(column)).as(column).isEmpty()));
    }

    @Test
    void hasNoSpreadWhereNoDegreeOfFreedomIsLeft() {
        ResultTable table = adjusted(two().subList(0, 1), PAIN, 0, Set.of(), "sex");
        assertThat(figures(table, "A")).containsExactly(1.0, 1.0, 8.0, 8.0, 8.0, Double.NaN);
    }

    @Test
    void hasNoRowWithoutAFollowUp() {
        Dataset<Row> first = ChangeRow.sessions(spark, two()).where("session_date = DATE '2024-01-01'");
        assertThat(adjusted(first).rows()).isEmpty();
    }

    /** Improvements of 8, 10 and 20 in clinic A, of 12, 18 and 22 in B. */
    private static List<ChangeRow> two() {
        return List.of(
                ChangeRow.of(1, "dtm", 50, 42).clinic("A"),
                ChangeRow.of(2, "dtm", 50, 40).clinic("A"),
                ChangeRow.of(3, "dtm", 50, 30).clinic("A").sex("male"),
                ChangeRow.of(4, "dtm", 50, 38).clinic("B"),
                ChangeRow.of(5, "dtm", 50, 32).clinic("B").sex("male"),
                ChangeRow.of(6, "dtm", 50, 28).clinic("B").sex("male"));
    }

    private static List<ChangeRow> episodes() {
        return reference("adjusted-episodes").stream()
                .map(row -> new ChangeRow(
                        Long.parseLong(row.get("patient")),
                        row.get("clinic"),
                        "dtm",
                        Integer.parseInt(row.get("baseline")),
                        Integer.parseInt(row.get("follow_up")),
                        has(row, "sex") ? row.get("sex") : null,
                        row.get("age_band")))
                .toList();
    }

    private ResultTable adjusted(
            List<ChangeRow> rows, String scale, int rareBelow, Set<Cell.Key> hidden, String... caseMix) {
        return adjusted(ChangeRow.sessions(spark, rows), scale, rareBelow, hidden, caseMix);
    }

    private static ResultTable adjusted(Dataset<Row> sessions) {
        return adjusted(sessions, PAIN, 5, Set.of(), "age_band", "sex");
    }

    private static ResultTable adjusted(
            Dataset<Row> sessions, String scale, int rareBelow, Set<Cell.Key> hidden, String... caseMix) {
        var measures = SettingsReader.parse(
                        "measures: {pain: {unit: points, timing: visit, mcid: {absolute: 2}, " + scale + "}}")
                .measures();
        try (SessionBlocks blocks = SessionBlocks.of(sessions, List.copyOf(measures.values()))) {
            return ClinicAdjustment.of(
                    MonthlyOutcomes.of(blocks, blocks.measures(), 90, new BigDecimal("0.66")),
                    new ClinicAdjustment.Plan(Attribute.CLINIC, FIRST, LAST, hidden, List.of(caseMix), rareBelow));
        }
    }

    private static List<Double> figures(ResultTable table, String clinic) {
        ResultRow row = Rows.row(table, clinic + " 2023-02..2024-01 pain episode");
        return FIGURES.stream().map(column -> Rows.number(table, row, column)).toList();
    }

    private static ThrowingConsumer<List<? extends Double>> near(double... expected) {
        return figures -> {
            for (int i = 0; i < expected.length; i++) {
                assertThat(figures.get(i)).as(FIGURES.get(i)).isCloseTo(expected[i], within(1e-9));
            }
        };
    }
}
