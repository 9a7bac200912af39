package physio.outcomes.spc;

import java.util.Arrays;
import java.util.List;

/**
 * A funnel of shares on the scale of asin √p, where their variance is 1/(4n), widened by the variance τ² between units where they differ
 * more than chance makes them (R: {@code FunnelPlotR}, {@code data_type = "PR"}, {@code sr_method = "SHMI"}).
 */
public final class ShareFunnel implements Funnel {
    private final List<FunnelUnit> units;
    private final double centre;
    private final double dispersion;
    private final double betweenVariance;
    private final boolean isWidened;

    private ShareFunnel(
            List<FunnelUnit> units, double centre, double dispersion, double betweenVariance, boolean isWidened) {
        this.units = units;
        this.centre = centre;
        this.dispersion = dispersion;
        this.betweenVariance = betweenVariance;
        this.isWidened = isWidened;
    }

    /**
     * Against the share of all patients of the units that are judged.
     *
     * @throws IllegalArgumentException where no unit is judged
     */
    public static ShareFunnel of(List<FunnelUnit> all) {
        List<FunnelUnit> units = Funnel.judged(all);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("Invalid funnel: no unit of " + FEWEST + " patients");
        }
        double patients = units.stream().mapToLong(FunnelUnit::n).sum();
        double centre =
                units.stream().mapToDouble(unit -> unit.n() * unit.value()).sum() / patients;
        double[] z = units.stream()
                .mapToDouble(unit -> 2 * Math.sqrt((double) unit.n()) * (angle(unit.value()) - angle(centre)))
                .toArray();
        double dispersion = dispersion(z);
        return new ShareFunnel(units, centre, dispersion, betweenVariance(units, dispersion), false);
    }

    /** The same with limits that allow for the variance between units. */
    public ShareFunnel widened() {
        return new ShareFunnel(units, centre, dispersion, betweenVariance, true);
    }

    private static double angle(double share) {
        return StrictMath.asin(Math.sqrt(share));
    }

    /** φ: the mean of z², the outermost tenths pulled in (Spiegelhalter, Quality and Safety in Health Care 2005). */
    private static double dispersion(double[] z) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = quantile(sorted, 0.1);
        double high = quantile(sorted, 0.9);
        return Arrays.stream(z)
                .map(own -> Math.max(low, Math.min(high, own)))
                .map(own -> own * own)
                .average()
                .orElse(0);
    }

    /** R's type 7. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** τ² by moments (DerSimonian and Laird 1986) with weights 4n. */
    private static double betweenVariance(List<FunnelUnit> units, double dispersion) {
        double k = units.size();
        double sum = units.stream().mapToDouble(unit -> 4.0 * unit.n()).sum();
        double squares =
                units.stream().mapToDouble(unit -> 16.0 * unit.n() * unit.n()).sum();
        return k < 2 ? 0 : Math.max(0, (k * dispersion - (k - 1)) / (sum - squares / sum));
    }

    @Override
    public List<FunnelUnit> units() {
        return units;
    }

    @Override
    public double centre() {
        return centre;
    }

    /** φ, about 1 where units differ by chance alone. */
    public double dispersion() {
        return dispersion;
    }

    /** τ², on the scale of the angle. */
    public double betweenVariance() {
        return betweenVariance;
    }

    @Override
    public double low(long n, double errors) {
        return share(angle(centre) - errors * error(n));
    }

    @Override
    public double high(long n, double errors) {
        return share(angle(centre) + errors * error(n));
    }

    private double error(long n) {
        return Math.sqrt(1 / (4.0 * n) + (isWidened ? betweenVariance : 0));
    }

    /** Of an angle kept between 0 and a right one. */
    private static double share(double angle) {
        double sine = StrictMath.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
        return sine * sine;
    }
}
