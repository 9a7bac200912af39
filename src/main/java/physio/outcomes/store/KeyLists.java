package physio.outcomes.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.ingest.KeyBlock;
import scala.Tuple2;

/** Session keys by bucket, as numbers. */
final class KeyLists {
    private final long[][] keys;
    private final int[] counts;

    KeyLists(int buckets) {
        this.keys = new long[buckets][2];
        this.counts = new int[buckets];
    }

    /** Adds a key of 16 bytes. */
    void add(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        long high = bytes.getLong();
        int bucket = KeyBlock.bucket(high, keys.length);
        int count = counts[bucket];
        if (count == keys[bucket].length) {
            keys[bucket] = Arrays.copyOf(keys[bucket], 2 * count);
        }
        keys[bucket][count] = high;
        keys[bucket][count + 1] = bytes.getLong();
        counts[bucket] = count + 2;
    }

    /** The keys as those of a delivery that the store holds. */
    Stream<Tuple2<Integer, StagedPiece>> pieces(int delivery) {
        return IntStream.range(0, keys.length)
                .filter(bucket -> counts[bucket] > 0)
                .mapToObj(bucket -> {
                    long[] exact = Arrays.copyOf(keys[bucket], counts[bucket]);
                    return new Tuple2<>(bucket, new StagedPiece.Keys(KeyBlock.stored(bucket, delivery, exact)));
                });
    }
}
