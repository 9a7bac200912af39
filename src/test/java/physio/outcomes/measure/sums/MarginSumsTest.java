package physio.outcomes.measure.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginSumsTest {
    private static final int CLINICS = 4;
    private static final int MONTHS = 3;

    /** Patients of one clinic and of several, in two parts that are merged: the margin is what all rows give when they are added to it one by one. */
    @Test
    void givesPartsAndMarginWhatTheyGetRowByRow() {
        Random random = new Random(11);
        ClusteredSums expected = new ClusteredSums(1, 1);
        MarginSums left = new MarginSums(1, 1);
        MarginSums right = new MarginSums(1, 1);
        for (int patient = 0; patient < 200; patient++) {
            MarginSums sums = patient % 3 == 0 ? left : right;
            int home = random.nextInt(CLINICS);
            boolean isFaithful = random.nextInt(4) > 0;
            sums.begin(isFaithful);
            for (int episode = 1; episode <= 1 + random.nextInt(3); episode++) {
                for (int row = 0; row < random.nextInt(4); row++) {
                    long month = random.nextInt(MONTHS);
                    long own = key(month, isFaithful ? home : random.nextInt(CLINICS));
                    long value = random.nextInt(21) - 10L;
                    sums.add(own, key(month, CLINICS), episode, value, 1);
                    expected.add(own, episode, value, 1);
                    expected.add(key(month, CLINICS), episode, value, 1);
                }
            }
            sums.endOfPatient();
            expected.endOfPatient();
        }
        left.merge(right);
        assertThat(told(left.withMargins(key -> key(key / (CLINICS + 1), CLINICS))))
                .hasSize(MONTHS * (CLINICS + 1))
                .isEqualTo(told(expected));
    }

    private static long key(long month, int clinic) {
        return month * (CLINICS + 1) + clinic;
    }

    private static List<List<Object>> told(ClusteredSums sums) {
        List<List<Object>> told = new ArrayList<>();
        sums.forEachKey(key -> told.add(List.of(
                key,
                sums.mean(key, 0),
                sums.total(key, 0),
                sums.episodes(key),
                sums.largest(key, 0),
                sums.contributors(key, OptionalDouble.empty()))));
        return told;
    }
}
