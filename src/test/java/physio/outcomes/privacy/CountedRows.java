package physio.outcomes.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Tables of sessions and patients, a row as {@code C1/2024-05/session 5 3}: key, sessions, patients. */
final class CountedRows {
    static final List<String> MONTHS = List.of("clinic_id", "period", "window");
    static final List<String> TECHNIQUES = List.of("clinic_id", "period", "window", "technique");
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT), new ResultColumn("n_patients", Role.PATIENTS));

    private CountedRows() {}

    static ResultTable table(String name, List<String> dimensions, List<String> rows) {
        return new ResultTable(
                "outcomes",
                name,
                dimensions,
                COLUMNS,
                rows.stream().map(CountedRows::row).toList());
    }

    /** With a column more, of which each row has as many as sessions. */
    static ResultTable withScores(ResultTable table) {
        return new ResultTable(
                table.family(),
                table.name() + "_scored",
                table.dimensions(),
                Stream.concat(table.columns().stream(), Stream.of(new ResultColumn("n_scores", Role.NUMERATOR)))
                        .toList(),
                table.rows().stream()
                        .map(row -> new ResultRow(
                                row.key(),
                                row.patients(),
                                Stream.concat(
                                                row.figures().stream(),
                                                Stream.of(row.figures().get(0)))
                                        .toList()))
                        .toList());
    }

    private static ResultRow row(String text) {
        String[] parts = text.split(" ", -1);
        return new ResultRow(
                Arrays.asList(parts[0].split("/", -1)),
                Long.parseLong(parts[2]),
                List.of(new Count(Long.parseLong(parts[1])), new Count(Long.parseLong(parts[2]))));
    }

    static Release released(ResultTable... tables) {
        return Protection.of(PrivacyProfile.INTERNAL).release(List.of(tables));
    }

    /** For those who have read an earlier release. */
    static Release beside(Release earlier, ResultTable... tables) {
        return Protection.of(PrivacyProfile.INTERNAL, ReleasedCells.none().add(earlier.cells()))
                .release(List.of(tables));
    }

    static List<String> listed(Release release, String table) {
        return release.table(table).rows().stream()
                .map(row -> String.join("/", row.key()))
                .toList();
    }

    static List<String> hidden(Release release, String table) {
        return release.table(table).rows().stream()
                .filter(PublishedRow::isSuppressed)
                .map(row -> String.join("/", row.key()))
                .toList();
    }
}
