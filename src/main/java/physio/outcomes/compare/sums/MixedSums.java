package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.course.Attribute;

/**
 * What a mixed model needs of its clusters: for each size, how many there are and Σ s sᵀ over their sums s of intercept, baseline,
 * improvement and levels. Patients are finished as they end; clinics are few, and finished when all rows are in.
 */
public final class MixedSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final Included included;
    private final ArrayList<Sample> samples;
    private final long[][] own;
    private final ArrayList<TreeMap<Long, ExactOuterProduct>> bySize = new ArrayList<>();
    private final ArrayList<HashMap<Integer, long[]>> byClinic = new ArrayList<>();

    public MixedSums(Study study, Layout layout, Included included) {
        this.layout = layout;
        this.included = included;
        this.samples = new ArrayList<>(study.samples());
        this.own = new long[samples.size()][layout.size()];
        samples.forEach(sample -> {
            bySize.add(new TreeMap<>());
            byClinic.add(new HashMap<>());
        });
    }

    @Override
    public boolean isOf(int sample) {
        return switch (samples.get(sample).kind()) {
            case SESSION, FIRST_SESSION, EPISODE, VISIT -> true;
            case CLOSED_EPISODE, SOLE_EPISODE, BASELINE -> false;
        };
    }

    @Override
    public void take(AnalysisRow row) {
        Kind kind = samples.get(row.sample).kind();
        if (included.has(row)) {
            if (kind == Kind.VISIT || (kind == Kind.SESSION && row.isOfVisit)) {
                add(own[row.sample], row, row.levels.length);
            } else if (kind != Kind.SESSION) {
                add(
                        byClinic.get(row.sample)
                                .computeIfAbsent(row.code(Attribute.CLINIC), clinic -> new long[layout.size()]),
                        row,
                        layout.visit());
            }
        }
    }

    /** Adds a row's columns; the visit, which is the last of the factors, is a term where rows are visits. */
    private void add(long[] vector, AnalysisRow row, int factors) {
        vector[Layout.INTERCEPT]++;
        vector[Layout.BASELINE] += row.baseline;
        vector[Layout.RESPONSE] += row.improvement;
        for (int f = 0; f < factors; f++) {
            vector[layout.column(f, row.levels[f])]++;
        }
    }

    @Override
    public void endOfPatient() {
        for (int sample = 0; sample < own.length; sample++) {
            if (own[sample][Layout.INTERCEPT] > 0) {
                add(bySize.get(sample), own[sample]);
                Arrays.fill(own[sample], 0);
            }
        }
    }

    private void add(Map<Long, ExactOuterProduct> to, long[] vector) {
        to.computeIfAbsent(vector[Layout.INTERCEPT], size -> new ExactOuterProduct(layout.size()))
                .add(vector);
    }

    @Override
    public void merge(Sums other) {
        MixedSums that = (MixedSums) other;
        for (int i = 0; i < samples.size(); i++) {
            TreeMap<Long, ExactOuterProduct> sizes = bySize.get(i);
            that.bySize.get(i).forEach((size, product) -> sizes.merge(size, product, ExactOuterProduct::plus));
            ExactSums.merge(byClinic.get(i), that.byClinic.get(i));
        }
    }

    /** Σ s sᵀ over the patients of a sample, by their number of rows. */
    public Map<Long, ExactOuterProduct> byPatient(int sample) {
        return bySize.get(sample);
    }

    /** Σ s sᵀ over the clinics of a sample, by their number of rows. */
    public Map<Long, ExactOuterProduct> byClinic(int sample) {
        TreeMap<Long, ExactOuterProduct> sizes = new TreeMap<>();
        byClinic.get(sample).values().forEach(vector -> add(sizes, vector));
        return sizes;
    }
}
