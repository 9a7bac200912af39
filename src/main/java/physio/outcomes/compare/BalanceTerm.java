package physio.outcomes.compare;

import physio.outcomes.compare.WeightedArm.Spread;

/**
 * How alike two arms are in one term, with and without weights.
 *
 * @param isModelled whether the propensity model holds it, so that weights balance it exactly
 * @param patients of the arm that has fewer of what the term is about
 */
record BalanceTerm(String name, boolean isModelled, long patients, Spread technique, Spread reference) {

    /** Its name in a sentence, where no model holds it: {@code baseline:body_regionneck} is baseline by body region neck. */
    String words() {
        return name.replace("baseline:body_region", "baseline by body region ")
                .replace("baseline^2", "baseline squared")
                .replace("earlier_episodes", "earlier episodes")
                .replaceFirst("^clinic", "clinic ");
    }

    /** The standardised mean difference without weights. */
    double before() {
        return standardised(technique.mean() - reference.mean());
    }

    /** The standardised mean difference with weights; the denominator is that without (Austin, Statistics in Medicine 2009). */
    double after() {
        return standardised(technique.weightedMean() - reference.weightedMean());
    }

    private double standardised(double difference) {
        double sd = Math.sqrt((technique.variance() + reference.variance()) / 2);
        return sd == 0 ? (difference == 0 ? 0 : Double.POSITIVE_INFINITY) : difference / sd;
    }
}
