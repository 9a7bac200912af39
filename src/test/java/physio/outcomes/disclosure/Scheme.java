package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.privacy.Release;

/** How tables are protected; as in a report, months first, and the year of those that are shown. */
enum Scheme {
    /** Each table by itself. */
    TABLE_BY_TABLE {
        @Override
        List<PublishedTable> publish(PrivacyProfile profile, Cube cube) {
            List<PublishedTable> tables = new ArrayList<>(each(profile, cube.months()));
            tables.addAll(each(profile, cube.year(hidden(tables))));
            return tables;
        }
    },
    /** All tables together, audited. */
    TOGETHER {
        @Override
        List<PublishedTable> publish(PrivacyProfile profile, Cube cube) {
            return release(profile, cube).tables();
        }
    };

    abstract List<PublishedTable> publish(PrivacyProfile profile, Cube cube);

    static Release release(PrivacyProfile profile, Cube cube) {
        return release(Protection.of(profile), cube);
    }

    static Release release(Protection protection, Cube cube) {
        Release months = protection.release(cube.months());
        return months.with(cube.year(
                months.hiddenKeys("monthly_outcomes").stream().map(Scheme::cell).collect(Collectors.toSet())));
    }

    private static List<PublishedTable> each(PrivacyProfile profile, List<ResultTable> tables) {
        return tables.stream().map(Protection.of(profile)::publish).toList();
    }

    /** The months of clinics that are not shown. */
    static Set<Cell.Key> hidden(List<PublishedTable> tables) {
        return tables.stream()
                .filter(table -> table.name().equals("monthly_outcomes"))
                .flatMap(table -> table.rows().stream())
                .filter(PublishedRow::isSuppressed)
                .map(row -> cell(row.key()))
                .collect(Collectors.toSet());
    }

    /** A row's clinic, period, measure and window as the key of a cell. */
    private static Cell.Key cell(List<String> key) {
        return new Cell.Key(key.get(1), key.get(0), key.get(2), key.get(3), Cell.ALL);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
