package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.compare.model.RandomEffects.Unit;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.ReferenceFiles;

class RandomEffectsTest {
    private static final double SEVEN_DIGITS = 1e-5;

    @Test
    void agreesWithR() {
        assertThat(ReferenceFiles.reference("pooling"))
                .hasSize(6)
                .allSatisfy(row -> assertAgrees(RandomEffects.pool(units(row.get("set"))), row));
    }

    private static List<Unit> units(String set) {
        return ReferenceFiles.reference("pooling-units").stream()
                .filter(row -> row.get("set").equals(set))
                .map(row -> new Unit(number(row, "estimate"), number(row, "se")))
                .toList();
    }

    private static void assertAgrees(RandomEffects pooled, CSVRecord row) {
        assertClose(pooled.mean().estimate(), row, "estimate");
        assertClose(pooled.mean().standardError(), row, "se");
        assertClose(pooled.mean().p().orElseThrow(), row, "p");
        assertInterval(pooled.mean().interval(), row, "low", "high");
        assertClose(pooled.betweenVariance(), row, "tau2");
        assertClose(pooled.inconsistency() * 100, row, "i2");
        assertClose(pooled.q(), row, "q");
        assertClose(pooled.qP(), row, "q_p");
        assertInterval(pooled.prediction(), row, "prediction_low", "prediction_high");
    }

    private static void assertInterval(Interval interval, CSVRecord row, String low, String high) {
        assertClose(interval.low(), row, low);
        assertClose(interval.high(), row, high);
    }

    private static void assertClose(double actual, CSVRecord row, String column) {
        assertThat(actual).as(column).isCloseTo(number(row, column), withinPercentage(SEVEN_DIGITS));
    }

    @Test
    void hasNoVarianceBetweenUnitsThatAgree() {
        RandomEffects pooled = RandomEffects.pool(units("alike"));
        assertThat(pooled.betweenVariance()).isZero();
        assertThat(pooled.inconsistency()).isZero();
        assertThat(pooled.prediction()).isEqualTo(pooled.mean().interval());
    }

    /** Alike standard errors: τ² is the variance 4 of 1, 3, 5 less 1, the mean's standard error √(4/3), Q = 8. */
    @Test
    void isTheMeanOfUnitsWithAlikeErrors() {
        RandomEffects pooled = RandomEffects.pool(List.of(new Unit(1, 1), new Unit(3, 1), new Unit(5, 1)));
        assertThat(pooled.betweenVariance()).isCloseTo(3, within(1e-12));
        assertThat(pooled.mean().estimate()).isCloseTo(3, within(1e-12));
        assertThat(pooled.mean().standardError()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
        assertThat(pooled.mean().degreesOfFreedom()).isEqualTo(2);
        assertThat(pooled.inconsistency()).isCloseTo(0.75, within(1e-12));
        assertThat(pooled.q()).isCloseTo(8, within(1e-12));
        assertThat(pooled.degreesOfFreedom()).isEqualTo(2);
        assertThat(pooled.qP()).isCloseTo(Math.exp(-4), within(1e-12));
    }

    /** Of units known a thousand times better or worse than others too; where it is not 0, the restricted likelihood falls to both sides. */
    @Test
    void findsAMaximumWhateverTheUnits() {
        Random random = new Random(17);
        for (int set = 0; set < 20_000; set++) {
            double spread = Math.pow(10, 3 * random.nextDouble() - 2);
            List<Unit> units = new ArrayList<>();
            for (int unit = 3 + random.nextInt(20); unit > 0; unit--) {
                double error = Math.pow(10, 3 * random.nextDouble() - 2);
                units.add(new Unit(spread * random.nextGaussian() + error * random.nextGaussian(), error));
            }
            double between = RandomEffects.pool(units).betweenVariance();
            double most = likelihood(units, between);
            assertThat(likelihood(units, 1.01 * between + 1e-9))
                    .as(units.toString())
                    .isLessThanOrEqualTo(most + 1e-12);
            assertThat(likelihood(units, 0.99 * between)).as(units.toString()).isLessThanOrEqualTo(most + 1e-12);
        }
    }

    /** The logarithm of the restricted likelihood, but for a constant. */
    private static double likelihood(List<Unit> units, double between) {
        double weights = 0;
        double weighted = 0;
        double logarithms = 0;
        for (Unit unit : units) {
            double weight = 1 / (unit.variance() + between);
            weights += weight;
            weighted += weight * unit.estimate();
            logarithms += Math.log(weight);
        }
        double squares = 0;
        for (Unit unit : units) {
            double distance = unit.estimate() - weighted / weights;
            squares += distance * distance / (unit.variance() + between);
        }
        return (logarithms - Math.log(weights) - squares) / 2;
    }

    @Test
    void refusesTwoUnitsAndUnitsWithoutError() {
        assertThatThrownBy(() -> RandomEffects.pool(List.of(new Unit(1, 1), new Unit(3, 1))))
                .hasMessage("Cannot pool 2 units (must be at least 3)");
        assertThatThrownBy(() -> new Unit(1, 0)).hasMessage("Invalid standard error: 0.0 (must be above 0)");
    }
}
