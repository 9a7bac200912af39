package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import physio.outcomes.compare.model.Contrast;

/**
 * The weighted difference of a technique from the reference, or why there is none.
 *
 * @param fit absent where the arms cannot be weighted
 * @param terms how alike they are, none without a fit
 */
record Overlap(Arms arms, Estimate estimate, Optional<OverlapFit> fit, List<BalanceTerm> terms) {
    private static final int FEW_CLUSTERS = 40;
    private static final double IMBALANCED = 0.25;
    private static final double FEWEST_EFFECTIVE = 20;

    String technique() {
        return estimate.technique();
    }

    /** No estimate, and why. */
    static Overlap none(Arms arms, String technique, String why) {
        return new Overlap(arms, new Estimate(technique, Optional.empty(), why), Optional.empty(), List.of());
    }

    /** What a fit and its variance come to; not compared where weighting has left too little or too unlike arms. */
    static Overlap of(
            Arms arms,
            String technique,
            OverlapFit fit,
            List<BalanceTerm> terms,
            double squaredInfluence,
            long clusters) {
        String obstacle = obstacle(fit, terms, clusters);
        Optional<Contrast> contrast = obstacle.isEmpty()
                ? Optional.of(contrast(fit, squaredInfluence, clusters)
                        .times(arms.measure().stepSize()))
                : Optional.empty();
        List<String> notes = new ArrayList<>();
        if (fit.removedRows() > 0) {
            notes.add("rows without weight: their case mix got one of the two techniques alone");
        }
        if (clusters < FEW_CLUSTERS) {
            notes.add("approximate: fewer than " + FEW_CLUSTERS + " clusters");
        }
        return new Overlap(
                arms,
                new Estimate(technique, contrast, obstacle.isEmpty() ? String.join("; ", notes) : obstacle),
                Optional.of(fit),
                terms);
    }

    /** Clusters as in the other models: Σ of squared influence times G/(G − 1), t with G − 1 degrees of freedom. */
    private static Contrast contrast(OverlapFit fit, double squaredInfluence, long clusters) {
        double variance = squaredInfluence * clusters / (clusters - 1.0);
        return new Contrast(fit.estimate(), Math.sqrt(variance), clusters - 1.0);
    }

    private static String obstacle(OverlapFit fit, List<BalanceTerm> terms, long clusters) {
        if (clusters < 2) {
            return "not estimable: all rows are one cluster";
        }
        if (!(Math.min(fit.technique().effectiveSize(), fit.reference().effectiveSize()) >= FEWEST_EFFECTIVE)) {
            return "not comparable: an arm has an effective sample size below 20";
        }
        return terms.stream()
                .filter(term -> !term.isModelled() && Math.abs(term.after()) > IMBALANCED)
                .max(Comparator.comparingDouble(term -> Math.abs(term.after())))
                .map(term -> "not comparable: after weighting the arms still differ in " + term.words()
                        + " by more than 0.25 standard deviations")
                .orElse("");
    }
}
