package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-up adjustment that bounds the false discovery rate (Benjamini and Hochberg, J Royal Statistical Society B 1995). */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** Adjusted p values in the order given, at most 1; R: {@code p.adjust(p, "BH")}. */
    public static double[] adjust(double[] p) {
        if (!Arrays.stream(p).allMatch(value -> value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("Invalid p value: outside 0 to 1");
        }
        int[] descending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double reached = 1;
        for (int i = 0; i < p.length; i++) {
            int rank = p.length - i;
            reached = Math.min(reached, p.length * p[descending[i]] / rank);
            adjusted[descending[i]] = reached;
        }
        return adjusted;
    }
}
