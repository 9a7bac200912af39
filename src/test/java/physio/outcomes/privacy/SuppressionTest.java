package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

class SuppressionTest {
    private static final List<String> LINE = List.of("technique");
    private static final List<String> SQUARE = List.of("clinic", "technique");

    @Test
    void hidesFourPatientsAndShowsFive() {
        assertThat(hidden(LINE, "a 4", "b 5", "c 1")).containsExactly("a", "c");
    }

    @Test
    void hidesNoRowOfNobody() {
        assertThat(hidden(LINE, "all 20", "a 0", "b 12", "c 8")).isEmpty();
    }

    @Test
    void hidesNothingBelowAThresholdOfNone() {
        assertThat(hidden(table(LINE, "all 4", "a 1", "b 3"), PrivacyProfile.NONE))
                .isEmpty();
    }

    /** One hidden row would be the total less the others: the smallest of these is hidden with it. */
    @Test
    void hidesTheSmallestOtherRowBesideASingleHiddenOne() {
        assertThat(hidden(LINE, "all 40", "a 4", "b 16", "c 9", "d 11")).containsExactly("a", "c");
    }

    @Test
    void hidesTheFirstInOrderOfEquallySmallRows() {
        assertThat(hidden(LINE, "all 40", "d 9", "a 4", "c 9", "b 18")).containsExactly("a", "c");
    }

    @Test
    void hidesNoSecondRowWithoutATotal() {
        assertThat(hidden(LINE, "a 4", "b 16", "c 9")).containsExactly("a");
    }

    @Test
    void hidesNoThirdRowWhereTwoAreHidden() {
        assertThat(hidden(LINE, "all 40", "a 4", "b 3", "c 9")).containsExactly("a", "b");
    }

    /** A row of nobody hides nothing. */
    @Test
    void hidesSomebodyInAddition() {
        assertThat(hidden(LINE, "all 24", "a 4", "b 0", "c 20")).containsExactly("a", "c");
    }

    /** What hides a row in its line uncovers it in the crossing one, so others go with it until no line has a single hidden row. */
    @Test
    void hidesARectangleInTwoDimensions() {
        assertThat(hidden(
                        SQUARE,
                        "all/all 134",
                        "all/a 50",
                        "all/b 41",
                        "all/c 43",
                        "C1/all 44",
                        "C1/a 4",
                        "C1/b 20",
                        "C1/c 20",
                        "C2/all 41",
                        "C2/a 20",
                        "C2/b 10",
                        "C2/c 11",
                        "C3/all 49",
                        "C3/a 26",
                        "C3/b 11",
                        "C3/c 12"))
                .containsExactly("C1/a", "C1/b", "C2/a", "C2/b");
    }

    /** A clinic with one technique: its only row and its total are one figure. */
    @Test
    void hidesATotalThatIsItsOnlyPart() {
        assertThat(hidden(
                        SQUARE,
                        "all/all 60",
                        "all/a 35",
                        "all/b 25",
                        "C1/all 24",
                        "C1/a 4",
                        "C1/b 20",
                        "C2/all 11",
                        "C2/a 11",
                        "C3/all 25",
                        "C3/a 20",
                        "C3/b 5"))
                .contains("C1/a", "C2/a", "C2/all");
    }

    /** Else a hidden total would be the sum of its parts. */
    @Test
    void hidesAPartOfAHiddenTotal() {
        assertThat(hidden(
                        SQUARE,
                        "all/all 84",
                        "all/a 42",
                        "all/b 42",
                        "C1/all 4",
                        "C1/a 2",
                        "C1/b 2",
                        "C2/all 16",
                        "C2/a 8",
                        "C2/b 8",
                        "C3/all 32",
                        "C3/a 6",
                        "C3/b 26",
                        "C4/all 32",
                        "C4/a 26",
                        "C4/b 6"))
                .contains("C1/all", "C2/all", "C2/a");
    }

    /** In any table: no line of parts and their total has one hidden row of somebody, and the order of rows changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesNoLineWithASingleHiddenRowInWhateverOrder(long seed) {
        Random random = new Random(seed);
        List<String> rows = cube(random);
        Set<String> hidden = hidden(SQUARE, rows.toArray(String[]::new));
        for (int clinic = 0; clinic <= 5; clinic++) {
            String prefix = (clinic == 0 ? "all" : "C" + clinic) + "/";
            assertThat(hiddenOf(rows, hidden, row -> row.startsWith(prefix)))
                    .as(prefix)
                    .isNotEqualTo(1);
        }
        for (String technique : List.of("all", "a", "b", "c", "d")) {
            assertThat(hiddenOf(rows, hidden, row -> row.split("[/ ]", -1)[1].equals(technique)))
                    .as(technique)
                    .isNotEqualTo(1);
        }
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(rows, random);
            assertThat(hidden(SQUARE, rows.toArray(String[]::new))).isEqualTo(hidden);
        }
    }

    private static long hiddenOf(List<String> rows, Set<String> hidden, Predicate<String> line) {
        return rows.stream()
                .filter(line)
                .filter(row -> hidden.contains(row.split(" ", -1)[0]))
                .count();
    }

    /** Five clinics, four techniques and all totals, patients adding up. */
    private static List<String> cube(Random random) {
        int[] byTechnique = new int[4];
        int all = 0;
        List<String> rows = new ArrayList<>();
        for (int clinic = 1; clinic <= 5; clinic++) {
            int total = 0;
            for (int technique = 0; technique < 4; technique++) {
                int patients = random.nextInt(4) == 0 ? random.nextInt(6) : 5 + random.nextInt(4);
                total += patients;
                byTechnique[technique] += patients;
                rows.add("C" + clinic + "/" + "abcd".charAt(technique) + " " + patients);
            }
            all += total;
            rows.add("C" + clinic + "/all " + total);
        }
        for (int technique = 0; technique < 4; technique++) {
            rows.add("all/" + "abcd".charAt(technique) + " " + byTechnique[technique]);
        }
        rows.add("all/all " + all);
        return rows;
    }

    private static Set<String> hidden(List<String> dimensions, String... rows) {
        return hidden(table(dimensions, rows), PrivacyProfile.INTERNAL);
    }

    private static Set<String> hidden(ResultTable table, PrivacyProfile profile) {
        Set<String> keys = new TreeSet<>();
        CellIndex index = new CellIndex();
        index.add(List.of(table));
        BitSet hidden = Suppression.of(index, Protection.of(profile), Suppression.none(), 0)
                .cells();
        for (int i = 0; i < table.rows().size(); i++) {
            if (hidden.get(index.cell(0, i))) {
                keys.add(String.join("/", table.rows().get(i).key()));
            }
        }
        return keys;
    }

    /** Rows as {@code C1/dtm 12}: the key and the number of patients, of one session each. */
    private static ResultTable table(List<String> dimensions, String... rows) {
        List<ResultRow> parsed = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            long patients = Long.parseLong(parts[1]);
            parsed.add(new ResultRow(List.of(parts[0].split("/", -1)), patients, List.of(new Figure.Count(patients))));
        }
        return new ResultTable(
                "table", dimensions, List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT)), parsed);
    }
}
