package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** Published first output of SplitMix64 with seed 0. */
    @Test
    void drawsFromSplitMix64() {
        assertThat(Draws.of(0).next()).isEqualTo(0xE220A8397B1DCDAFL);
    }

    @Test
    void drawsStandardNormalValues() {
        Draws draws = Draws.of(1);
        double[] values = DoubleStream.generate(draws::gaussian).limit(100_000).toArray();
        DoubleSummaryStatistics summary = DoubleStream.of(values).summaryStatistics();
        double variance =
                DoubleStream.of(values).map(value -> value * value).average().orElseThrow();
        // Four standard errors.
        assertThat(summary.getAverage()).isCloseTo(0, within(4 / Math.sqrt(100_000)));
        assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(2.0 / 100_000)));
    }

    @Test
    void picksByWeight() {
        List<String> items = List.of("a", "b", "c");
        assertThat(Draws.pick(items, item -> item.equals("b") ? 0 : 1, 0.49)).isEqualTo("a");
        assertThat(Draws.pick(items, item -> item.equals("b") ? 0 : 1, 0.51)).isEqualTo("c");
    }
}
