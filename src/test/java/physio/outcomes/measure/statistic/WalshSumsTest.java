package physio.outcomes.measure.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WalshSumsTest {
    /** Of −1, −1, 2: −2 thrice, 1 twice, 4. */
    @Test
    void ranksTheSumsOfAllPairsWithThemselves() {
        WalshSums sums = new WalshSums(ReferenceFiles.histogram(2, -1, -1));
        assertThat(sums.count()).isEqualTo(6);
        assertThat(LongStream.rangeClosed(1, 6).map(sums::ranked)).containsExactly(-2L, -2L, -2L, 1L, 1L, 4L);
    }

    @Test
    void agreesWithAListOfAllSums() {
        long[] values = new Random(7).longs(60, -40, 25).toArray();
        long[] listed = IntStream.range(0, values.length)
                .boxed()
                .flatMapToLong(i -> Arrays.stream(values, i, values.length).map(value -> values[i] + value))
                .sorted()
                .toArray();
        WalshSums sums = new WalshSums(ReferenceFiles.histogram(values));
        assertThat(LongStream.rangeClosed(1, sums.count()).map(sums::ranked).toArray())
                .isEqualTo(listed);
    }
}
