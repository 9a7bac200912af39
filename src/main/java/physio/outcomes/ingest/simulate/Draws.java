package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A repeatable stream of random draws. Only {@link SplittableRandom#nextLong} and {@link StrictMath} are used: the
 * algorithms behind the other methods may differ between JDKs.
 */
final class Draws {
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final SplittableRandom source;

    private Draws(long seed) {
        source = new SplittableRandom(seed);
    }

    static Draws of(long seed) {
        return new Draws(seed);
    }

    /** A seed for one of many streams; mixed, because nearby seeds of one generator give overlapping streams. */
    static long seed(long seed, long stream) {
        return mix(mix(seed) ^ stream);
    }

    long next() {
        return source.nextLong();
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (source.nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /** A whole number from 0 to bound − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal (Box & Muller 1958); always takes two draws, so that streams stay in step. */
    double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    <T> T pick(List<T> items, ToDoubleFunction<T> weight) {
        return pick(items, weight, uniform());
    }

    /** The item at the given share (0 to 1) of the summed weights. */
    static <T> T pick(List<T> items, ToDoubleFunction<T> weight, double share) {
        double left = share * items.stream().mapToDouble(weight).reduce(0, Double::sum);
        for (T item : items) {
            left -= weight.applyAsDouble(item);
            if (left < 0) {
                return item;
            }
        }
        return items.get(items.size() - 1);
    }

    /** Finaliser of SplitMix64 (Steele, Lea & Flood 2014, variant 13 of Stafford). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
