package physio.outcomes.compare.model;

import org.apache.commons.numbers.core.DD;

/**
 * Generalised least squares at one variance ratio λ, and the restricted likelihood there, profiled over the
 * coefficients and σ² (Bates, Mächler, Bolker and Walker, J Statistical Software 2015, section 3.4, here in λ = θ²).
 */
final class RatioFit {
    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    private final RandomIntercept model;
    private final double ratio;
    private final DoubleDoubleSweep swept;

    RatioFit(RandomIntercept model, double ratio) {
        this.model = model;
        this.ratio = ratio;
        this.swept = new DoubleDoubleSweep(model.products(ratio));
    }

    double ratio() {
        return ratio;
    }

    DD[] coefficients() {
        return swept.coefficients();
    }

    /** (XᵀV₀⁻¹X)⁻¹: the covariance of the coefficients over σ². */
    SymmetricMatrix inverse() {
        return swept.inverse();
    }

    /** σ̂² = RSS/(N − p). */
    double residualVariance() {
        return swept.residual() / model.degreesOfFreedom();
    }

    /** −2ℓ = (N − p)(1 + log 2πσ̂²) + log |V₀| + log |XᵀV₀⁻¹X|. */
    double deviance() {
        return model.degreesOfFreedom() * (1 + LOG_2_PI + StrictMath.log(residualVariance()))
                + model.logDeterminant(ratio)
                + swept.logDeterminant();
    }

    /** The first derivative of the deviance by λ. */
    double slope() {
        SymmetricMatrix fall = model.fall(ratio);
        return residualSlope(fall) / residualVariance()
                + model.logDeterminantSlope(ratio)
                - inverse().traceOfProduct(fall);
    }

    /** The first derivative of RSS: the coefficients' part of it vanishes, as they minimise RSS. */
    double residualSlope(SymmetricMatrix fall) {
        return -fall.quadratic(residualWeights());
    }

    /** z = (−β, 1), so that RSS = zᵀ(ZᵀV₀⁻¹Z)z. */
    DD[] residualWeights() {
        DD[] coefficients = coefficients();
        DD[] weights = new DD[coefficients.length + 1];
        for (int i = 0; i < coefficients.length; i++) {
            weights[i] = coefficients[i].negate();
        }
        weights[coefficients.length] = DD.ONE;
        return weights;
    }
}
