package physio.outcomes.compare.model;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/**
 * Degrees of freedom of a contrast whose variance v is estimated: 2v²/(gᵀAg), g being the gradient of v in (λ, σ²) and
 * A = 2H⁻¹ their covariance, from the Hessian H of the restricted deviance at its minimum (Satterthwaite, Biometrics
 * Bulletin 1946; Kuznetsova, Brockhoff and Christensen, J Statistical Software 2017, section 2).
 */
final class Satterthwaite {
    private final double residualVariance;
    private final SymmetricMatrix inverse;
    private final SymmetricMatrix inverseSlope;
    private final double ratioCurvature;
    private final double crossCurvature;
    private final double varianceCurvature;

    Satterthwaite(RandomIntercept model, RatioFit fit) {
        SymmetricMatrix fall = model.fall(fit.ratio());
        SymmetricMatrix bend = model.bend(fit.ratio());
        residualVariance = fit.residualVariance();
        inverse = fit.inverse();
        inverseSlope = inverse.around(fall);
        ratioCurvature = residualBend(fit, fall, bend) / residualVariance
                + model.logDeterminantBend(fit.ratio())
                + inverse.traceOfProduct(bend)
                - inverseSlope.traceOfProduct(fall);
        crossCurvature = -fit.residualSlope(fall) / (residualVariance * residualVariance);
        varianceCurvature = model.degreesOfFreedom() / (residualVariance * residualVariance);
    }

    /** The second derivative of RSS by λ: its own, and that by the coefficients' moving. */
    private double residualBend(RatioFit fit, SymmetricMatrix fall, SymmetricMatrix bend) {
        DD[] weights = fit.residualWeights();
        DD[] pull = Arrays.copyOf(fall.times(weights), inverse.size());
        return bend.quadratic(weights) - 2 * inverse.quadratic(pull);
    }

    /** For the contrast of {@code weights}. */
    double degreesOfFreedom(DD[] weights) {
        double byVariance = inverse.quadratic(weights);
        double byRatio = residualVariance * inverseSlope.quadratic(weights);
        double variance = residualVariance * byVariance;
        double determinant = ratioCurvature * varianceCurvature - crossCurvature * crossCurvature;
        double uncertainty = (byRatio * byRatio * varianceCurvature
                        - 2 * byRatio * byVariance * crossCurvature
                        + byVariance * byVariance * ratioCurvature)
                * 2
                / determinant;
        return 2 * variance * variance / uncertainty;
    }
}
