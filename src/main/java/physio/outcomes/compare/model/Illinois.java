package physio.outcomes.compare.model;

import java.util.function.DoubleUnaryOperator;

/** Roots in a bracket by the Illinois rule (Dowell and Jarratt, BIT 1971). */
final class Illinois {
    private static final int MAX_STEPS = 200;

    private Illinois() {}

    /**
     * Where {@code excess} is 0.
     *
     * @param one an end of the bracket
     * @param other the other end, where the excess has the other sign
     * @param tolerance of the excess, and of the root: absolute below 1, relative above
     */
    static double root(DoubleUnaryOperator excess, double one, double other, double tolerance) {
        double kept = one;
        double keptExcess = excess.applyAsDouble(one);
        double last = other;
        double lastExcess = excess.applyAsDouble(other);
        for (int step = 0; step < MAX_STEPS; step++) {
            double next = last - lastExcess * (last - kept) / (lastExcess - keptExcess);
            if (Math.abs(lastExcess) <= tolerance || Math.abs(next - last) <= tolerance * (1 + Math.abs(last))) {
                return last;
            }
            double nextExcess = excess.applyAsDouble(next);
            if (nextExcess * lastExcess < 0) {
                kept = last;
                keptExcess = lastExcess;
            } else {
                keptExcess /= 2;
            }
            last = next;
            lastExcess = nextExcess;
        }
        throw new ArithmeticException("Cannot find a root: no convergence");
    }
}
