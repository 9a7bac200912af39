package physio.outcomes.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.ComparisonPlan;
import physio.outcomes.compare.MixedPatientAlone;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.job.SparkEngine;
import physio.outcomes.measure.Rows;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.Visits;
import physio.outcomes.store.Store;

/** The mixed model of pain in the session window beside {@code lme4::lmer} on the same rows. */
final class MixedCase {
    /** Relative to a point of pain: what two optimisers may differ by. */
    private static final double TOLERANCE = 1e-4;

    private static final int LAST_VISIT = 12;

    private final Path home;
    private final Path store;
    private final Settings settings;

    MixedCase(Path home, Path store) {
        this.home = home;
        this.store = store;
        this.settings = SettingsReader.read(List.of(home.resolve("jobs/outcomes.yaml")), Map.of());
    }

    /**
     * What both needed, as Markdown.
     *
     * @throws IllegalStateException when the estimates differ
     */
    List<String> lines(int runs) throws IOException {
        if (!LmerPeer.isInstalled()) {
            return List.of("No peer of the mixed model: Rscript with lme4 is not installed.");
        }
        try (SparkEngine spark = new SparkEngine(stage -> {});
                Store read = Store.forReading(store)) {
            Dataset<Row> sessions = read.sessions(spark.session(), read.state()).sessions();
            Path rows = store.resolveSibling("mixed-rows");
            rows(sessions)
                    .coalesce(1)
                    .write()
                    .mode("overwrite")
                    .option("header", true)
                    .csv(rows.toString());
            Timed whole = new Timed();
            Timed alone = new Timed();
            ComparisonPlan plan = plan();
            for (int i = 0; i < runs; i++) {
                try (SessionBlocks blocks =
                        SessionBlocks.of(sessions, List.copyOf(plan.measures().values()))) {
                    alone.add(() -> MixedPatientAlone.estimates(blocks, plan));
                }
                whole.add(() -> compared(sessions, plan));
            }
            return lines(alone, whole, LmerPeer.of(home, rows, reference(), runs));
        }
    }

    private static List<String> lines(Timed alone, Timed whole, LmerPeer peer) {
        double furthest = Math.max(furthest(alone.estimates, peer), furthest(whole.estimates, peer));
        if (!(furthest <= TOLERANCE)) {
            throw new IllegalStateException(
                    "The estimates differ: " + alone.estimates + ", " + whole.estimates + " and " + peer.estimates());
        }
        double lmer = median(peer.seconds());
        return List.of(
                peer.rows() + " rows; the largest difference between estimates of "
                        + peer.estimates().size() + " techniques is " + String.format(Locale.ROOT, "%.1e", furthest),
                "",
                "| | timed | seconds, median (range) | times lmer |",
                "|---|---|---|---|",
                row("this model alone", "sessions packed in memory: two passes and the fit", alone.seconds, lmer),
                row(
                        "all of the comparison",
                        "reading the store, packing, three passes, every model and table of pain in both windows",
                        whole.seconds,
                        lmer),
                row("lme4::lmer", "rows in memory: the one call", peer.seconds(), lmer));
    }

    private static double furthest(Map<String, Double> estimates, LmerPeer peer) {
        if (!estimates.keySet().equals(peer.estimates().keySet())) {
            throw new IllegalStateException("The techniques differ: " + estimates.keySet() + " and "
                    + peer.estimates().keySet());
        }
        return estimates.entrySet().stream()
                .mapToDouble(own -> Math.abs(
                        own.getValue() - Objects.requireNonNull(peer.estimates().get(own.getKey()))))
                .reduce(0, Math::max);
    }

    /** Runs of one piece of work in this process, the first one included, and what it came to last. */
    private static final class Timed {
        private final List<Double> seconds = new ArrayList<>();
        private Map<String, Double> estimates = Map.of();

        void add(Supplier<Map<String, Double>> work) {
            long start = System.nanoTime();
            estimates = work.get();
            seconds.add((System.nanoTime() - start) / 1e9);
        }
    }

    private static String row(String name, String timed, List<Double> seconds, double lmer) {
        return String.format(
                Locale.ROOT, "| %s | %s | %s | %.2f |", name, timed, spread(seconds), median(seconds) / lmer);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static String spread(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", median(seconds), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private String reference() {
        return settings.compare().reference().orElseThrow();
    }

    /** The rows of the model; visits, and what makes a row its visit's, as METHODS 3.3 has them. */
    private Dataset<Row> rows(Dataset<Row> sessions) {
        List<Column> order = new ArrayList<>(List.of(col("pain_before"), col("pain_after"), col("technique")));
        List<Column> columns = new ArrayList<>(List.of(
                col("patient_key").as("patient"),
                col("technique"),
                when(col(Visits.VISIT_NUMBER).gt(LAST_VISIT), LAST_VISIT + 1)
                        .otherwise(col(Visits.VISIT_NUMBER))
                        .as("visit"),
                col("pain_before").as("baseline"),
                col("pain_before").minus(col("pain_after")).as("improvement")));
        for (String factor : settings.compare().caseMix()) {
            order.add(col(factor));
            columns.add(coalesce(col(factor), lit("missing")).as(factor));
        }
        return Visits.of(sessions, settings.episode().gapDays())
                .where(col("pain_before").isNotNull().and(col("pain_after").isNotNull()))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(
                                                "patient_key",
                                                "episode_key",
                                                Visits.COMPLAINT,
                                                Visits.EPISODE_START,
                                                "session_date")
                                        .orderBy(order.toArray(Column[]::new))))
                .where(col("place").equalTo(1))
                .select(columns.toArray(Column[]::new));
    }

    private ComparisonPlan plan() {
        return new ComparisonPlan(
                Map.of("pain", Objects.requireNonNull(settings.measures().get("pain"))),
                Optional.of(reference()),
                settings.compare().caseMix(),
                settings.compare().cluster(),
                settings.compare().minPatients(),
                0,
                new ComparisonPlan.Scope(
                        "all",
                        new Study.Days(0, 40_000),
                        Optional.empty(),
                        settings.episode().gapDays(),
                        settings.attribution().share()));
    }

    private static Map<String, Double> compared(Dataset<Row> sessions, ComparisonPlan plan) {
        try (SessionBlocks blocks =
                SessionBlocks.of(sessions, List.copyOf(plan.measures().values()))) {
            return estimates(Comparison.of(blocks, plan));
        }
    }

    private static Map<String, Double> estimates(Comparison comparison) {
        ResultTable table = comparison.table("technique_comparison");
        Map<String, Double> estimates = new LinkedHashMap<>();
        table.rows().stream()
                .filter(row -> row.key().subList(0, 3).equals(List.of("pain", "session", "mixed_patient")))
                .forEach(row -> estimates.put(row.key().get(3), Rows.number(table, row, "estimate")));
        return estimates;
    }
}
