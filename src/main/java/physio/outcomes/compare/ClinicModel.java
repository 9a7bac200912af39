package physio.outcomes.compare;

import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.model.LeastSquares;
import physio.outcomes.compare.sums.ClinicSums;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.TermProducts;
import physio.outcomes.compare.sums.Terms;

/**
 * {@code follow_up ~ baseline + case mix} of a measure over all clinics (Vickers and Altman, BMJ 2001), and the clinics against it, in
 * units of improvement. A clinic is given by its column in the cross products, all clinics by the intercept's.
 */
final class ClinicModel {
    private final Measure measure;
    private final TermProducts products;
    private final int[] columns;
    private final LeastSquares fit;

    ClinicModel(Measure measure, ClinicSums.Pooled pooled) {
        this.measure = measure;
        this.products = pooled.products();
        this.columns = Terms.withoutArms(products, pooled.layout());
        this.fit = LeastSquares.solve(products.ofFollowUp(columns));
    }

    long rows(int column) {
        return products.rows(column);
    }

    /** The mean improvement. */
    double improvement(int column) {
        return improvement(column, (double) products.followUps(column));
    }

    /** The mean improvement of such patients in all clinics: with the fitted score for the follow-up's. */
    double expected(int column) {
        return improvement(column, products.fitted(column, columns, fit));
    }

    private double improvement(int column, double followUps) {
        return measure.polarity()
                * measure.stepSize()
                * (followUps - products.baselines(column))
                / products.rows(column);
    }

    /** Actual − expected, from the mean of all on (NHS England, PROMs outlier methodology). */
    double adjusted(int column) {
        return improvement(column) - expected(column) + improvement(Layout.INTERCEPT);
    }

    /** The residual standard deviation; not a number when no degree of freedom is left. */
    double deviation() {
        return fit.sigma().orElse(Double.NaN) * measure.stepSize();
    }
}
