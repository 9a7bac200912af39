package physio.outcomes.job;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.Plural;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Tally;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.Release;
import physio.outcomes.report.MonthlyReport;
import physio.outcomes.report.MonthlyTables;
import physio.outcomes.report.Page;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;
import physio.outcomes.report.html.HtmlPages;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.Releases;
import physio.outcomes.store.Remark;
import physio.outcomes.store.SettledYear;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** The monthly report: sessions → courses and changes → cells → protected tables → pages. */
public final class MonthlyReportJob {
    private final Workplace workplace;
    private final Settings settings;
    private final Stages stages;

    public MonthlyReportJob(Workplace workplace) {
        this(workplace, new Stages(workplace.progress()));
    }

    /** As a part of a longer job, whose stages those of this one join. */
    MonthlyReportJob(Workplace workplace, Stages stages) {
        this.workplace = workplace;
        this.settings = workplace.settings();
        this.stages = stages;
    }

    /**
     * Makes a month's report.
     *
     * @param asked a month, absent for the store's newest
     * @throws UserException when the store has no session in it
     */
    public ReportResult run(Optional<YearMonth> asked, Set<PageFormat> formats, Rendering rendering) {
        Texts.choose(TextFile.of(settings.report()));
        try (Store store = Store.forReading(workplace.store())) {
            store.check(settings);
            StoreState state = store.state();
            YearMonth month = month(asked, state);
            ReportFolder folder = new ReportFolder(workplace.reports(), month.toString());
            ReportFolder.Origin origin = origin(state, settings, "month " + month, formats);
            if (rendering == Rendering.IF_CHANGED && folder.isMadeFrom(origin)) {
                return new ReportResult(folder.page().toString(), false);
            }
            stages.begin("Starting Spark");
            CurrentSessions current = releasable(store, state, month, rendering);
            Releases.Memory memory = memory(store, rendering);
            Report report = report(store, current, month, state, memory.cells());
            record(store, state, current, memory, report);
            write(folder, origin, formats, report);
            return new ReportResult(folder.page().toString(), true);
        }
    }

    /** The sessions of a state that may be shown beside what was released before. */
    CurrentSessions releasable(Store store, StoreState state, YearMonth month, Rendering rendering) {
        int fewest = Protection.threshold(settings.privacy().profile());
        return fewest == 0 || rendering == Rendering.WITH_ALL_RECORDS
                ? store.sessions(workplace.spark().session(store), state)
                : store.releasable(workplace.spark().session(store), state, month, fewest);
    }

    /** What the readers of a report know of earlier ones. */
    Releases.Memory memory(Store store, Rendering rendering) {
        Releases.Memory memory = store.releases().memory(settings.privacy().profile());
        return rendering == Rendering.WITH_ALL_RECORDS ? memory.forgotten() : memory;
    }

    /** Records a release, before anybody can read it. */
    void record(Store store, StoreState state, CurrentSessions current, Releases.Memory memory, Report report) {
        Releases.Release record = new Releases.Release(
                report.month(),
                state.lastDelivery(),
                settings.privacy().profile(),
                memory.isForgotten(),
                current.heldBack());
        store.releases().add(record, report.release().cells(), memory);
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
                request + " as " + new TreeSet<>(formats)
                        + Logo.of(settings)
                                .map(logo -> ", logo " + logo.hashCode())
                                .orElse("")
                        + ", texts " + TextFile.of(settings.report()).hashCode());
    }

    static YearMonth month(Optional<YearMonth> asked, StoreState state) {
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

    Report report(Store store, CurrentSessions current, YearMonth month, StoreState state, ReleasedCells known) {
        SummedMonths summed = summed(store, current, month, state);
        MonthlyOutcomes outcomes = summed.outcomes();
        stages.begin("Counting quarantined records");
        ResultTable quarantine = QuarantineCounts.of(current.spark(), current.quarantine());
        Release release = new MonthlyFigures(settings, stages, summed, month, known).of(quarantine);
        MonthlyTables tables = MonthlyTables.of(release);
        List<Measure> measures = List.copyOf(outcomes.measures().values());
        int withdrawn = current.withdrawn();
        var deliveries = new MonthlyReport.Deliveries(
                state.lastDelivery(),
                received(state.reaching(month)),
                state.lateDeliveries(month),
                state.lateBefore(month),
                current.heldBack().size() - withdrawn,
                withdrawn);
        return new Report(
                month,
                new MonthlyReport(tables, settings, month, measures, outcomes.commonThresholds(), deliveries),
                tables,
                release);
    }

    /** Sums the months up to one, but those that are settled; what is settled now is kept. */
    SummedMonths summed(Store store, CurrentSessions current, YearMonth month, StoreState state) {
        YearMonth first = state.firstDate().map(YearMonth::from).orElse(month);
        KeptYears years = new KeptYears(store.settledYears(), current::firstDays, settings, first, month);
        SummedMonths.Reading sessions =
                since -> workplace.cohorts().of(current, state, month.atEndOfMonth(), since, settings);
        List<SettledYear> known = years.known();
        SummedMonths summed = SummedMonths.of(sessions, settings, stages, first, month, known);
        if (!KeptYears.hold(known, summed)) {
            known = List.of();
            summed = SummedMonths.of(sessions, settings, stages, first, month, known);
        }
        years.keep(summed, known, stages);
        return summed.with(known);
    }

    private static MonthlyReport.Received received(List<Delivery> deliveries) {
        Tally tally = deliveries.stream().map(Delivery::tally).reduce(Tally.ZERO, Tally::plus);
        return new MonthlyReport.Received(
                deliveries.size(),
                tally.received(),
                tally.quarantined(),
                tally.duplicates(),
                deliveries.stream().mapToLong(Delivery::overlapping).sum(),
                warnings(deliveries));
    }

    private static Map<MonthlyReport.Warned, Integer> warnings(List<Delivery> deliveries) {
        Map<MonthlyReport.Warned, Integer> warnings = new LinkedHashMap<>();
        deliveries.stream()
                .flatMap(delivery -> delivery.remarks().stream().distinct())
                .sorted(Comparator.comparing(Remark::toString))
                .forEach(remark -> warnings.merge(
                        new MonthlyReport.Warned(remark.rule().code(), remark.subject()), 1, Integer::sum));
        return warnings;
    }

    private void write(ReportFolder folder, ReportFolder.Origin origin, Set<PageFormat> formats, Report report) {
        Map<String, Supplier<Page>> pages = new LinkedHashMap<>();
        pages.put("index", report.pages()::overview);
        report.pages()
                .clinics()
                .forEach(clinic -> pages.put(
                        report.pages().fileName(clinic), () -> report.pages().clinic(clinic)));
        stages.begin("Drawing " + Plural.of(pages.size(), "page"));
        HtmlPages html = new HtmlPages(Version.CURRENT, Logo.of(settings));
        try (ReportDraft draft = folder.draft()) {
            new PageFiles(html, formats, stages).write(pages, draft);
            draft.putInPlace(report.pages().title(), report.tables().all(), origin, stages.usages());
        }
        ReportIndex.write(workplace.reports(), settings.report().organisation(), html);
    }

    /** The pages, and the tables they are made from. */
    record Report(YearMonth month, MonthlyReport pages, MonthlyTables tables, Release release) {}
}
