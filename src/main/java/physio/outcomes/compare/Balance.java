package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import physio.outcomes.compare.WeightedArm.Spread;
import physio.outcomes.compare.sums.Factor;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.Pair;
import physio.outcomes.compare.sums.PresenceSums;
import physio.outcomes.compare.sums.Weighting;
import physio.outcomes.compare.sums.WeightingSums;

/**
 * Balance of two arms. What the propensity model holds is balanced by construction, so what it does not hold is judged too: the
 * square of the baseline, baseline by body region, earlier episodes and clinic.
 */
final class Balance {
    private static final double WHOLE = Math.scalb(1.0, Weighting.WEIGHT_HALVINGS);

    private final Arms arms;
    private final String technique;
    private final OverlapFit fit;
    private final Layout layout;
    private final PresenceSums presence;
    private final List<BalanceTerm> terms = new ArrayList<>();

    Balance(Arms arms, String technique, OverlapFit fit, Layout layout, PresenceSums presence) {
        this.arms = arms;
        this.technique = technique;
        this.fit = fit;
        this.layout = layout;
        this.presence = presence;
    }

    /** The terms, those in the model first. */
    List<BalanceTerm> terms(WeightingSums sums, int weighting, List<String> clinics) {
        addNumber("baseline", true, Pair::baseline);
        forEachLevel((f, level, name) -> addLevel(name, true, f, level, pair -> 1));
        addNumber("baseline^2", false, pair -> (double) pair.baseline() * pair.baseline());
        forEachLevel((f, level, name) -> {
            if (layout.factors().get(f).name().equals("body_region")) {
                addLevel("baseline:" + name, false, f, level, Pair::baseline);
            }
        });
        addEarlier(sums.earlier(weighting));
        if (layout.factors().stream().noneMatch(factor -> factor.name().equals("clinic"))) {
            addClinics(sums, weighting, clinics);
        }
        return terms;
    }

    private interface LevelTaker {
        void take(int factor, int level, String name);
    }

    private void forEachLevel(LevelTaker taker) {
        for (int f = 1; f < layout.visit(); f++) {
            Factor factor = layout.factors().get(f);
            for (int level = 0; level < factor.size(); level++) {
                taker.take(f, level, factor.term(level));
            }
        }
    }

    private void addLevel(String name, boolean isModelled, int factor, int level, ToDoubleFunction<Pair> value) {
        if (fit.pairs().stream().anyMatch(pair -> pair.level(factor) == level)) {
            long patients = fewest(factor);
            add(name, isModelled, patients, pair -> pair.level(factor) == level ? value.applyAsDouble(pair) : 0);
        }
    }

    /** Of the levels of a factor the rarest protects all: each follows from the others. */
    private long fewest(int factor) {
        return IntStream.range(0, layout.factors().get(factor).size())
                .mapToLong(level -> presence.fewestWithLevel(arms.place(), levels(), layout.column(factor, level)))
                .filter(patients -> patients > 0)
                .min()
                .orElse(0);
    }

    private List<Integer> levels() {
        return List.of(layout.factors().get(0).level(technique), arms.referenceLevel(layout));
    }

    private void addNumber(String name, boolean isModelled, ToDoubleFunction<Pair> value) {
        add(name, isModelled, arms.fewest(technique), value);
    }

    private void add(String name, boolean isModelled, long patients, ToDoubleFunction<Pair> value) {
        double[] values = fit.pairs().stream().mapToDouble(value).toArray();
        terms.add(new BalanceTerm(
                name,
                isModelled,
                patients,
                fit.technique().spread(values),
                fit.reference().spread(values)));
    }

    private void addEarlier(long[] sums) {
        terms.add(new BalanceTerm(
                "earlier_episodes",
                false,
                arms.fewest(technique),
                counted(sums, 0, fit.technique()),
                counted(sums, 4, fit.reference())));
    }

    private static Spread counted(long[] sums, int at, WeightedArm arm) {
        double rows = sums[at];
        double mean = sums[at + 1] / rows;
        double variance = (sums[at + 2] - rows * mean * mean) / (rows - 1);
        return new Spread(mean, Math.max(0, variance), sums[at + 3] / WHOLE / arm.weight());
    }

    private void addClinics(WeightingSums sums, int weighting, List<String> clinics) {
        double[] all = new double[4];
        sums.clinics(weighting).values().forEach(own -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += own[i];
            }
        });
        sums.clinics(weighting)
                .forEach((clinic, own) -> terms.add(new BalanceTerm(
                        "clinic" + clinics.get(clinic),
                        false,
                        presence.fewestInClinic(arms.place(), levels(), clinic),
                        Spread.ofShare(own[0] / all[0], own[1] / all[1]),
                        Spread.ofShare(own[2] / all[2], own[3] / all[3]))));
    }
}
