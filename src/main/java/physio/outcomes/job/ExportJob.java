package physio.outcomes.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.UserException;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.DisclosureText;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Releases;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** The tables of a monthly report for other programs: sessions → protected tables → CSV and Parquet, with what was done to protect them. */
public final class ExportJob {
    private final Workplace workplace;
    private final Settings settings;
    private final Stages stages;

    public ExportJob(Workplace workplace) {
        this.workplace = workplace;
        this.settings = workplace.settings();
        this.stages = new Stages(workplace.progress());
    }

    /** What was exported, where, and by which profile it is protected. */
    public record Exported(YearMonth month, Destination folder, PrivacyProfile profile) {}

    /**
     * Exports a month's tables.
     *
     * @param to a new folder, or an empty one
     * @param asked a month, absent for the store's newest
     * @throws UserException when something is in the folder, or the store has no session in the month
     */
    public Exported run(Destination to, Optional<YearMonth> asked) {
        checkFree(to);
        Texts.choose(TextFile.of(settings.report()));
        try (Store store = Store.forReading(workplace.store())) {
            store.check(settings);
            StoreState state = store.state();
            YearMonth month = MonthlyReportJob.month(asked, state);
            try (ReportDraft draft = ReportDraft.of(to)) {
                stages.begin("Starting Spark");
                MonthlyReportJob job = new MonthlyReportJob(workplace, stages);
                CurrentSessions current = job.releasable(store, state, month, Rendering.ALWAYS);
                Releases.Memory memory = job.memory(store, Rendering.ALWAYS);
                MonthlyReportJob.Report report = job.report(store, current, month, state, memory.cells());
                write(draft, report);
                checkFree(to);
                job.record(store, state, current, memory, report);
                draft.putInPlace(
                        report.pages().title(),
                        report.tables().all(),
                        MonthlyReportJob.origin(state, settings, "export of month " + month, Set.of()),
                        stages.usages());
            }
            return new Exported(month, to, settings.privacy().profile());
        }
    }

    private void write(ReportDraft draft, MonthlyReportJob.Report report) {
        stages.begin("Writing tables");
        List<PublishedTable> tables = report.tables().all();
        tables.forEach(table -> draft.add("tables/" + table.name() + ".parquet", ParquetTable.of(table)));
        draft.add("tables/dictionary.parquet", ParquetTable.dictionary(tables));
        DisclosureText text =
                new DisclosureText(report.pages().title(), report.release().statement());
        draft.add("disclosure-statement.md", text.markdown().getBytes(StandardCharsets.UTF_8));
        draft.add("disclosure-statement.json", text.json().getBytes(StandardCharsets.UTF_8));
    }

    /** What is there may be an earlier release, or nothing of ours: neither is written over. */
    private static void checkFree(Destination to) {
        boolean isFree = !to.exists();
        if (to.isFolder()) {
            try {
                isFree = to.names().isEmpty();
            } catch (IOException unreadable) {
                throw UserException.usage("Cannot read the folder " + to + ": give another --to.");
            }
        }
        if (!isFree || to.name().isEmpty()) {
            throw UserException.usage("Cannot export to " + to
                    + ": it is there already and not an empty folder; empty it or give another --to.");
        }
    }
}
