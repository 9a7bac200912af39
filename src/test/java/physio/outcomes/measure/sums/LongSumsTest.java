package physio.outcomes.measure.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LongSumsTest {
    @Test
    void sumsWhatAMapWouldAndGivesKeysInOrder() {
        Random random = new Random(5);
        Map<Long, Long> expected = new TreeMap<>();
        LongSums left = new LongSums(2);
        LongSums right = new LongSums(2);
        for (int i = 0; i < 20_000; i++) {
            // Keys of mixed radix: runs, strides and far jumps.
            long key = random.nextInt(50) + 1_414L * random.nextInt(300) + (1L << 40) * random.nextInt(2);
            long term = random.nextInt(9) - 4L;
            expected.merge(key, term, Long::sum);
            (i % 3 == 0 ? left : right).add(key, 1, term);
        }
        left.merge(right);
        Map<Long, Long> found = new TreeMap<>();
        List<Long> order = new ArrayList<>();
        left.forEach((key, sums) -> {
            found.put(key, sums[1]);
            order.add(key);
        });
        assertThat(found).isEqualTo(expected);
        assertThat(order).isSorted();
        assertThat(left.size()).isEqualTo(expected.size());
        assertThat(left.of(7_777_777_777L)).containsExactly(0, 0);
    }

    /** Sets of clinics are keys of nearly all bits. */
    @Test
    void takesTheLargestKeys() {
        LongSums sums = new LongSums(1);
        for (int i = 0; i < 100; i++) {
            sums.add(Long.MAX_VALUE - 7L * i, i);
        }
        assertThat(sums.size()).isEqualTo(100);
        assertThat(sums.of(Long.MAX_VALUE - 7L * 99)).containsExactly(99);
    }

    @Test
    void refusesToOverflowAndKeysBelowZero() {
        LongSums sums = new LongSums(1);
        sums.add(1, Long.MAX_VALUE);
        assertThatThrownBy(() -> sums.add(1, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> sums.add(-1, 1)).hasMessage("Invalid key: below 0");
    }
}
