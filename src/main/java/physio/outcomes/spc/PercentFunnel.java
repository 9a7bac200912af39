package physio.outcomes.spc;

import java.util.List;

/** A funnel of shares with its figures in percent. */
public record PercentFunnel(ShareFunnel of) implements Funnel {
    private static final double PERCENT = 100;

    @Override
    public List<FunnelUnit> units() {
        return of.units().stream()
                .map(unit -> new FunnelUnit(unit.name(), unit.n(), PERCENT * unit.value()))
                .toList();
    }

    @Override
    public double centre() {
        return PERCENT * of.centre();
    }

    @Override
    public double low(long n, double errors) {
        return PERCENT * of.low(n, errors);
    }

    @Override
    public double high(long n, double errors) {
        return PERCENT * of.high(n, errors);
    }
}
