package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Techniques of clinics, of which an earlier release has shown the totals, and some of the parts. */
class LeftOutTest {
    private static final int CLINICS = 4;
    private static final int TECHNIQUES = 3;
    private static final List<String> DIMENSIONS = List.of("clinic_id", "technique");
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT), new ResultColumn("n_patients", Role.PATIENTS));

    /** No row tells of it, and so nobody asks for more; but not less than where all is hidden that may be. */
    @Test
    void whatIsLeftOutIsHiddenAsWellAsItCanBe() {
        List<String> told = new ArrayList<>();
        int leftOut = 0;
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<ResultRow> rows = rows(random);
            List<ResultRow> shown =
                    rows.stream().filter(row -> isShownEarlier(row, random)).toList();
            Protection protection = Protection.of(
                    PrivacyProfile.INTERNAL,
                    ReleasedCells.none()
                            .add(Protection.of(PrivacyProfile.INTERNAL)
                                    .release(List.of(table(shown)))
                                    .cells()));
            CellIndex index = new CellIndex();
            index.add(List.of(table(rows)));
            Suppression.Hidden hidden = Suppression.of(index, protection, Suppression.none(), 0);
            leftOut += hidden.leftOut().cardinality();
            told.addAll(toldTooMuch(seed, index, protection.earlier(), hidden));
        }
        assertThat(leftOut).isPositive();
        assertThat(told).isEmpty();
    }

    private static List<String> toldTooMuch(
            long seed, CellIndex index, EarlierReleases earlier, Suppression.Hidden hidden) {
        Relations relations = new Relations(index);
        BitSet all = new BitSet();
        index.cells().stream().filter(cell -> !earlier.show(cell)).forEach(cell -> all.set(cell.number()));
        BitSet leftOut = relations.hidden(hidden.leftOut());
        leftOut.and(relations.hidden(hidden.secret()));
        List<String> told = new ArrayList<>();
        leftOut.stream().forEach(count -> {
            long room = room(relations, hidden.secret(), count);
            long most = room(relations, all, count);
            long asked = Audit.asked(count, hidden.attainable());
            if (room < most || asked < most) {
                told.add(seed + ": " + relations.cell(count).name() + " " + room + ", asked " + asked + " < " + most);
            }
        });
        return told;
    }

    private static long room(Relations relations, BitSet hidden, int count) {
        BitSet counts = new BitSet();
        counts.set(count);
        Audit audit = new Audit(relations, Map.of());
        audit.unsafe(hidden, counts);
        return Math.min(Audit.WIDTH, audit.room(count));
    }

    private static boolean isShownEarlier(ResultRow row, Random random) {
        return row.key().get(1).equals(ResultTable.ALL) || random.nextInt(8) == 0;
    }

    private static ResultTable table(List<ResultRow> rows) {
        return new ResultTable("outcomes", "t", DIMENSIONS, COLUMNS, rows);
    }

    private static List<ResultRow> rows(Random random) {
        int[][] sessions = new int[CLINICS + 1][TECHNIQUES + 1];
        int[][] patients = new int[CLINICS + 1][TECHNIQUES + 1];
        for (int clinic = 1; clinic <= CLINICS; clinic++) {
            int size = 1 + random.nextInt(8);
            for (int technique = 1; technique <= TECHNIQUES; technique++) {
                int own = random.nextInt(size + 1);
                int visits = own + (own == 0 ? 0 : random.nextInt(own + 1));
                for (int[] place : new int[][] {{clinic, technique}, {clinic, 0}, {0, technique}, {0, 0}}) {
                    sessions[place[0]][place[1]] += visits;
                    patients[place[0]][place[1]] += own;
                }
            }
        }
        return IntStream.rangeClosed(0, CLINICS)
                .boxed()
                .flatMap(clinic -> IntStream.rangeClosed(0, TECHNIQUES)
                        .filter(technique -> patients[clinic][technique] > 0)
                        .mapToObj(technique -> new ResultRow(
                                List.of(name("C", clinic), name("t", technique)),
                                patients[clinic][technique],
                                List.of(
                                        new Count(sessions[clinic][technique]),
                                        new Count(patients[clinic][technique])))))
                .toList();
    }

    private static String name(String prefix, int number) {
        return number == 0 ? ResultTable.ALL : prefix + number;
    }
}
