package physio.outcomes.report.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where rows of different heights begin and end, from the top. */
final class RowHeights {
    /** In px; one more than there are rows. */
    private final int[] borders;

    RowHeights(IntStream heights) {
        borders = IntStream.concat(IntStream.of(0), heights).toArray();
        Arrays.parallelPrefix(borders, Integer::sum);
    }

    int total() {
        return borders[borders.length - 1];
    }

    /** The upper border of a row as a share of all. */
    double start(int row) {
        return (double) borders[row] / total();
    }

    /** The lower border of a row as a share of all. */
    double end(int row) {
        return start(row + 1);
    }
}
