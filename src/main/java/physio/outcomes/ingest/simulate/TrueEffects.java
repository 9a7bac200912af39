package physio.outcomes.ingest.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * The true effects that a plan puts in: the mean over episodes of the difference in episode-window improvement (last
 * attended visit − first, positive is better) between potential outcomes, all sessions by one technique against all
 * by effleurage, with the same random draws, after rounding and clipping to the instrument.
 *
 * <p>The mean is over the first {@value #EPISODES} simulated episodes with a second attended visit, however many
 * sessions the plan asks for, so that the cost does not grow with it.
 */
public final class TrueEffects {
    static final int EPISODES = 20_000;

    private final double[][] sums;
    private int episodes;

    private TrueEffects() {
        sums = new double[Technique.ALL.size()][Instrument.ALL.size()];
    }

    /** Simulates the potential outcomes; takes about two seconds. */
    public static TrueEffects of(SimulationPlan plan) {
        TrueEffects effects = new TrueEffects();
        List<Clinic> clinics = Clinic.of(plan);
        for (long patient = 1; effects.episodes < EPISODES; patient++) {
            Care.of(plan, clinics, patient).forEach(care -> effects.add(care.episode()));
        }
        return effects;
    }

    /** Codes of the techniques, the reference (effleurage) first. */
    public static List<String> techniques() {
        return Technique.ALL.stream().map(Technique::code).toList();
    }

    /** Names of the measures. */
    public static List<String> measures() {
        return Instrument.ALL.stream().map(Instrument::code).toList();
    }

    /**
     * The mean difference in improvement against effleurage, in points of the measure's instrument, positive is better.
     *
     * @throws IllegalArgumentException if no technique or measure has that name
     */
    public double improvement(String technique, String measure) {
        int column = index(measures(), measure);
        return (sums[index(techniques(), technique)][column] - sums[0][column]) / episodes;
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("Invalid name: " + name + " (must be one of " + names + ")");
        }
        return index;
    }

    private void add(Episode episode) {
        List<List<Visit>> outcomes = Technique.ALL.stream()
                .map(technique -> Visit.attended(Course.of(episode, Practice.always(technique))))
                .toList();
        if (episodes == EPISODES || outcomes.get(0).size() < 2) {
            return;
        }
        episodes++;
        for (int technique = 0; technique < sums.length; technique++) {
            double[] sum = sums[technique];
            List<Visit> visits = outcomes.get(technique);
            Arrays.setAll(sum, i -> sum[i] + improvement(visits, Instrument.ALL.get(i)));
        }
    }

    private static int improvement(List<Visit> visits, Instrument instrument) {
        int baseline = visits.get(0).before().getOrDefault(instrument, 0);
        int followUp = visits.get(visits.size() - 1).before().getOrDefault(instrument, 0);
        return instrument.improvement(baseline, followUp);
    }
}
