package physio.outcomes.spc;

import java.util.List;
import java.util.function.Predicate;

/**
 * The ranks that a unit may have, given how uncertain all means are: from 1 + how many are clearly better to all but those that are clearly
 * worse (Klein, Wright and Wieczorek, J Royal Statistical Society A 2020, with one comparison at a time).
 */
public final class RankIntervals {
    private RankIntervals() {}

    /** A mean, higher is better, with its standard error. */
    public record Mean(double value, double standardError) {
        private boolean isAbove(Mean other) {
            double error = Math.sqrt(standardError * standardError + other.standardError * other.standardError);
            return value - other.value > Funnel.WARNING * error;
        }
    }

    /** The first rank, 1 the best, and the last. */
    public record Ranks(int first, int last) {}

    /** The ranks of a mean among all. */
    public static Ranks of(Mean own, List<Mean> means) {
        return new Ranks(1 + count(means, other -> other.isAbove(own)), means.size() - count(means, own::isAbove));
    }

    private static int count(List<Mean> means, Predicate<Mean> condition) {
        return (int) means.stream().filter(condition).count();
    }
}
