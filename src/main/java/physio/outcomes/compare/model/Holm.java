package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-down adjustment of p values for their number (Holm, Scandinavian J Statistics 1979). */
public final class Holm {
    private Holm() {}

    /** Adjusted p values in the order given, at most 1; R: {@code p.adjust(p, "holm")}. */
    public static double[] adjust(double[] p) {
        if (!Arrays.stream(p).allMatch(value -> value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("Invalid p value: outside 0 to 1");
        }
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double reached = 0;
        for (int rank = 0; rank < p.length; rank++) {
            reached = Math.max(reached, Math.min(1, (p.length - rank) * p[ascending[rank]]));
            adjusted[ascending[rank]] = reached;
        }
        return adjusted;
    }
}
