package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable.ResultRow;

/** What the profile {@code internal} shows of a row that is not hidden: all, but quantiles of few patients, which can be the value of one. */
final class InternalFigures {
    private static final int FOR_QUANTILES = 10;

    private InternalFigures() {}

    static List<Figure> of(List<ResultColumn> columns, ResultRow row) {
        if (row.patients() >= FOR_QUANTILES) {
            return row.figures();
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            figures.add(
                    columns.get(i).role() == Role.QUANTILE
                            ? Figure.BLANK
                            : row.figures().get(i));
        }
        return figures;
    }
}
