package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ReleasedCell;
import physio.outcomes.domain.ResultTable;

/** Tables that are published together: protected together, and audited against one another. */
public final class Release {
    private final Protection protection;
    private final List<ResultTable> results;
    private final CellIndex index;
    private final Suppression.Hidden hidden;
    private final BitSet notShown;
    private final List<ReleasedCell> cells;
    private final List<PublishedTable> tables;

    private Release(
            Protection protection,
            List<ResultTable> results,
            CellIndex index,
            Suppression.Hidden hidden,
            List<ReleasedCell> before) {
        this.protection = protection;
        this.results = results;
        this.index = index;
        this.hidden = hidden;
        this.notShown = hidden.cells();
        this.cells = Stream.concat(
                        before.stream(),
                        index.cells().stream()
                                .skip(before.size())
                                .map(cell -> EarlierReleases.told(cell, !notShown.get(cell.number()))))
                .toList();
        this.tables = IntStream.range(0, results.size())
                .mapToObj(table -> protection.published(
                        results.get(table),
                        rows(table, notShown),
                        rows(table, hidden.leftOut()),
                        (row, column) -> isHiddenElsewhere(table, row, column)))
                .toList();
    }

    private boolean isHiddenElsewhere(int table, int row, String column) {
        int measure = results.get(table).dimensions().indexOf(CellIndex.MEASURE);
        return measure >= 0
                && LinkedTables.isHidden(
                        index,
                        index.cells().get(index.cell(table, row)),
                        results.get(table).rows().get(row).key().get(measure),
                        column,
                        notShown);
    }

    static Release of(Protection protection, List<ResultTable> tables) {
        CellIndex index = new CellIndex();
        index.add(tables);
        return new Release(protection, tables, index, hidden(protection, index, Suppression.none(), 0), List.of());
    }

    /** More tables beside these, which stay as they are: what may be shown of the others goes by them too. */
    public Release with(List<ResultTable> more) {
        List<ResultTable> all = new ArrayList<>(results);
        all.addAll(more);
        CellIndex larger = new CellIndex();
        larger.add(all);
        return new Release(
                protection,
                all,
                larger,
                hidden(protection, larger, hidden, index.cells().size()),
                cells);
    }

    private static Suppression.Hidden hidden(
            Protection protection, CellIndex index, Suppression.Hidden before, int fixed) {
        return protection.profile() == PrivacyProfile.NONE
                ? Suppression.none()
                : Suppression.of(index, protection, before, fixed);
    }

    private BitSet rows(int table, BitSet cells) {
        BitSet rows = new BitSet();
        IntStream.range(0, results.get(table).rows().size())
                .filter(row -> cells.get(index.cell(table, row)))
                .forEach(rows::set);
        return rows;
    }

    /** The tables in the order in which they were given. */
    public List<PublishedTable> tables() {
        return tables;
    }

    /** One of the tables. */
    public PublishedTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown table '" + name + "'"));
    }

    /** What the rows of a table are about that are hidden, listed or not. */
    public Set<List<String>> hiddenKeys(String table) {
        Set<List<String>> keys = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            ResultTable result = results.get(i);
            if (result.name().equals(table)) {
                rows(i, notShown).stream()
                        .mapToObj(row -> result.rows().get(row).key())
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    /** What is told to whom reads it. */
    public List<ReleasedCell> cells() {
        return cells;
    }

    /** What is hidden, and how well. */
    public DisclosureStatement statement() {
        long primary = 0;
        long all = 0;
        long leftOut = 0;
        long shownPatients = 0;
        long patients = 0;
        List<DisclosureStatement.TableCounts> counts = new ArrayList<>();
        for (int table = 0; table < results.size(); table++) {
            BitSet rows = rows(table, notShown);
            counts.add(new DisclosureStatement.TableCounts(
                    results.get(table).name(), results.get(table).rows().size(), rows.cardinality()));
            for (int row = 0; row < results.get(table).rows().size(); row++) {
                long own = results.get(table).rows().get(row).patients();
                patients += own;
                shownPatients += rows.get(row) ? 0 : own;
                primary += hidden.primary().get(index.cell(table, row)) ? 1 : 0;
            }
            all += rows.cardinality();
            leftOut += rows(table, hidden.leftOut()).cardinality();
        }
        return new DisclosureStatement(
                protection.profile(),
                Protection.threshold(protection.profile()),
                counts,
                primary,
                all - primary,
                leftOut,
                patients == 0 ? 1 : (double) shownPatients / patients,
                new DisclosureStatement.Audit(
                        hidden.audit().counts(), hidden.audit().narrowest()));
    }
}
