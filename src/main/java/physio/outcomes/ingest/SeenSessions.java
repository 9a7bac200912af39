package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sessions of a segment of a file: tells a repeated record at once, and hands on the keys of all of them, since a session may come
 * again in another segment or in another delivery.
 */
final class SeenSessions {
    /** Sessions of a segment: what is remembered at a time. */
    static final int MOST = 1 << 20;

    private long[] entries = new long[KeyBlock.LONGS << 10];
    private int[] index = new int[1 << 11];
    private int count;

    boolean isFull() {
        return count == MOST;
    }

    /** Adds a session; false when the segment holds it already with the same fields. */
    boolean add(SessionKey key, List<String> fields, long record) {
        if (KeyBlock.LONGS * count == entries.length) {
            grow();
        }
        long fingerprint = fingerprint(fields);
        boolean isNew = true;
        int slot = slot(key.low());
        while (index[slot] != 0) {
            int at = KeyBlock.LONGS * (index[slot] - 1);
            isNew &= entries[at] != key.high() || entries[at + 1] != key.low() || entries[at + 2] != fingerprint;
            slot = (slot + 1) & (index.length - 1);
        }
        int at = KeyBlock.LONGS * count++;
        index[slot] = count;
        entries[at] = key.high();
        entries[at + 1] = key.low();
        entries[at + 2] = fingerprint;
        entries[at + 3] = KeyBlock.place(record, isNew);
        return isNew;
    }

    private void grow() {
        entries = Arrays.copyOf(entries, 2 * entries.length);
        index = new int[2 * index.length];
        for (int i = 0; i < count; i++) {
            int slot = slot(entries[KeyBlock.LONGS * i + 1]);
            while (index[slot] != 0) {
                slot = (slot + 1) & (index.length - 1);
            }
            index[slot] = i + 1;
        }
    }

    /** Keys are as good as random, so their low bits spread them. */
    private int slot(long low) {
        return (int) low & (index.length - 1);
    }

    /** The keys of the segment by bucket; the next segment begins empty. */
    List<KeyBlock> take(PartId part, int buckets) {
        int[] sizes = new int[buckets];
        for (int i = 0; i < count; i++) {
            sizes[KeyBlock.bucket(entries[KeyBlock.LONGS * i], buckets)]++;
        }
        long[][] parted = new long[buckets][];
        Arrays.setAll(parted, bucket -> new long[KeyBlock.LONGS * sizes[bucket]]);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < count; i++) {
            int bucket = KeyBlock.bucket(entries[KeyBlock.LONGS * i], buckets);
            System.arraycopy(
                    entries, KeyBlock.LONGS * i, parted[bucket], KeyBlock.LONGS * sizes[bucket]++, KeyBlock.LONGS);
        }
        List<KeyBlock> blocks = new ArrayList<>();
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (parted[bucket].length > 0) {
                blocks.add(KeyBlock.of(bucket, part, parted[bucket]));
            }
        }
        count = 0;
        Arrays.fill(index, 0);
        return blocks;
    }

    /** 64 bits of the fields: two records of one session id that differ share them once in 10^19. */
    private static long fingerprint(List<String> fields) {
        long hash = 1125899906842597L;
        for (String field : fields) {
            for (int i = 0; i < field.length(); i++) {
                hash = 31 * hash + field.charAt(i);
            }
            hash = 0x9E3779B97F4A7C15L * (hash ^ (hash >>> 29)) + 1;
        }
        return hash;
    }
}
