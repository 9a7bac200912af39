package physio.outcomes.compare.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the variance ratio λ of highest restricted likelihood: a grid first, as there may be several peaks, then the
 * root of the slope beside the best point.
 */
final class RatioSearch {
    /** In nλ of the largest size. Below the first the likelihood is all but a parabola. */
    private static final double FIRST = 1.0 / 64;

    /** From one λ to the next: the standard deviation doubles. */
    private static final double STEP = 4;

    /** In λ; beyond it the grid goes on for as long as the deviance falls. */
    private static final double FAR = 64;

    private static final double TOLERANCE = 1e-12;

    private final RandomIntercept model;
    private final List<RatioFit> grid = new ArrayList<>();

    private RatioSearch(RandomIntercept model) {
        this.model = model;
    }

    /** The fit at the peak; at λ = 0 where nothing is higher. */
    static RatioFit peak(RandomIntercept model) {
        RatioSearch search = new RatioSearch(model);
        return search.beside(search.lowestDeviance());
    }

    private int lowestDeviance() {
        grid.add(new RatioFit(model, 0));
        grid.add(new RatioFit(model, FIRST / model.largestSize()));
        int lowest = 0;
        for (int next = 1; last().ratio() <= FAR || lowest == next - 1; next++) {
            if (grid(next).deviance() < grid.get(lowest).deviance()) {
                lowest = next;
            }
        }
        return lowest;
    }

    private RatioFit last() {
        return grid.get(grid.size() - 1);
    }

    /** The root of the slope between the nearest grid points where the deviance falls and where it rises. */
    private RatioFit beside(int lowest) {
        int falling = lowest;
        while (falling > 0 && grid.get(falling).slope() >= 0) {
            falling--;
        }
        if (grid.get(falling).slope() >= 0) {
            return grid.get(lowest);
        }
        int rising = Math.max(lowest, falling + 1);
        while (grid(rising).slope() < 0) {
            rising++;
        }
        double high = grid(rising).ratio();
        DoubleUnaryOperator slope = share -> high * new RatioFit(model, share * high).slope();
        return new RatioFit(model, high * Illinois.root(slope, grid(falling).ratio() / high, 1, TOLERANCE));
    }

    private RatioFit grid(int index) {
        while (index >= grid.size()) {
            grid.add(new RatioFit(model, STEP * last().ratio()));
        }
        return grid.get(index);
    }
}
