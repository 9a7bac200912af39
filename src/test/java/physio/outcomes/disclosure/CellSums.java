package physio.outcomes.disclosure;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Moments;
import physio.outcomes.measure.sums.Largest;

/** Adds changes up to one {@link Cell}, patient by patient. */
final class CellSums {
    private static final int THRESHOLD = 2;

    private final Map<Integer, Own> patients = new TreeMap<>();
    private final Map<Long, Long> changes = new HashMap<>();
    private final Set<Integer> episodes = new HashSet<>();
    private long sessions;
    private long rows;
    private long baseline;
    private long baselineSquared;
    private long followUp;
    private long followUpSquared;

    /** What is one patient's. */
    private static final class Own {
        private long rows;
        private long change;
        private long improved;
        private long deteriorated;
        private long sessions;
        private final Set<Integer> episodes = new HashSet<>();
    }

    /**
     * Takes a change.
     *
     * @param polarity 1 where higher is better, else −1
     */
    void add(Scored scored, int polarity) {
        long change = (long) scored.followUp() - scored.baseline();
        Own own = patients.computeIfAbsent(scored.visit().patient(), first -> new Own());
        own.rows++;
        own.change += change;
        own.sessions += scored.sessions();
        own.episodes.add(scored.visit().episode());
        own.improved += change * polarity >= THRESHOLD ? 1 : 0;
        own.deteriorated += change * polarity <= -THRESHOLD ? 1 : 0;
        changes.merge(change, 1L, Long::sum);
        episodes.add(scored.visit().episode());
        sessions += scored.sessions();
        rows++;
        baseline += scored.baseline();
        baselineSquared += (long) scored.baseline() * scored.baseline();
        followUp += scored.followUp();
        followUpSquared += (long) scored.followUp() * scored.followUp();
    }

    Cell cell(Cell.Key key) {
        return new Cell(
                key,
                sessions,
                episodes.size(),
                new Moments(rows, BigInteger.valueOf(baseline), BigInteger.valueOf(baselineSquared)),
                new Moments(rows, BigInteger.valueOf(followUp), BigInteger.valueOf(followUpSquared)),
                mean(own -> own.change),
                mean(own -> own.improved),
                mean(own -> own.deteriorated),
                Histogram.of(changes),
                new Largest(most(own -> own.sessions), most(own -> own.episodes.size()), isDominated()));
    }

    private ClusteredMean mean(ToLongFunction<Own> value) {
        return new ClusteredMean(
                rows,
                patients.size(),
                sum(value),
                sum(own -> own.rows * own.rows),
                sum(own -> own.rows * value.applyAsLong(own)),
                sum(own -> value.applyAsLong(own) * value.applyAsLong(own)));
    }

    private long most(ToLongFunction<Own> value) {
        return patients.values().stream().mapToLong(value).max().orElse(0);
    }

    /** Two patients gave more than nine tenths of the rows. */
    private boolean isDominated() {
        long two = patients.values().stream()
                .map(own -> own.rows)
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToLong(Long::longValue)
                .sum();
        return 10 * two > 9 * rows;
    }

    private BigInteger sum(ToLongFunction<Own> value) {
        return BigInteger.valueOf(patients.values().stream().mapToLong(value).sum());
    }
}
