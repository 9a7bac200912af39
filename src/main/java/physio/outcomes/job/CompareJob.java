package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.Region;
import physio.outcomes.compare.Comparison;
import physio.outcomes.compare.ComparisonPlan;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.Cells;
import physio.outcomes.measure.Changes;
import physio.outcomes.measure.Participation;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.Visits;
import physio.outcomes.privacy.Protection;
import physio.outcomes.report.ComparisonReport;
import physio.outcomes.report.ComparisonTables;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** The comparison of techniques: sessions → episodes and changes → models → protected tables → page. */
public final class CompareJob {
    private final Workplace workplace;
    private final Settings settings;
    private final Stages stages;

    public CompareJob(Workplace workplace) {
        this.workplace = workplace;
        this.settings = workplace.settings();
        this.stages = new Stages(workplace.progress());
    }

    /**
     * What to compare.
     *
     * @param name of the report's folder after {@code compare-}
     * @param from first month, absent for the store's first
     * @param to last month, absent for the store's last
     * @param measure one measure, absent for all
     * @param reference a technique, absent for the settings' or the most used
     * @param region one body region, absent for all
     */
    public record Question(
            String name,
            Optional<YearMonth> from,
            Optional<YearMonth> to,
            Optional<String> measure,
            Optional<String> reference,
            Optional<String> region) {

        /** The whole store, all measures: what {@code run} compares. */
        public static final Question DEFAULT = new Question(
                "default", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Makes a comparison. */
    public ReportResult run(Question question, Set<PageFormat> formats, Rendering rendering) {
        check(question);
        try (Store store = Store.forReading(workplace.store())) {
            store.check(settings);
            StoreState state = store.state();
            ReportFolder folder = new ReportFolder(workplace.reports(), "compare-" + question.name());
            ReportFolder.Origin origin = MonthlyReportJob.origin(state, settings, question.toString(), formats);
            if (rendering == Rendering.IF_CHANGED && folder.isMadeFrom(origin)) {
                return new ReportResult(folder.page(), false);
            }
            LocalDate first = month(question.from(), state.firstDate().map(YearMonth::from))
                    .atDay(1);
            LocalDate last =
                    month(question.to(), state.lastDate().map(YearMonth::from)).atEndOfMonth();
            stages.begin("Starting Spark");
            CurrentSessions sessions = store.sessions(workplace.spark().session(), state);
            Made made = compare(sessions, new Period(first, last), question, state);
            write(folder, origin, formats, made);
            return new ReportResult(folder.page(), true);
        }
    }

    private Made compare(CurrentSessions sessions, Period period, Question question, StoreState state) {
        stages.begin("Measuring changes");
        Cohort cohort = workplace.cohorts().of(sessions, state, period.last(), settings);
        Map<String, Measure> measures = asked(cohort.measures(), question);
        ComparisonPlan plan = plan(question, measures);
        Dataset<Row> changes = cohort.changes()
                .where(col("measure")
                        .isin(measures.keySet().toArray())
                        .and(inRegion(question))
                        .and(period.hasBegun()))
                .withColumn("period", lit(period.label()));
        stages.begin("Summing techniques");
        List<Cell> cells = Cells.of(changes);
        stages.begin("Fitting models");
        Comparison comparison = Comparison.of(changes, cells, plan);
        stages.begin("Summing participation");
        Protection protection = Protection.of(settings.privacy().profile());
        List<Measure> list = List.copyOf(measures.values());
        ComparisonTables tables = new ComparisonTables(
                protection.publish(TechniqueOutcomes.table(
                        "technique_outcomes", cells, measures, plan.reference().orElse(""))),
                protection.publish(comparison.outcomes()),
                protection.publish(comparison.terms()),
                protection.publish(comparison.adjustedMeans()),
                protection.publish(Participation.of(
                        cohort.episodes().where(inRegion(question).and(period.episodeHasBegun())), list)));
        ComparisonReport report = new ComparisonReport(
                tables,
                settings,
                new ComparisonReport.Subject(
                        period.label(), regionLabel(question), comparison.references(), state.lastDelivery()),
                list,
                cohort.commonThresholds());
        return new Made(report, tables);
    }

    private void write(ReportFolder folder, ReportFolder.Origin origin, Set<PageFormat> formats, Made made) {
        stages.begin("Drawing the page");
        HtmlPages html = new HtmlPages(Version.CURRENT);
        folder.write(
                made.report().title(),
                new PageFiles(html, formats).of("index", made.report().page()),
                made.tables().all(),
                origin,
                stages.usages());
        ReportIndex.write(workplace.reports(), settings.report().organisation(), html);
    }

    private ComparisonPlan plan(Question question, Map<String, Measure> measures) {
        return new ComparisonPlan(
                measures,
                question.reference().or(() -> settings.compare().reference()),
                settings.compare().caseMix(),
                settings.compare().cluster(),
                settings.compare().minPatients(),
                Protection.threshold(settings.privacy().profile()));
    }

    private void check(Question question) {
        if (question.from().isPresent()
                && question.to().isPresent()
                && question.from().get().isAfter(question.to().get())) {
            throw UserException.usage("Invalid period (--from must not be after --to).");
        }
        if (!question.name().matches("[A-Za-z0-9_-]{1,64}")) {
            throw UserException.usage("Invalid --name (must be letters, digits, _ or -): it becomes a folder's name.");
        }
        question.reference().ifPresent(code -> checkKnown("technique", code, settings.techniques()));
        question.region().ifPresent(code -> checkKnown("body region", code, settings.regions()));
        question.measure().ifPresent(code -> checkKnown("measure", code, settings.measures()));
    }

    private static void checkKnown(String what, String code, Map<String, ?> known) {
        if (!known.containsKey(code)) {
            throw UserException.usage("Unknown " + what + " '" + code + "'" + NearestName.hint(code, known.keySet())
                    + " The settings name those there are.");
        }
    }

    private static YearMonth month(Optional<YearMonth> asked, Optional<YearMonth> stored) {
        return asked.or(() -> stored)
                .orElseThrow(() -> UserException.usage("The store holds no session yet: take in files first."));
    }

    private static Map<String, Measure> asked(Map<String, Measure> scored, Question question) {
        Map<String, Measure> asked = new LinkedHashMap<>(scored);
        question.measure().ifPresent(measure -> asked.keySet().retainAll(List.of(measure)));
        if (asked.isEmpty()) {
            throw UserException.usage("There is nothing to compare: no session of the period has such a score.");
        }
        return asked;
    }

    private static Column inRegion(Question question) {
        return question.region()
                .map(region -> col("body_region").equalTo(region))
                .orElse(lit(true));
    }

    private String regionLabel(Question question) {
        return question.region()
                .flatMap(code -> Optional.ofNullable(settings.regions().get(code)))
                .map(Region::label)
                .orElse("");
    }

    /** The page and the tables it is made from. */
    private record Made(ComparisonReport report, ComparisonTables tables) {}

    /** The days that are compared. */
    private record Period(LocalDate first, LocalDate last) {
        /** An episode counts when it began in the period, so that its baseline is its first score; a session by its own month. */
        Column hasBegun() {
            return when(col("window").equalTo(Changes.EPISODE), episodeHasBegun())
                    .otherwise(col("month").geq(YearMonth.from(first).toString()));
        }

        Column episodeHasBegun() {
            return col(Visits.EPISODE_START).geq(first);
        }

        String label() {
            return YearMonth.from(first) + ".." + YearMonth.from(last);
        }
    }
}
