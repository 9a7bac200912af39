package physio.outcomes.compare.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactOuterProductTest {
    private static final int SIZE = 4;

    @Test
    void isWhatBigIntegersGive() {
        List<long[]> vectors = vectors(500);
        ExactOuterProduct sum = summed(vectors);
        double[][] matrix = matrix(sum, 0);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                BigInteger expected = BigInteger.ZERO;
                for (long[] vector : vectors) {
                    expected = expected.add(BigInteger.valueOf(vector[i]).multiply(BigInteger.valueOf(vector[j])));
                }
                assertThat(matrix[i][j]).as(i + ", " + j).isEqualTo(expected.doubleValue());
            }
        }
        assertThat(sum.vectors()).isEqualTo(500);
    }

    /** Both the carry out of the lower half and the sign that goes into the upper one. */
    @Test
    void carriesAndBorrowsBetweenItsHalves() {
        long most = Long.MAX_VALUE;
        ExactOuterProduct sum = summed(List.of(new long[] {most, -1}, new long[] {most, 1}, new long[] {1, -1}));
        BigInteger square = BigInteger.valueOf(most).pow(2).shiftLeft(1).add(BigInteger.ONE);
        assertThat(sum.entry(0, 0)).isEqualTo(square);
        assertThat(sum.entry(1, 0)).isEqualTo(BigInteger.valueOf(-1));
        assertThat(sum.entry(1, 1)).isEqualTo(BigInteger.valueOf(3));
    }

    @Test
    void isTheSameInWhateverOrderPartsAreMerged() {
        List<long[]> vectors = new ArrayList<>(vectors(300));
        ExactOuterProduct whole = summed(vectors);
        Collections.shuffle(vectors, new Random(7));
        ExactOuterProduct merged = new ExactOuterProduct(SIZE);
        for (List<long[]> part : List.of(vectors.subList(200, 300), vectors.subList(0, 1), vectors.subList(1, 200))) {
            ExactOuterProduct own = summed(part);
            merged.plus(own);
        }
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                assertThat(merged.entry(i, j)).isEqualTo(whole.entry(i, j));
            }
        }
        assertThat(merged.vectors()).isEqualTo(300);
    }

    @Test
    void countsVectorsOfZeroes() {
        assertThat(summed(List.of(new long[SIZE], new long[SIZE])).vectors()).isEqualTo(2);
    }

    @Test
    void dividesByAPowerOfTwoWithoutLoss() {
        assertThat(summed(List.of(new long[] {3})).matrix(new int[] {0}, 2)[0][0])
                .isEqualTo(2.25);
    }

    private static double[][] matrix(ExactOuterProduct sum, int halvings) {
        return sum.matrix(IntStream.range(0, SIZE).toArray(), halvings);
    }

    private static ExactOuterProduct summed(List<long[]> vectors) {
        ExactOuterProduct sum = new ExactOuterProduct(vectors.get(0).length);
        vectors.forEach(sum::add);
        return sum;
    }

    /** Of all sizes up to 2⁶¹, either sign, zeroes among them. */
    private static List<long[]> vectors(int count) {
        Random random = new Random(1);
        List<long[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long[] vector = new long[SIZE];
            for (int j = 0; j < SIZE; j++) {
                vector[j] = random.nextInt(5) == 0 ? 0 : random.nextLong() >> (3 + random.nextInt(50));
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
