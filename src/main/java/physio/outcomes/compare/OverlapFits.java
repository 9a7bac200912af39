package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.compare.sums.ContrastCells;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.PatternCell;
import physio.outcomes.compare.sums.PatternSums;
import physio.outcomes.compare.sums.PresenceSums;
import physio.outcomes.compare.sums.Weighting;
import physio.outcomes.compare.sums.WeightingSums;

/** The weighted contrasts of all samples: first fitted, then, after a pass over the rows, told with their errors and balance. */
final class OverlapFits {
    private final Layout layout;
    private final ComparisonPlan plan;
    private final List<Overlap> refused = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(Arms arms, String technique, OverlapFit fit, Weighting weighting) {}

    OverlapFits(Layout layout, ComparisonPlan plan) {
        this.layout = layout;
        this.plan = plan;
    }

    /** Fits the propensity of each technique of some samples, as many at a time as there are cores. */
    void add(List<Arms> samples, PatternSums patterns) {
        for (Arms arms : samples) {
            Map<Integer, List<PatternCell>> cells = new HashMap<>();
            patterns.forEach(
                    arms.place(),
                    cell -> cells.computeIfAbsent(cell.level(0), none -> new ArrayList<>())
                            .add(cell));
            List<String> comparable = new ArrayList<>();
            for (String technique : arms.others()) {
                String obstacle = arms.obstacle(technique, plan.minPatients());
                if (obstacle.isEmpty()) {
                    comparable.add(technique);
                } else {
                    refused.add(Overlap.none(arms, technique, obstacle));
                }
            }
            List<Optional<OverlapFit>> fits = comparable.parallelStream()
                    .map(technique -> fit(arms, technique, cells, patterns))
                    .toList();
            for (int i = 0; i < fits.size(); i++) {
                add(arms, comparable.get(i), fits.get(i), patterns);
            }
        }
    }

    private Optional<OverlapFit> fit(
            Arms arms, String technique, Map<Integer, List<PatternCell>> cells, PatternSums patterns) {
        ContrastCells contrast = new ContrastCells(
                cells.getOrDefault(level(technique), List.of()),
                cells.getOrDefault(level(arms.reference()), List.of()),
                cell -> patterns.key(arms.place(), cell),
                layout);
        return OverlapFit.of(contrast, layout, arms.measure().polarity());
    }

    private int level(String technique) {
        return layout.factors().get(0).level(technique);
    }

    private void add(Arms arms, String technique, Optional<OverlapFit> fit, PatternSums patterns) {
        if (fit.isEmpty()) {
            refused.add(Overlap.none(
                    arms,
                    technique,
                    "not comparable: case mix and baseline tell the two techniques apart in all rows"));
            return;
        }
        long[] removed = fit.get().removed().stream()
                .mapToLong(pair -> pair.key(patterns, arms.place()))
                .sorted()
                .toArray();
        double range = arms.measure()
                .high()
                .subtract(arms.measure().low())
                .divide(arms.measure().step())
                .doubleValue();
        int[] levels = {level(technique), level(arms.reference())};
        pending.add(new Pending(arms, technique, fit.get(), fit.get().weighting(arms.place(), levels, removed, range)));
    }

    /** What the pass over the rows needs. */
    List<Weighting> weightings() {
        return pending.stream().map(Pending::weighting).toList();
    }

    /** All contrasts after the pass, in the order of samples and techniques. */
    List<Overlap> finished(WeightingSums sums, PresenceSums presence, List<String> clinics) {
        List<Overlap> all = new ArrayList<>(refused);
        for (int w = 0; w < pending.size(); w++) {
            Pending own = pending.get(w);
            all.add(Overlap.of(
                    own.arms(),
                    own.technique(),
                    own.fit(),
                    new Balance(own.arms(), own.technique(), own.fit(), layout, presence).terms(sums, w, clinics),
                    sums.squaredInfluence(w),
                    sums.clusters(w)));
        }
        all.sort(Comparator.comparingInt((Overlap overlap) -> overlap.arms().place())
                .thenComparingInt(overlap -> overlap.arms().others().indexOf(overlap.technique())));
        return all;
    }
}
