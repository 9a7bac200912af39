package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * Protects tables by a profile: small cells are hidden whole, then others until no hidden one can be worked out from what is shown, and in cells
 * that are shown what only a larger group may show is left out.
 */
public final class Protection {
    private final PrivacyProfile profile;
    private final EarlierReleases earlier;

    private Protection(PrivacyProfile profile, ReleasedCells earlier) {
        this.profile = profile;
        this.earlier = new EarlierReleases(earlier, threshold(profile));
    }

    /** The protection of a profile. */
    public static Protection of(PrivacyProfile profile) {
        return of(profile, ReleasedCells.none());
    }

    /** The same, from those who have read earlier releases. */
    public static Protection of(PrivacyProfile profile, ReleasedCells earlier) {
        return new Protection(profile, earlier);
    }

    /** A cell with fewer distinct patients, but not none, is hidden; 0 hides nothing. */
    public static int threshold(PrivacyProfile profile) {
        return switch (profile) {
            case INTERNAL -> 5;
            case PUBLIC -> 10;
            case NONE -> 0;
        };
    }

    PrivacyProfile profile() {
        return profile;
    }

    EarlierReleases earlier() {
        return earlier;
    }

    /** The tables as they may be published together. */
    public Release release(List<ResultTable> tables) {
        return Release.of(this, tables);
    }

    /** A table as it may be published alone. */
    public PublishedTable publish(ResultTable table) {
        return release(List.of(table)).tables().get(0);
    }

    /** A table without what is hidden of it, and without the rows that are left out. */
    PublishedTable published(ResultTable table, BitSet hidden, BitSet leftOut, IsHiddenElsewhere elsewhere) {
        Set<List<String>> linesWithHidden = new HashSet<>();
        hidden.stream().forEach(i -> linesWithHidden.add(line(table.rows().get(i))));
        List<PublishedRow> rows = IntStream.range(0, table.rows().size())
                .parallel()
                .filter(i -> !leftOut.get(i))
                .mapToObj(i -> row(table, i, hidden.get(i), linesWithHidden, elsewhere))
                .toList();
        return new PublishedTable(table.name(), table.dimensions(), table.columns(), rows);
    }

    /** Whether a column of a row is hidden in another table. */
    interface IsHiddenElsewhere {
        boolean test(int row, String column);
    }

    private PublishedRow row(
            ResultTable table,
            int i,
            boolean isHidden,
            Set<List<String>> linesWithHidden,
            IsHiddenElsewhere elsewhere) {
        ResultRow row = table.rows().get(i);
        return new PublishedRow(
                table.dimensions(),
                table.columns(),
                row.key(),
                isHidden
                        ? hidden(table.columns(), row)
                        : shown(
                                table.columns(),
                                row,
                                column -> elsewhere.test(i, column.name())
                                        || (column.role() == Role.AGAINST_REFERENCE
                                                && linesWithHidden.contains(line(row)))),
                isHidden);
    }

    /** What a row shares with those that it is held against: all of its key but the last part. */
    private static List<String> line(ResultRow row) {
        return row.key().subList(0, row.key().size() - 1);
    }

    /** What is about no patient stays. */
    private static List<Figure> hidden(List<ResultColumn> columns, ResultRow row) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Role role = columns.get(i).role();
            figures.add(role == Role.OPEN || role == Role.TEXT ? row.figures().get(i) : Figure.BLANK);
        }
        return List.copyOf(figures);
    }

    private List<Figure> shown(List<ResultColumn> columns, ResultRow row, Predicate<ResultColumn> isLeftOut) {
        List<Figure> figures = switch (profile) {
            case NONE -> row.figures();
            case INTERNAL -> InternalFigures.of(columns, row);
            case PUBLIC -> PublicFigures.of(columns, row);
        };
        List<Figure> left = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            left.add(isLeftOut.test(columns.get(i)) ? Figure.BLANK : figures.get(i));
        }
        return List.copyOf(left);
    }
}
