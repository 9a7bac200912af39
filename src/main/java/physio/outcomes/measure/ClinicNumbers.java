package physio.outcomes.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.LongSums;

/** Sums a whole number, and some more beside it, by clinic and for all; of the first the distribution is kept. */
final class ClinicNumbers implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Above any number of sessions or days. */
    private static final long NUMBERS = 1L << 32;

    private final ArrayList<String> clinics;
    private final int values;
    private final ClusteredSums clustered;
    private final LongSums histograms = new LongSums(1);

    /** With so many values a row. */
    ClinicNumbers(Vocabulary vocabulary, int values) {
        this.clinics = new ArrayList<>(CellKeys.withMargin(vocabulary, Attribute.CLINIC));
        this.values = values;
        this.clustered = new ClusteredSums(values);
    }

    /** A row of a clinic, of which the first value is not negative; the patient's episodes have numbers from 1. */
    void add(int clinic, int episode, long... row) {
        addTo(clinic, episode, row);
        addTo(clinics.size() - 1, episode, row);
    }

    private void addTo(long key, int episode, long... row) {
        clustered.add(key, episode, row);
        histograms.add(key * NUMBERS + row[0], 1);
    }

    void endOfPatient() {
        clustered.endOfPatient();
    }

    void merge(ClinicNumbers other) {
        clustered.merge(other.clustered);
        histograms.merge(other.histograms);
    }

    /**
     * What is known of a clinic, or of all.
     *
     * @param contributors to its rows
     * @param means of the values, in their order
     * @param distribution of the first
     */
    record Summary(String clinic, Contributors contributors, List<ClusteredMean> means, Histogram distribution) {
        /** Of the first value: its mean with the interval, median and quartiles. */
        void addTo(List<Figure> figures) {
            figures.add(Figure.number(means.get(0).mean()));
            TechniqueOutcomes.addLimits(figures, means.get(0).interval());
            figures.add(Figure.number(distribution.quantile(0.5)));
            figures.add(Figure.number(distribution.quantile(0.25)));
            figures.add(Figure.number(distribution.quantile(0.75)));
        }
    }

    /** Those of clinics with rows, and of all. */
    List<Summary> summaries() {
        Map<Long, Map<Long, Long>> counts = new HashMap<>();
        histograms.forEach((code, count) ->
                counts.computeIfAbsent(code / NUMBERS, key -> new HashMap<>()).put(code % NUMBERS, count[0]));
        List<Summary> summaries = new ArrayList<>();
        clustered.forEachKey(key -> summaries.add(new Summary(
                clinics.get(Math.toIntExact(key)),
                clustered.contributors(key, OptionalDouble.of(1)),
                IntStream.range(0, values)
                        .mapToObj(value -> clustered.mean(key, value))
                        .toList(),
                Histogram.of(Objects.requireNonNull(counts.get(key))))));
        return summaries;
    }
}
