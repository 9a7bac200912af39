package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** A line of techniques, as {@code a 3 3}: sessions, and patients. Two are hidden that have three sessions each, and so 1 to 5. */
class RemedyTest {
    private final CellIndex index = index("all 106 40", "a 3 3", "b 3 3", "c 50 24", "d 30 9", "e 20 19");
    private final Relations relations = new Relations(index);
    private final BitSet hidden = cells("a", "b");
    private final BitSet told = counts("a", "b");

    @Test
    void hidesTheCellOfFewestPatientsThatGivesRoom() {
        Remedy remedy = new Remedy(relations, hidden, cell -> !hidden.get(cell.number()), told, Map.of());
        assertThat(remedy.cells()).isEqualTo(cells("d"));
        assertThat(remedy.hopeless()).isEmpty();
    }

    @Test
    void goesOnToLargerOnesWhereSmallerOnesMustBeShown() {
        Predicate<PublishedCell> isLarge = cell -> !hidden.get(cell.number())
                && cell.contributors().patients() > 20
                && !cell.placeName().equals("{}");
        assertThat(new Remedy(relations, hidden, isLarge, told, Map.of()).cells())
                .isEqualTo(cells("c"));
    }

    @Test
    void saysWhatNothingGivesRoom() {
        Remedy remedy = new Remedy(relations, hidden, cell -> false, told, Map.of());
        assertThat(remedy.cells()).isEqualTo(new BitSet());
        assertThat(told.stream())
                .allMatch(count -> Long.valueOf(4).equals(remedy.hopeless().get(count)));
    }

    /** What one more has another has less, up to what a patient of it knows to be his; where that is overstepped it is taken off what the state shows. */
    @Test
    void aStateIsPossibleWhereAllRelationsHold() {
        assertThat(state(0, 2, -2).isPossible(relations)).isTrue();
        assertThat(state(0, 2, -1).isPossible(relations)).isFalse();
        assertThat(state(0, 3, -3).isPossible(relations)).isFalse();
        PossibleState overstepping = state(1, 3, -3);
        assertThat(overstepping.isPossible(relations)).isTrue();
        assertThat(overstepping.up(0)).isEqualTo(2);
        assertThat(overstepping.down(1, relations)).isEqualTo(-1);
        assertThat(state(1, 4, -4).isPossible(relations)).isFalse();
    }

    /** Of the sessions of a and b, and the patients of b. */
    private PossibleState state(double below, double... by) {
        SortedMap<Integer, Double> changes = new TreeMap<>();
        changes.put(relations.number(cell("a"), "n_sessions"), by[0]);
        changes.put(relations.number(cell("b"), "n_sessions"), by[1]);
        changes.put(relations.number(cell("b"), "n_patients"), by[1]);
        return new PossibleState(changes, below);
    }

    private PublishedCell cell(String technique) {
        return index.cells().stream()
                .filter(cell -> cell.placeName().equals("{technique=" + technique + "}"))
                .findFirst()
                .orElseThrow();
    }

    private BitSet cells(String... techniques) {
        BitSet cells = new BitSet();
        Arrays.stream(techniques).forEach(technique -> cells.set(cell(technique).number()));
        return cells;
    }

    private BitSet counts(String... techniques) {
        BitSet counts = new BitSet();
        for (String technique : techniques) {
            cell(technique).counts().keySet().forEach(column -> counts.set(relations.number(cell(technique), column)));
        }
        return counts;
    }

    private static CellIndex index(String... rows) {
        List<ResultRow> parsed = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            long patients = Long.parseLong(parts[2]);
            parsed.add(new ResultRow(
                    List.of(parts[0]), patients, List.of(new Count(Long.parseLong(parts[1])), new Count(patients))));
        }
        CellIndex index = new CellIndex();
        index.add(List.of(new ResultTable(
                "outcomes",
                "t",
                List.of("technique"),
                List.of(
                        new ResultColumn("n_sessions", Role.ADDITIVE_COUNT),
                        new ResultColumn("n_patients", Role.PATIENTS)),
                parsed)));
        return index;
    }
}
