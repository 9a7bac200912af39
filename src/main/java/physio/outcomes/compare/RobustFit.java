package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.Sandwich;

/** Least squares with a cluster-robust covariance. */
record RobustFit(LinearModel linear, Sandwich covariance, ComparisonPlan plan) implements Fit {
    private static final int FEW_CLUSTERS = 40;

    @Override
    public String model() {
        return linear.kind().label();
    }

    @Override
    public Arms arms() {
        return linear.arms();
    }

    @Override
    public long rows() {
        return linear.fit().rows();
    }

    @Override
    public List<String> columns() {
        return linear.fit().columns();
    }

    @Override
    public List<String> aliased() {
        return linear.fit().aliased();
    }

    @Override
    public Contrast contrast(String term) {
        return covariance.contrast(term);
    }

    @Override
    public int sign() {
        return linear.kind() == Kind.ANCOVA ? arms().measure().polarity() : 1;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (covariance.degreesOfFreedom() + 1 < FEW_CLUSTERS) {
            notes.add("approximate: fewer than " + FEW_CLUSTERS + " clusters");
        }
        if (linear.kind() == Kind.ANCOVA && plan.factors().contains("clinic") && plan.cluster() == Cluster.PATIENT) {
            notes.add("clinics are fixed effects; errors cluster by patient alone");
        }
        return notes;
    }

    @Override
    public Map<String, Double> variances() {
        return Map.of();
    }
}
