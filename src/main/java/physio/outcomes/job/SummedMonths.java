package physio.outcomes.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.domain.UserException;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.PastYears;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.store.SettledYear;

/**
 * What a month's report is told by of each month.
 *
 * @param outcomes that what it tells of longer periods is summed by
 * @param month the last
 * @param byMonth the tables of all months: changes, activity, participation
 */
record SummedMonths(MonthlyOutcomes outcomes, MonthlyOutcomes.Month month, List<ResultTable> byMonth) {

    /** The table of changes. */
    private static final String CHANGES = "monthly_outcomes";

    /** Gives the sessions of a report: of the patients who came on a day or later, of all where none is given. */
    interface Reading {
        SessionBlocks since(Optional<LocalDate> first);
    }

    /**
     * Sums the months up to one.
     *
     * @param first month of all
     * @param known years that need not be summed
     * @throws UserException when no session has a score of a measure that is shown
     */
    static SummedMonths of(
            Reading sessions,
            Settings settings,
            Stages stages,
            YearMonth first,
            YearMonth month,
            List<SettledYear> known) {
        stages.begin("Reading sessions");
        PastYears past = KeptYears.past(known);
        SessionBlocks blocks =
                sessions.since(past.last().map(year -> past.next(first).atDay(1)));
        MonthlyOutcomes outcomes = MonthlyOutcomes.of(
                blocks,
                shown(blocks, settings, known, month),
                settings.episode().gapDays(),
                settings.attribution().share(),
                past);
        stages.begin("Summing the months");
        MonthlyOutcomes.Month summed = outcomes.month(first, month);
        ResultTable changes = TechniqueOutcomes.table(
                CHANGES,
                summed.byMonth(),
                outcomes.measures(),
                settings.compare().reference().orElse(""));
        return new SummedMonths(outcomes, summed, List.of(changes, summed.activity(), summed.participation()));
    }

    private static Map<String, Measure> shown(
            SessionBlocks blocks, Settings settings, List<SettledYear> known, YearMonth month) {
        Map<String, Measure> scored = new LinkedHashMap<>(settings.measures());
        scored.keySet()
                .removeIf(id -> !blocks.measures().containsKey(id)
                        && known.stream().noneMatch(year -> year.measures().contains(id)));
        if (scored.isEmpty()) {
            throw UserException.usage("There is nothing to report: no session up to " + month.atEndOfMonth()
                    + " has a score of a measure in the settings.");
        }
        Map<String, Measure> shown = settings.report().shown(scored);
        if (shown.isEmpty()) {
            throw UserException.usage("There is nothing to report: no session up to " + month.atEndOfMonth()
                    + " has a score of the measures in report.measures.");
        }
        return shown;
    }

    /** The same with the rows of known years before its own. */
    SummedMonths with(List<SettledYear> known) {
        return new SummedMonths(
                outcomes,
                month,
                byMonth.stream().map(table -> together(known, table)).toList());
    }

    private static ResultTable together(List<SettledYear> known, ResultTable table) {
        List<ResultRow> rows = new ArrayList<>();
        known.forEach(year -> rows.addAll(year.rows().getOrDefault(table.name(), List.of())));
        rows.addAll(table.rows());
        if (!table.name().equals(CHANGES)) {
            // Clinic by clinic; changes are told month by month.
            rows.sort(ResultRow.BY_KEY);
        }
        return new ResultTable(table.family(), table.name(), table.dimensions(), table.columns(), rows);
    }

    /** All tables of months, and of the last of them. */
    List<ResultTable> tables(String reference) {
        return List.of(
                TechniqueOutcomes.table("technique_outcomes", month.ofMonth(), outcomes.measures(), reference),
                byMonth.get(0),
                month.trajectories(),
                byMonth.get(1),
                month.closed(),
                month.intervals(),
                byMonth.get(2));
    }
}
