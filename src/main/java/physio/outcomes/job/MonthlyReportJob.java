package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.Activity;
import physio.outcomes.measure.Cells;
import physio.outcomes.measure.ClosedEpisodes;
import physio.outcomes.measure.Participation;
import physio.outcomes.measure.Safety;
import physio.outcomes.measure.SessionIntervals;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.Trajectories;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.MonthlyReport;
import physio.outcomes.report.MonthlyTables;
import physio.outcomes.report.Page;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** The monthly report: sessions → episodes and changes → cells → protected tables → pages. */
public final class MonthlyReportJob {
    /** A month of one clinic is too few patients to compare clinics by. */
    private static final int CLINICS_MONTHS = 12;

    private final Workplace workplace;
    private final Settings settings;
    private final Stages stages;

    public MonthlyReportJob(Workplace workplace) {
        this.workplace = workplace;
        this.settings = workplace.settings();
        this.stages = new Stages(workplace.progress());
    }

    /**
     * Makes a month's report.
     *
     * @param asked a month, absent for the store's newest
     * @throws UserException when the store has no session in it
     */
    public ReportResult run(Optional<YearMonth> asked, Set<PageFormat> formats, Rendering rendering) {
        try (Store store = Store.forReading(workplace.store())) {
            store.check(settings);
            StoreState state = store.state();
            YearMonth month = month(asked, state);
            ReportFolder folder = new ReportFolder(workplace.reports(), month.toString());
            ReportFolder.Origin origin = origin(state, settings, "month " + month, formats);
            if (rendering == Rendering.IF_CHANGED && folder.isMadeFrom(origin)) {
                return new ReportResult(folder.page(), false);
            }
            stages.begin("Starting Spark");
            CurrentSessions current = store.sessions(workplace.spark().session(), state);
            write(folder, origin, formats, report(current, month, state));
            return new ReportResult(folder.page(), true);
        }
    }

    /** What reports of a state are made from. */
    static ReportFolder.Origin origin(StoreState state, Settings settings, String request, Set<PageFormat> formats) {
        List<Integer> deliveries =
                state.current().stream().map(Delivery::number).toList();
        return new ReportFolder.Origin(
                deliveries,
                state.snapshots().toString(),
                settings.source(),
                Version.CURRENT,
                request + " as " + new TreeSet<>(formats));
    }

    private static YearMonth month(Optional<YearMonth> asked, StoreState state) {
        YearMonth newest = state.lastDate()
                .map(YearMonth::from)
                .orElseThrow(() -> UserException.usage("The store holds no session yet: take in files first."));
        YearMonth month = asked.orElse(newest);
        YearMonth oldest = state.firstDate().map(YearMonth::from).orElse(newest);
        if (month.isAfter(newest) || month.isBefore(oldest)) {
            throw UserException.usage(
                    "There are no sessions in " + month + ": the store holds " + oldest + " to " + newest + ".");
        }
        return month;
    }

    private Report report(CurrentSessions current, YearMonth month, StoreState state) {
        stages.begin("Measuring changes");
        Cohort cohort = workplace.cohorts().of(current, state, month.atEndOfMonth(), settings);
        MonthlyTables tables = tables(cohort, current, month);
        List<Measure> measures = List.copyOf(cohort.measures().values());
        var deliveries = new MonthlyReport.Deliveries(state.lastDelivery(), state.lateDeliveries(month));
        return new Report(
                new MonthlyReport(tables, settings, month, measures, cohort.commonThresholds(), deliveries), tables);
    }

    private MonthlyTables tables(Cohort cohort, CurrentSessions current, YearMonth month) {
        Protection protection = Protection.of(settings.privacy().profile());
        Dataset<Row> changes = cohort.changes().withColumn("period", col("month"));
        Dataset<Row> ofMonth = changes.where(col("month").equalTo(month.toString()));
        Dataset<Row> together = changes.withColumn("technique", lit(Cells.ALL));
        String reference = settings.compare().reference().orElse("");
        stages.begin("Summing the month");
        var outcomes = TechniqueOutcomes.table("technique_outcomes", Cells.of(ofMonth), cohort.measures(), reference);
        stages.begin("Summing month by month");
        var months = TechniqueOutcomes.table("monthly_outcomes", Cells.of(together), cohort.measures(), reference);
        PublishedTable published = protection.publish(months);
        YearMonth first = month.minusMonths(CLINICS_MONTHS - 1);
        var clinics = TechniqueOutcomes.table(
                "clinic_outcomes",
                Cells.of(together.where(col("month")
                                .geq(first.toString())
                                .and(isShown(published, "clinic_id", "period", "measure", "window")))
                        .withColumn("period", lit(first + ".." + month))),
                cohort.measures(),
                reference);
        stages.begin("Summing visits, activity and quality");
        List<Measure> measures = List.copyOf(cohort.measures().values());
        Dataset<Row> inMonths = cohort.sessions()
                .where(col("session_date").geq(first.atDay(1)))
                .withColumn("period", date_format(col("session_date"), "yyyy-MM"));
        PublishedTable activity = protection.publish(Activity.of(inMonths, measures));
        Dataset<Row> shown = inMonths.where(isShown(activity, "clinic_id", "period"));
        Dataset<Row> episodesOfMonth =
                cohort.episodes().where(date_format(col("last_date"), "yyyy-MM").equalTo(month.toString()));
        return new MonthlyTables(
                protection.publish(outcomes),
                published,
                protection.publish(clinics),
                protection.publish(Trajectories.of(cohort.visits(), cohort.measures())),
                activity,
                protection.publish(ClosedEpisodes.of(
                        cohort.episodes(), month, settings.episode().gapDays())),
                protection.publish(SessionIntervals.of(cohort.episodes(), month)),
                protection.publish(Safety.of(shown, month.toString(), first + ".." + month)),
                protection.publish(Participation.of(episodesOfMonth, measures)),
                protection.publish(QuarantineCounts.of(current.quarantine())));
    }

    /** Rows of clinics' months that are shown: a sum over months must not tell a hidden one by what it lacks. */
    private static Column isShown(PublishedTable months, String... dimensions) {
        Object[] hidden = months.rows().stream()
                .filter(PublishedRow::isSuppressed)
                .map(row -> Arrays.stream(dimensions).map(row::key).collect(Collectors.joining("|")))
                .toArray();
        return not(
                concat_ws("|", Arrays.stream(dimensions).map(name -> col(name)).toArray(Column[]::new))
                        .isin(hidden));
    }

    private void write(ReportFolder folder, ReportFolder.Origin origin, Set<PageFormat> formats, Report report) {
        Map<String, Supplier<Page>> pages = new LinkedHashMap<>();
        pages.put("index", report.pages()::overview);
        report.pages()
                .clinics()
                .forEach(clinic -> pages.put(
                        MonthlyReport.fileName(clinic), () -> report.pages().clinic(clinic)));
        stages.begin("Drawing " + pages.size() + " pages");
        HtmlPages html = new HtmlPages(Version.CURRENT);
        try (ReportDraft draft = folder.draft()) {
            new PageFiles(html, formats, stages).write(pages, draft);
            draft.putInPlace(report.pages().title(), report.tables().all(), origin, stages.usages());
        }
        ReportIndex.write(workplace.reports(), settings.report().organisation(), html);
    }

    /** The pages and the tables they are made from. */
    private record Report(MonthlyReport pages, MonthlyTables tables) {}
}
