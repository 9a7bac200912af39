package physio.outcomes.privacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * Protects tables by a profile: small cells are hidden whole, then others so that no hidden one follows from a total, and in cells
 * that are shown what only a larger group may show is left out.
 */
public final class Protection {
    private static final int PUBLIC_ROUNDING = 5;

    private final PrivacyProfile profile;

    private Protection(PrivacyProfile profile) {
        this.profile = profile;
    }

    /** The protection of a profile. */
    public static Protection of(PrivacyProfile profile) {
        return new Protection(profile);
    }

    /** A cell with fewer distinct patients, but not none, is hidden; 0 hides nothing. */
    public static int threshold(PrivacyProfile profile) {
        return switch (profile) {
            case INTERNAL -> 5;
            case PUBLIC -> 10;
            case NONE -> 0;
        };
    }

    /** The tables as they may be published together. */
    public Release release(List<ResultTable> tables) {
        List<PublishedTable> published = tables.stream().map(this::publish).toList();
        return new Release(
                published,
                new DisclosureStatement(
                        profile,
                        threshold(profile),
                        List.of(),
                        0,
                        0,
                        1,
                        new DisclosureStatement.Audit(0, Double.POSITIVE_INFINITY)));
    }

    /** The table as it may be published. */
    public PublishedTable publish(ResultTable table) {
        Set<Integer> hidden = Suppression.hidden(table, threshold(profile));
        Set<List<String>> linesWithHidden = new HashSet<>();
        hidden.forEach(i -> linesWithHidden.add(line(table.rows().get(i))));
        List<PublishedRow> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            ResultRow row = table.rows().get(i);
            boolean isHidden = hidden.contains(i);
            boolean isBesideHidden = linesWithHidden.contains(line(row));
            rows.add(new PublishedRow(
                    table.dimensions(),
                    table.columns(),
                    row.key(),
                    figures(table.columns(), row, isHidden, isBesideHidden),
                    isHidden));
        }
        return new PublishedTable(table.name(), table.dimensions(), table.columns(), List.copyOf(rows));
    }

    /** What a row shares with those that it is held against: all of its key but the last part. */
    private static List<String> line(ResultRow row) {
        return row.key().subList(0, row.key().size() - 1);
    }

    private List<Figure> figures(List<ResultColumn> columns, ResultRow row, boolean isHidden, boolean isBesideHidden) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Role role = columns.get(i).role();
            boolean isAbout = role != Role.OPEN && role != Role.TEXT;
            figures.add(
                    (isHidden && isAbout) || (isBesideHidden && role == Role.AGAINST_REFERENCE)
                            ? Figure.BLANK
                            : shown(role, row.figures().get(i), row.patients()));
        }
        return List.copyOf(figures);
    }

    private Figure shown(Role role, Figure figure, long patients) {
        return switch (profile) {
            case NONE -> figure;
            case INTERNAL -> role == Role.QUANTILE && patients < 10 ? Figure.BLANK : figure;
            case PUBLIC -> shownToAll(role, figure, patients);
        };
    }

    private static Figure shownToAll(Role role, Figure figure, long patients) {
        return switch (role) {
            case ADDITIVE_COUNT, PATIENTS -> rounded(figure);
            case NUMERATOR, RATE, AGAINST_REFERENCE, SPREAD -> Figure.BLANK;
            case MEAN -> oneDecimal(figure);
            case QUANTILE -> patients < 20 ? Figure.BLANK : oneDecimal(figure);
            case OPEN, TEXT -> figure;
        };
    }

    private static Figure rounded(Figure figure) {
        return figure instanceof Figure.Count count
                ? new Figure.Count(Math.round((double) count.value() / PUBLIC_ROUNDING) * PUBLIC_ROUNDING)
                : figure;
    }

    private static Figure oneDecimal(Figure figure) {
        return figure instanceof Figure.Value value
                ? new Figure.Value(BigDecimal.valueOf(value.value())
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .doubleValue())
                : figure;
    }
}
