package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.measure.course.Attribute;

/** The meat of cluster-robust covariances: for each fitted model, Σ s sᵀ over the clusters' sums s of residual times columns. */
public final class ScoreSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final Included included;
    private final Cluster cluster;
    private final ArrayList<FittedModel> models;
    private final int[][] ofSample;
    private final long[][] own;
    private final boolean[] hasRows;
    private final ArrayList<ExactOuterProduct> meats = new ArrayList<>();
    private final ArrayList<HashMap<Integer, long[]>> byClinic = new ArrayList<>();

    public ScoreSums(Study study, Layout layout, Included included, Cluster cluster, List<FittedModel> models) {
        this.layout = layout;
        this.included = included;
        this.cluster = cluster;
        this.models = new ArrayList<>(models);
        ofSample = new int[study.samples().size()][];
        for (int sample = 0; sample < ofSample.length; sample++) {
            int asked = sample;
            ofSample[sample] = IntStream.range(0, models.size())
                    .filter(m -> models.get(m).sample() == asked)
                    .toArray();
        }
        own = new long[models.size()][];
        hasRows = new boolean[models.size()];
        for (int m = 0; m < own.length; m++) {
            own[m] = new long[models.get(m).rank()];
            meats.add(new ExactOuterProduct(own[m].length));
            byClinic.add(new HashMap<>());
        }
    }

    @Override
    public boolean isOf(int sample) {
        return ofSample[sample].length > 0;
    }

    @Override
    public void take(AnalysisRow row) {
        if (included.has(row)) {
            for (int m : ofSample[row.sample]) {
                models.get(m).addScore(score(m, row), row, layout);
                hasRows[m] = true;
            }
        }
    }

    private long[] score(int m, AnalysisRow row) {
        return cluster == Cluster.PATIENT
                ? own[m]
                : byClinic.get(m).computeIfAbsent(row.code(Attribute.CLINIC), clinic -> new long[own[m].length]);
    }

    @Override
    public void endOfPatient() {
        for (int m = 0; m < own.length; m++) {
            if (hasRows[m] && cluster == Cluster.PATIENT) {
                meats.get(m).add(own[m]);
                Arrays.fill(own[m], 0);
            }
            hasRows[m] = false;
        }
    }

    @Override
    public void merge(Sums other) {
        ScoreSums that = (ScoreSums) other;
        for (int m = 0; m < own.length; m++) {
            meats.get(m).plus(that.meats.get(m));
            ExactSums.merge(byClinic.get(m), that.byClinic.get(m));
        }
    }

    /** How many clusters a model's rows are in. */
    public long clusters(int model) {
        return cluster == Cluster.PATIENT
                ? meats.get(model).vectors()
                : byClinic.get(model).size();
    }

    /** The meat over the kept columns of a model. */
    public double[][] meat(int model) {
        ExactOuterProduct meat = meats.get(model);
        if (cluster == Cluster.CLINIC) {
            meat = new ExactOuterProduct(own[model].length);
            byClinic.get(model).values().forEach(meat::add);
        }
        return meat.matrix(
                IntStream.range(0, own[model].length).toArray(),
                2 * models.get(model).halvings());
    }
}
