package physio.outcomes.ingest.simulate;

import java.util.List;

/**
 * Confounding by indication: the therapist sees the first pain score and how long the complaint has lasted, and takes
 * the strong techniques for the bad cases. Most episodes keep to one main technique.
 */
final class UsualPractice implements Practice {
    private static final double COMBINED_SHARE = 0.04;
    private static final double MIXED_EPISODES = 0.13;
    private static final double OTHERS_WHEN_MIXED = 0.5;
    private static final double OTHERS_ELSE = 0.02;

    private final Draws draws;
    private final double extraSeverity;
    private final double preference;
    private final double othersShare;

    UsualPractice(Episode episode) {
        draws = Draws.of(Draws.seed(episode.seed(), 1));
        extraSeverity = episode.chronicity() == Chronicity.CHRONIC ? 0.25 : 0;
        preference = draws.uniform();
        othersShare = draws.chance(MIXED_EPISODES) ? OTHERS_WHEN_MIXED : OTHERS_ELSE;
    }

    @Override
    public Treatment next(int firstPain) {
        Technique main = main(firstPain);
        Technique other = Technique.ALL.get(draws.below(Technique.ALL.size()));
        boolean isCombined = draws.chance(COMBINED_SHARE * Technique.ALL.size() / (Technique.ALL.size() - 1));
        boolean isOther = draws.chance(othersShare);
        if (isCombined && other != main) {
            return new Treatment(List.of(main, other));
        }
        return Treatment.of(isOther ? other : main);
    }

    private Technique main(int firstPain) {
        double severity = firstPain + extraSeverity;
        return Draws.pick(Technique.ALL, technique -> technique.indication(severity), preference);
    }
}
