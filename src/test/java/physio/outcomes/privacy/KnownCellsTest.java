package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Months that are published, and a year beside them; rows as {@code C1/2024-01 30}: clinic, period and sessions. */
class KnownCellsTest {
    private static final String YEAR = "2024-01..2024-03";
    private static final List<ResultColumn> COLUMNS = List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT));
    private static final List<String> MONTHS = List.of(
            "C1/2024-01 10",
            "C1/2024-02 20",
            "C1/2024-03 30",
            "C2/2024-01 7",
            "C2/2024-02 4",
            "C2/2024-03 9",
            "all/2024-02 24");

    @Test
    void theSumOfShownMonthsIsKnown() {
        assertThat(known(Set.of(), "C1/" + YEAR + " 60", "C2/" + YEAR + " 20"))
                .containsExactlyInAnyOrder("C1/" + YEAR, "C2/" + YEAR);
    }

    /** Which is how a year is counted: without the months that are hidden. */
    @Test
    void aYearWithoutAHiddenMonthIsKnownAndTheMonthIsNot() {
        assertThat(known(Set.of("C2/2024-02", "all/2024-02"), "C2/" + YEAR + " 16"))
                .containsExactly("C2/" + YEAR);
    }

    @Test
    void aYearWithAHiddenMonthIsNotKnown() {
        assertThat(known(Set.of("C2/2024-02", "all/2024-02"), "C2/" + YEAR + " 20"))
                .isEmpty();
    }

    @Test
    void whatIsTheSumOfKnownCellsIsKnown() {
        assertThat(known(Set.of(), "C1/" + YEAR + " 60", "C2/" + YEAR + " 20", "all/" + YEAR + " 80"))
                .contains("all/" + YEAR);
    }

    /** And what the other parts leave of a total that is. */
    @Test
    void whatIsLeftOfAShownTotalIsKnown() {
        assertThat(known(Set.of("C2/2024-02"), "C2/" + YEAR + " 20")).containsExactly("C2/2024-02");
    }

    @Test
    void whatDoesNotAddUpTellsNothing() {
        assertThat(known(Set.of(), "C1/" + YEAR + " 61")).isEmpty();
    }

    private static List<String> known(Set<String> hidden, String... more) {
        ResultTable months = table("months", MONTHS);
        CellIndex index = new CellIndex();
        index.add(List.of(months));
        int published = index.cells().size();
        ResultTable others = table("others", Arrays.asList(more));
        index.add(List.of(others));
        Set<Integer> hiddenCells = Set.copyOf(
                hidden.stream().map(key -> index.cell(0, indexOf(months, key))).toList());
        Predicate<PublishedCell> isShown = cell -> cell.number() < published && !hiddenCells.contains(cell.number());
        BitSet known = new KnownCells(new Relations(index).allLines(), isShown, isShown).cells();
        return Stream.concat(keys(months, 0, index, known), keys(others, 1, index, known))
                .toList();
    }

    private static Stream<String> keys(ResultTable table, int place, CellIndex index, BitSet known) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> known.get(index.cell(place, row)))
                .mapToObj(row -> String.join("/", table.rows().get(row).key()));
    }

    private static int indexOf(ResultTable table, String key) {
        return table.rows().stream()
                .map(row -> String.join("/", row.key()))
                .toList()
                .indexOf(key);
    }

    private static ResultTable table(String name, List<String> rows) {
        return new ResultTable(
                "outcomes",
                name,
                List.of("clinic_id", "period"),
                COLUMNS,
                rows.stream().map(KnownCellsTest::row).toList());
    }

    private static ResultRow row(String text) {
        String[] parts = text.split(" ", -1);
        long sessions = Long.parseLong(parts[1]);
        return new ResultRow(Arrays.asList(parts[0].split("/", -1)), sessions, List.of(new Count(sessions)));
    }
}
