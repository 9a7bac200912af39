package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which means give the number of scores away; the counts are worked out by hand. */
class PossibleCountsTest {

    @ParameterizedTest
    @CsvSource({
        // step, rounded count, means, many
        "1, 10, 3.7, true",
        // 8 to 12 scores of 0, 10, 20 …: 12.2 is 110/9 and nothing else
        "10, 10, 12.2, false",
        // 10.0 is possible for each count
        "10, 10, 10.0, true",
        // of 48 to 52 a mean of 30.2 needs a sum of 1449.6 to 1572.8 in tens: 1450/48, 1480/49, 1510/50, 1540/51 and
        // 1570/52
        "10, 50, 30.2, true",
        // 5.0 allows 8, 10 and 12, 3.3 allows 9 and 12: together 12
        "10, 10, 5.0 3.3, false",
    })
    void threeCountsMustStayPossible(double step, long rounded, String means, boolean areMany) {
        List<BigDecimal> published =
                Stream.of(means.split(" ", -1)).map(BigDecimal::new).toList();
        assertThat(new PossibleCounts(OptionalDouble.of(step)).areMany(rounded, published))
                .isEqualTo(areMany);
    }

    @ParameterizedTest
    @CsvSource({"10, 12.2", "5, 0.1"})
    void scoresOnNoGridGiveNothingAway(long rounded, BigDecimal mean) {
        assertThat(new PossibleCounts(OptionalDouble.empty()).areMany(rounded, List.of(mean)))
                .isTrue();
    }
}
