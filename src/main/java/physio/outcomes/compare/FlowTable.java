package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.compare.sums.FlowSums;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** The table {@code flow}: how many episodes and patients are left at each step from those studied to those compared. */
final class FlowTable {
    private static final List<String> STEPS =
            List.of("studied", "with_baseline", "with_follow_up", "one_technique", "compared");

    private FlowTable() {}

    static ResultTable of(Cohort cohort, FlowSums sums) {
        List<ResultRow> rows = new ArrayList<>();
        List<String> measures = List.copyOf(cohort.plan().measures().keySet());
        for (int m = 0; m < measures.size(); m++) {
            for (int step = 0; step < FlowSums.STEPS; step++) {
                rows.add(new ResultRow(
                        List.of(measures.get(m), STEPS.get(step)),
                        sums.patients(m, step),
                        List.of(new Count(sums.episodes(m, step)), new Count(sums.patients(m, step)))));
            }
        }
        return new ResultTable("flow", List.of("measure", "step"), List.of(Columns.EPISODES, Columns.PATIENTS), rows);
    }
}
