package physio.outcomes.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.compare.model.LeastSquares;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.compare.sums.ExactOuterProduct;
import physio.outcomes.compare.sums.GroupModelSums;

/**
 * Small linear models, one a group, with errors clustered by patient.
 *
 * @param sums of the rows, with the number of patients
 * @param covariances of the groups whose model can be estimated
 */
record GroupFits(GroupModelSums sums, Map<Integer, Sandwich> covariances) {

    /** Fits each group's model over columns of the given names. */
    static Pending fit(GroupModelSums sums, List<String> names) {
        Map<Integer, LeastSquares> fits = new TreeMap<>();
        for (int model : sums.models()) {
            LeastSquares fit = LeastSquares.solve(sums.products(model, names));
            if (fit.rows() > fit.rank()) {
                fits.put(model, fit);
            }
        }
        return new Pending(sums, fits);
    }

    /** The errors of a group; none where it could not be estimated. */
    Optional<Sandwich> covariance(int model) {
        return Optional.ofNullable(covariances.get(model));
    }

    /** Models whose errors a pass over the rows is to give. */
    record Pending(GroupModelSums sums, Map<Integer, LeastSquares> fits) {

        GroupModelSums empty() {
            return sums.withFits(fits);
        }

        GroupFits finished(GroupModelSums filled) {
            Map<Integer, Sandwich> covariances = new LinkedHashMap<>();
            Map<Integer, ExactOuterProduct> meats = filled.meats();
            fits.forEach((model, fit) -> {
                ExactOuterProduct meat = meats.get(model);
                if (meat != null && meat.vectors() > 1) {
                    covariances.put(
                            model,
                            Sandwich.of(
                                    fit, meat.matrix(fit.indexes(), 2 * GroupModelSums.halvings()), meat.vectors()));
                }
            });
            return new GroupFits(sums, covariances);
        }
    }
}
