package physio.outcomes.spc;

/**
 * What is compared in a funnel, such as a clinic.
 *
 * @param n patients; at least 1
 * @param value their mean, or the share of them
 */
public record FunnelUnit(String name, long n, double value) {
    public FunnelUnit {
        if (n < 1) {
            throw new IllegalArgumentException("Invalid unit: of no patients");
        }
    }
}
