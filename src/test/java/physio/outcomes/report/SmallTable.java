package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedTable;

/** A table in place: names separated by blanks, and rows with their number of patients. */
public final class SmallTable {
    private final String name;
    private final List<String> dimensions;
    private final List<ResultColumn> columns = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();

    private SmallTable(String name, String dimensions) {
        this.name = name;
        this.dimensions = List.of(dimensions.split(" ", -1));
    }

    /** A table with these dimensions. */
    public static SmallTable of(String name, String dimensions) {
        return new SmallTable(name, dimensions);
    }

    /** Adds columns of one role. */
    public SmallTable columns(Role role, String names) {
        for (String column : names.split(" ", -1)) {
            columns.add(new ResultColumn(column, role));
        }
        return this;
    }

    /** A row; whole numbers are counts, other numbers statistics, texts texts, and NaN a blank. */
    public SmallTable row(String key, long patients, Object... figures) {
        return row(List.of(key.split(" ", -1)), patients, figures);
    }

    /** A row whose key holds blanks. */
    public SmallTable row(List<String> key, long patients, Object... figures) {
        List<Figure> values = new ArrayList<>();
        for (Object figure : figures) {
            values.add(
                    figure instanceof Integer count
                            ? new Count(count)
                            : figure instanceof Double value ? Figure.number(value) : new Text(figure.toString()));
        }
        rows.add(new ResultRow(key, patients, values));
        return this;
    }

    /** Under a profile. */
    public PublishedTable published(PrivacyProfile profile) {
        return Protection.of(profile).publish(new ResultTable(name, dimensions, columns, rows));
    }
}
