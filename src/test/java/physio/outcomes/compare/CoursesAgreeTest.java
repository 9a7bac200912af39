package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.Cells;
import physio.outcomes.measure.Changes;
import physio.outcomes.measure.Episodes;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.Thresholds;
import physio.outcomes.measure.Visits;

/** Two ways to the same figures: courses walked patient by patient, and tables joined and grouped. */
@ExtendWith(SparkTest.class)
class CoursesAgreeTest {
    private static final String MEASURES =
            "measures:\n  pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session,"
                    + " mcid: {bands: [{up_to: 4, value: 1}, {up_to: 10, value: 2}]}}\n"
                    + "  sleep: {unit: points, range: [0, 21], step: 1, better: lower, timing: visit,"
                    + " patient_level: true, mcid: {sd: 0.5}}\n"
                    + "  reach: {unit: cm, range: [0, 1], resolution: 0.1, better: higher, timing: visit,"
                    + " mcid: {percent: 30}}\n";
    private static final List<String> TECHNIQUES = List.of("a", "b", "c", "a+b");
    private static final int GAP = 20;
    private static final BigDecimal SHARE = new BigDecimal("0.66");

    private final SparkSession spark;

    CoursesAgreeTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellTheSameOfEveryTechnique(long seed) {
        Map<String, Measure> measures = SettingsReader.parse(MEASURES).measures();
        List<Measure> list = List.copyOf(measures.values());
        Dataset<Row> sessions = sessions(seed);
        Dataset<Row> changes = changes(sessions, list).withColumn("period", functions.lit("p"));
        ResultTable grouped = TechniqueOutcomes.table("technique_outcomes", Cells.of(changes), measures, "a");
        ComparisonPlan plan = new ComparisonPlan(
                measures,
                Optional.of("a"),
                List.of("sex", "age_band"),
                Cluster.PATIENT,
                0,
                0,
                new ComparisonPlan.Scope("p", new Study.Days(0, 30_000), Optional.empty(), GAP, SHARE));
        try (SessionBlocks blocks = SessionBlocks.of(sessions, list)) {
            ResultTable walked = Comparison.of(blocks, plan).table("technique_outcomes");
            assertThat(walked.rows())
                    .containsExactlyInAnyOrderElementsOf(grouped.rows().stream()
                            .filter(row -> row.key().get(0).equals(Cell.ALL))
                            .toList());
            assertThat(walked.rows()).hasSizeGreaterThan(15);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void tellTheSameOfEveryClinicAndMonth(long seed) {
        Map<String, Measure> measures = SettingsReader.parse(MEASURES).measures();
        Dataset<Row> sessions = sessions(seed);
        Dataset<Row> changes =
                changes(sessions, List.copyOf(measures.values())).withColumn("period", functions.col("month"));
        Dataset<Row> together = changes.withColumn("technique", functions.lit(Cell.ALL));
        List<Cell> byMonth = Cells.of(together);
        YearMonth first = YearMonth.of(2024, 1);
        YearMonth last = YearMonth.of(2024, 6);
        try (SessionBlocks blocks = SessionBlocks.of(sessions, List.copyOf(measures.values()))) {
            MonthlyOutcomes outcomes = MonthlyOutcomes.of(blocks, blocks.measures(), GAP, SHARE);
            YearMonth march = YearMonth.of(2024, 3);
            MonthlyOutcomes.Month month = outcomes.month(first, march);
            assertThat(month.ofMonth())
                    .hasSizeGreaterThan(30)
                    .isEqualTo(Cells.of(changes.where(functions.col("month").equalTo("2024-03"))));
            assertThat(month.byMonth())
                    .hasSizeGreaterThan(30)
                    .isEqualTo(byMonth.stream()
                            .filter(cell -> cell.key().period().compareTo("2024-03") <= 0)
                            .toList());
            Set<Cell.Key> few = byMonth.stream()
                    .filter(cell -> cell.patients() < 3 && !cell.key().clinic().equals(Cell.ALL))
                    .map(Cell::key)
                    .collect(Collectors.toSet());
            Column isFew = functions
                    .concat_ws(
                            "|",
                            Stream.of("month", "clinic_id", "measure", "window")
                                    .map(functions::col)
                                    .toArray(Column[]::new))
                    .isin(few.stream()
                            .map(key -> String.join("|", key.period(), key.clinic(), key.measure(), key.window()))
                            .toArray());
            assertThat(few).isNotEmpty();
            MonthlyOutcomes.Together year = outcomes.together(first.plusMonths(1), last, few);
            Dataset<Row> all = changes.where(functions.col("month").between("2024-02", "2024-06"))
                    .withColumn("period", functions.lit("2024-02..2024-06"));
            Dataset<Row> ofYear = all.where(functions.not(isFew));
            assertThat(year.ofClinics())
                    .hasSizeGreaterThan(10)
                    .isEqualTo(Cells.of(ofYear.withColumn("technique", functions.lit(Cell.ALL))));
            assertThat(year.ofRegions())
                    .hasSizeGreaterThan(30)
                    .isEqualTo(Cells.ofRegions(all.where("window = 'episode'")));
        }
    }

    private static Dataset<Row> changes(Dataset<Row> sessions, List<Measure> measures) {
        Dataset<Row> visits = Visits.of(sessions, GAP);
        Dataset<Row> episodes = Episodes.of(visits, measures);
        Thresholds thresholds = Thresholds.of(episodes, measures);
        // Once: planning it takes longer than all the rest.
        return Changes.ofEpisodes(episodes, measures, thresholds, SHARE)
                .unionByName(Changes.ofSessions(visits, measures, thresholds))
                .localCheckpoint();
    }

    /** Some 60 patients with sessions on the same days, pauses, ids of episodes and none, missing regions and scores. */
    private Dataset<Row> sessions(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (long patient = 0; patient < 60; patient++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(30));
            for (int i = random.nextInt(14); i >= 0; i--) {
                rows.add(session(patient, day, random));
                day = day.plusDays(random.nextInt(5) == 0 ? 0 : random.nextInt(30));
            }
        }
        List<String> scores = List.of("pain_before", "pain_after", "sleep_score", "reach_score");
        return spark.createDataFrame(rows, SessionSchema.of(scores)).repartition(3);
    }

    private static Row session(long patient, LocalDate day, Random random) {
        Long episode = patient % 3 == 0 ? Long.valueOf(random.nextInt(2)) : null;
        return RowFactory.create(
                patient,
                episode,
                Date.valueOf(day),
                random.nextInt(8) == 0 ? "cancelled" : "attended",
                "C" + random.nextInt(3),
                TECHNIQUES.get(random.nextInt(patient % 2 == 0 ? 2 : 4)),
                maybe(List.of("hip", "neck").get(random.nextInt(2)), random),
                null,
                maybe("acute", random),
                maybe("40-49", random),
                patient % 2 == 0 ? "female" : "male",
                null,
                maybe(random.nextInt(11), random),
                maybe(random.nextInt(11), random),
                maybe(random.nextInt(22), random),
                maybe(random.nextInt(11), random));
    }

    private static <T> @Nullable T maybe(T value, Random random) {
        return random.nextInt(6) == 0 ? null : value;
    }
}
