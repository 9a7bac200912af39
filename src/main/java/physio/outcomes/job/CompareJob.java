package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
import physio.outcomes.compare.sums.Study;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.privacy.Protection;
import physio.outcomes.report.ComparisonReport;
import physio.outcomes.report.ComparisonTables;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;
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
     * @param asOf the delivery that was the newest when the store was as it is to be read, absent for now
     */
    public record Question(
            String name,
            Optional<YearMonth> from,
            Optional<YearMonth> to,
            Optional<String> measure,
            Optional<String> reference,
            Optional<String> region,
            Optional<Integer> asOf) {

        /** The whole store, all measures: what {@code run} compares. */
        public static final Question DEFAULT = new Question(
                "default",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** The command that asks it again of the store as it is now: its newest delivery is named. */
        String command(int newest) {
            StringBuilder command = new StringBuilder("jobs/outcomes compare");
            from.ifPresent(month -> command.append(" --from ").append(month));
            to.ifPresent(month -> command.append(" --to ").append(month));
            measure.ifPresent(id -> command.append(" --measure ").append(id));
            reference.ifPresent(code -> command.append(" --reference ").append(code));
            region.ifPresent(code -> command.append(" --region ").append(code));
            return command.append(" --as-of ")
                    .append(newest)
                    .append(" --name ")
                    .append(name)
                    .toString();
        }
    }

    /** Makes a comparison. */
    public ReportResult run(Question question, Set<PageFormat> formats, Rendering rendering) {
        check(question);
        Texts.choose(TextFile.of(settings.report()));
        try (Store store = Store.forReading(workplace.store())) {
            store.check(settings);
            StoreState state = question.asOf().map(store::state).orElseGet(store::state);
            ReportFolder folder = new ReportFolder(workplace.reports(), "compare-" + question.name());
            ReportFolder.Origin origin = MonthlyReportJob.origin(state, settings, question.toString(), formats);
            if (rendering == Rendering.IF_CHANGED && folder.isMadeFrom(origin)) {
                return new ReportResult(folder.page().toString(), false);
            }
            LocalDate first = month(question.from(), state.firstDate().map(YearMonth::from))
                    .atDay(1);
            YearMonth lastOfData = month(Optional.empty(), state.lastDate().map(YearMonth::from));
            YearMonth lastAsked = question.to().orElse(lastOfData);
            // An episode closes by days that the data have, not by those that are still to come.
            LocalDate last = (lastAsked.isAfter(lastOfData) ? lastOfData : lastAsked).atEndOfMonth();
            if (first.isAfter(last)) {
                throw UserException.usage(
                        "There is nothing to compare: the store's sessions end before --from or begin after --to.");
            }
            stages.begin("Starting Spark");
            CurrentSessions sessions = store.sessions(workplace.spark().session(store), state);
            Made made = compare(sessions, new Period(first, last), question, state);
            write(folder, origin, formats, made);
            return new ReportResult(folder.page().toString(), true);
        }
    }

    private Made compare(CurrentSessions sessions, Period period, Question question, StoreState state) {
        stages.begin("Reading sessions");
        Dataset<Row> until = sessions.sessions().where(col("session_date").leq(period.last()));
        SessionBlocks blocks = workplace.cohorts().of(sessions, state, period.last(), Optional.empty(), settings);
        Map<String, Measure> measures = asked(blocks.measures(), question);
        stages.begin("Comparing");
        Comparison comparison = Comparison.of(blocks, plan(question, measures, period));
        Protection protection = Protection.of(settings.privacy().profile());
        stages.begin("Counting attendance");
        List<ResultTable> results = new ArrayList<>(comparison.tables());
        results.add(SourceTables.records(state));
        results.add(SourceTables.attendance(
                until.where(col("session_date").geq(period.first()).and(inRegion(question)))));
        stages.begin("Protecting tables");
        ComparisonTables tables =
                new ComparisonTables(protection.release(results).tables());
        ComparisonReport report = new ComparisonReport(
                tables,
                settings,
                new ComparisonReport.Subject(
                        period.label(),
                        regionLabel(question),
                        comparison.references(),
                        state.lastDelivery(),
                        question.command(state.lastDelivery()),
                        question.asOf()),
                List.copyOf(measures.values()),
                comparison.thresholds());
        return new Made(report, tables);
    }

    private void write(ReportFolder folder, ReportFolder.Origin origin, Set<PageFormat> formats, Made made) {
        stages.begin("Drawing the page");
        HtmlPages html = new HtmlPages(Version.CURRENT, Logo.of(settings));
        try (ReportDraft draft = folder.draft()) {
            new PageFiles(html, formats, stages).write(Map.of("index", made.report()::page), draft);
            draft.putInPlace(made.report().title(), made.tables().all(), origin, stages.usages());
        }
        ReportIndex.write(workplace.reports(), settings.report().organisation(), html);
    }

    private ComparisonPlan plan(Question question, Map<String, Measure> measures, Period period) {
        return new ComparisonPlan(
                measures,
                question.reference().or(() -> settings.compare().reference()),
                settings.compare().caseMix(),
                settings.compare().cluster(),
                settings.compare().minPatients(),
                Protection.threshold(settings.privacy().profile()),
                new ComparisonPlan.Scope(
                        period.label(),
                        new Study.Days(day(period.first()), day(period.last())),
                        question.region(),
                        settings.episode().gapDays(),
                        settings.attribution().share()));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
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
        String label() {
            return YearMonth.from(first) + ".." + YearMonth.from(last);
        }
    }
}
