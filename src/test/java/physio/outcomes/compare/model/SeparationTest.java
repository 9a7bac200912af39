package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a logistic fit takes out, against a search of all directions that could separate a small design. */
class SeparationTest {
    private static final int COLUMNS = 4;

    /** Directions between columns of 0, 1 and 2 have small whole numbers. */
    private static final int REACH = 4;

    @Test
    void takesOutWhatSomeDirectionSeparatesAndNothingElse() {
        Random random = new Random(20260302);
        int separated = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<long[]> rows = new ArrayList<>();
            List<LogisticPattern> patterns = new ArrayList<>();
            int size = 4 + random.nextInt(9);
            for (int row = 0; row < size; row++) {
                long[] values = {1, random.nextInt(2), random.nextInt(2), random.nextInt(3)};
                long trials = 1L + random.nextInt(3);
                rows.add(values);
                patterns.add(new LogisticPattern(
                        IntStream.range(0, COLUMNS).toArray(),
                        values,
                        trials,
                        random.nextInt(3) > 0 ? trials * random.nextInt(2) : random.nextInt((int) trials + 1)));
            }
            int[] expected = separated(rows, patterns);
            separated += expected.length > 0 && expected.length < size ? 1 : 0;
            int[] removed = LogisticFit.fit(List.of("intercept", "a", "b", "c"), patterns)
                    .map(LogisticFit::removed)
                    .orElseGet(() -> IntStream.range(0, size).toArray());
            assertThat(removed).as("design %d", trial).isEqualTo(expected);
        }
        assertThat(separated).isGreaterThan(50);
    }

    /** All rows that some direction separates while it contradicts none. */
    private static int[] separated(List<long[]> rows, List<LogisticPattern> patterns) {
        boolean[] isSeparated = new boolean[rows.size()];
        int width = 2 * REACH + 1;
        for (int code = 0; code < Math.pow(width, COLUMNS); code++) {
            long[] direction = new long[COLUMNS];
            int rest = code;
            for (int i = 0; i < COLUMNS; i++) {
                direction[i] = (long) rest % width - REACH;
                rest /= width;
            }
            long[] moves = rows.stream().mapToLong(row -> dot(row, direction)).toArray();
            if (IntStream.range(0, moves.length).noneMatch(i -> isContradicted(patterns.get(i), moves[i]))) {
                IntStream.range(0, moves.length).filter(i -> moves[i] != 0).forEach(i -> isSeparated[i] = true);
            }
        }
        return IntStream.range(0, rows.size()).filter(i -> isSeparated[i]).toArray();
    }

    private static long dot(long[] row, long[] direction) {
        return IntStream.range(0, COLUMNS).mapToLong(i -> row[i] * direction[i]).sum();
    }

    private static boolean isContradicted(LogisticPattern pattern, long move) {
        return (move > 0 && pattern.successes() < pattern.trials()) || (move < 0 && pattern.successes() > 0);
    }
}
