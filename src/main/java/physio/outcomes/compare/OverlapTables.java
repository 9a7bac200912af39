package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** The tables {@code overlap}, how much weighting leaves of two arms, and {@code balance}, how alike it makes them. */
final class OverlapTables {
    private static final List<ResultColumn> SUPPORT = List.of(
            Columns.of("n_effective", Role.SPREAD),
            Columns.of("n_effective_reference", Role.SPREAD),
            Columns.of("common_support", Role.RATE),
            Columns.of("rows_removed", Role.NUMERATOR),
            Columns.of("largest_difference_outside", Role.SPREAD),
            Columns.NOTE);

    private static final List<ResultColumn> BALANCE = List.of(
            Columns.of("mean", Role.MEAN),
            Columns.of("mean_reference", Role.MEAN),
            Columns.of("smd_before", Role.SPREAD),
            Columns.of("smd_after", Role.SPREAD),
            Columns.of("in_model", Role.TEXT));

    private OverlapTables() {}

    static ResultTable support(List<Overlap> overlaps) {
        return new ResultTable(
                "overlap",
                List.of("measure", "window", "technique", "reference"),
                SUPPORT,
                overlaps.stream().map(OverlapTables::supportRow).toList());
    }

    private static ResultRow supportRow(Overlap overlap) {
        List<Figure> figures = new ArrayList<>(overlap.fit()
                .map(fit -> List.of(
                        number(fit.technique().effectiveSize()),
                        number(fit.reference().effectiveSize()),
                        number(fit.commonSupport()),
                        (Figure) new Count(fit.removedRows()),
                        number(overlap.terms().stream()
                                .filter(term -> !term.isModelled())
                                .mapToDouble(term -> Math.abs(term.after()))
                                .max()
                                .orElse(Double.NaN))))
                .orElse(List.of(BLANK, BLANK, BLANK, BLANK, BLANK)));
        figures.add(new Text(overlap.estimate().note()));
        return new ResultRow(key(overlap), overlap.arms().fewest(overlap.technique()), figures);
    }

    private static List<String> key(Overlap overlap) {
        List<String> key = new ArrayList<>(overlap.arms().key());
        key.add(overlap.technique());
        key.add(overlap.arms().reference());
        return key;
    }

    static ResultTable balance(List<Overlap> overlaps) {
        List<ResultRow> rows = new ArrayList<>();
        for (Overlap overlap : overlaps) {
            double step = overlap.arms().measure().stepSize();
            for (BalanceTerm term : overlap.terms()) {
                List<String> key = key(overlap);
                key.add(term.name());
                rows.add(new ResultRow(key, term.patients(), figures(term, unit(term, step))));
            }
        }
        return new ResultTable(
                "balance", List.of("measure", "window", "technique", "reference", "term"), BALANCE, rows);
    }

    /** Baselines come in the measure's unit, their squares in its square, shares and counts as they are. */
    private static double unit(BalanceTerm term, double step) {
        return term.name().equals("baseline^2") ? step * step : term.name().startsWith("baseline") ? step : 1;
    }

    private static List<Figure> figures(BalanceTerm term, double unit) {
        return List.of(
                number(term.technique().mean() * unit),
                number(term.reference().mean() * unit),
                number(term.before()),
                number(term.after()),
                new Text(term.isModelled() ? "yes" : "no"));
    }
}
