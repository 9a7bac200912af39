package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** A set of hashes, 8 to 16 bytes each, up to a number from which on it takes no more. */
final class LongHashes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SMALLEST = 64;

    private final int most;
    private long[] slots = new long[SMALLEST];
    private int size;

    LongHashes(int most) {
        this.most = most;
    }

    boolean contains(long hash) {
        return slots[slot(nonZero(hash))] != 0;
    }

    void add(long hash) {
        int slot = slot(nonZero(hash));
        if (slots[slot] == 0 && size < most) {
            slots[slot] = nonZero(hash);
            size++;
            if (size * 4L > slots.length * 3L) {
                grow();
            }
        }
    }

    void forEach(LongConsumer each) {
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(each);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }

    /** Where a hash stands, or the free place for it. */
    private int slot(long hash) {
        int at = (int) ((hash ^ (hash >>> 32)) & (slots.length - 1));
        while (slots[at] != 0 && slots[at] != hash) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    /** Zero marks a free place. */
    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
