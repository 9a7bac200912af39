package physio.outcomes.ingest.simulate;

/**
 * How bad a patient is by one instrument, in its points: the distance from its best score. One equation serves all
 * instruments; these are its numbers.
 *
 * @param mean of a patient aged 50 to 59 between flares
 * @param sd between episodes
 * @param severityLoading correlation with the severity that all instruments share
 * @param perDecade added for each decade of age above 50
 * @param perFlare added for each point of the flare that makes a patient seek care
 * @param noise SD between visits
 * @param recovery share of the natural recovery that this score follows
 */
record Burden(
        double mean,
        double sd,
        double severityLoading,
        double perDecade,
        double perFlare,
        double noise,
        double recovery) {
    private static final Burden PAIN = new Burden(4.6, 1.5, 0.8, 0.05, 1, 0.7, 1);
    private static final Burden MOBILITY = new Burden(34, 12, 0.5, 2, 3, 3, 0.9);
    private static final Burden FUNCTION = new Burden(4.8, 1.5, 0.6, 0.1, 0.4, 0.7, 1);
    private static final Burden SLEEP = new Burden(7.5, 3, 0.35, 0.2, 0.4, 1, 0.5);
    private static final Burden STRESS = new Burden(18, 6, 0.3, -0.3, 0.5, 2, 0.4);

    static Burden of(Instrument instrument) {
        return switch (instrument) {
            case PAIN -> PAIN;
            case MOBILITY -> MOBILITY;
            case FUNCTION -> FUNCTION;
            case SLEEP -> SLEEP;
            case STRESS -> STRESS;
        };
    }

    /**
     * The burden between flares at the start of an episode, in points.
     *
     * @param severity of the episode, in SD
     * @param own what this instrument does not share with the others, standard normal
     * @param decade of the patient's life, 5 for 50–59
     */
    double level(double severity, double own, int decade) {
        double rest = Math.sqrt(1 - severityLoading * severityLoading);
        return mean + sd * (severityLoading * severity + rest * own) + perDecade * (decade - 5);
    }
}
