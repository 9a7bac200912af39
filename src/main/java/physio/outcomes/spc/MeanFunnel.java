package physio.outcomes.spc;

import java.util.List;

/**
 * A funnel of means: limits at the overall mean ± z · SD / √n (NHS England, PROMs outlier methodology).
 *
 * @param centre the mean of all patients, those of units too small to be judged among them
 * @param deviation the standard deviation of all patients; above 0
 */
public record MeanFunnel(List<FunnelUnit> units, double centre, double deviation) implements Funnel {
    public MeanFunnel {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("Invalid funnel: patients do not differ");
        }
        units = Funnel.judged(units);
    }

    @Override
    public double low(long n, double errors) {
        return centre - errors * deviation / Math.sqrt((double) n);
    }

    @Override
    public double high(long n, double errors) {
        return centre + errors * deviation / Math.sqrt((double) n);
    }
}
