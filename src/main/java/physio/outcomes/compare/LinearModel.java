package physio.outcomes.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import physio.outcomes.compare.model.LeastSquares;
import physio.outcomes.compare.sums.FittedModel;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.TermProducts;
import physio.outcomes.compare.sums.Terms;

/** A linear model of a sample: its columns and its least-squares fit. */
final class LinearModel {
    /** Which model it is. */
    enum Kind {
        /** {@code improvement ~ technique}. */
        CRUDE,
        /** {@code follow_up ~ technique + baseline + case mix} (Vickers and Altman, BMJ 2001). */
        ANCOVA;

        /** Its name in tables. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final Arms arms;
    private final Layout layout;
    private final TermProducts products;
    private final int[] columns;
    private final LeastSquares fit;

    LinearModel(Kind kind, Arms arms, Layout layout, TermProducts products) {
        this.kind = kind;
        this.arms = arms;
        this.layout = layout;
        this.products = products;
        int reference = arms.referenceLevel(layout);
        this.columns = kind == Kind.CRUDE
                ? Terms.crude(products, layout, reference)
                : Terms.adjusted(products, layout, reference);
        this.fit = LeastSquares.solve(
                kind == Kind.CRUDE
                        ? products.ofImprovement(columns, arms.measure().polarity())
                        : products.ofFollowUp(columns));
    }

    Kind kind() {
        return kind;
    }

    Arms arms() {
        return arms;
    }

    LeastSquares fit() {
        return fit;
    }

    /** Σ follow-up and Σ follow-up², in steps. */
    List<BigInteger> followUps() {
        return products.followUps();
    }

    /** What the pass over the rows needs of it. */
    FittedModel fitted() {
        return kind == Kind.CRUDE
                ? FittedModel.ofImprovement(arms.place(), arms.measure().polarity(), products, fit, columns, layout)
                : FittedModel.ofFollowUp(arms.place(), products, fit, columns, layout);
    }

    /** Weights over the kept columns that give a technique's mean at the average case mix and baseline (R: emmeans, proportional). */
    double[] adjustedMeanWeights(String technique) {
        double[] weights = new double[fit.rank()];
        double rows = products.rows();
        int own = layout.column(0, layout.factors().get(0).level(technique));
        for (int place = 0; place < weights.length; place++) {
            int column = columns[fit.indexes()[place]];
            if (column == Layout.INTERCEPT || column == own) {
                weights[place] = 1;
            } else if (column == Layout.BASELINE) {
                weights[place] = products.baselines() / rows;
            } else if (!isTechnique(column)) {
                weights[place] = products.rows(column) / rows;
            }
        }
        return weights;
    }

    private boolean isTechnique(int column) {
        int first = layout.column(0, 0);
        return column >= first && column < first + layout.factors().get(0).size();
    }

    /** The techniques that the model has rows of. */
    List<String> techniques() {
        List<String> techniques = new ArrayList<>();
        List<String> levels = layout.factors().get(0).levels();
        for (int level = 0; level < levels.size(); level++) {
            if (products.rows(layout.column(0, level)) > 0) {
                techniques.add(levels.get(level));
            }
        }
        return techniques;
    }
}
