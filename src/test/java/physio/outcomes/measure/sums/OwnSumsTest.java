package physio.outcomes.measure.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OwnSumsTest {
    @Test
    void sumsWhatAMapWouldAndForgetsPatientAfterPatient() {
        Random random = new Random(11);
        OwnSums sums = new OwnSums(2);
        for (int patient = 0; patient < 200; patient++) {
            Map<Long, Long> expected = new TreeMap<>();
            int keys = 1 + random.nextInt(60);
            for (int i = 0; i < 150; i++) {
                long key = 977L * random.nextInt(keys);
                expected.merge(key, (long) i, Long::sum);
                int group = sums.group(key);
                sums.add(group, 0, 1);
                sums.add(group, 1, i);
            }
            Map<Long, Long> found = new TreeMap<>();
            long rows = 0;
            for (int group = 0; group < sums.count(); group++) {
                found.put(sums.key(group), sums.of(group)[1]);
                rows += sums.get(group, 0);
            }
            assertThat(found).isEqualTo(expected);
            assertThat(rows).isEqualTo(150);
            sums.clear();
        }
        assertThat(sums.count()).isZero();
    }
}
