package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** A few sums for each of many keys that are at least 0, in open addressing: no object a key. */
public final class LongSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long FREE = -1;

    private final int width;
    private int count;
    private long[] keys = filled(16);
    private long[] sums;

    /** With so many sums a key. */
    public LongSums(int width) {
        this.width = width;
        this.sums = new long[16 * width];
    }

    private static long[] filled(int size) {
        long[] keys = new long[size];
        Arrays.fill(keys, FREE);
        return keys;
    }

    /** Adds to the sums of a key. */
    public void add(long key, long... terms) {
        int at = place(key) * width;
        for (int i = 0; i < width; i++) {
            sums[at + i] = Math.addExact(sums[at + i], terms[i]);
        }
    }

    /** Adds all of another. */
    public void merge(LongSums other) {
        other.forEach((key, terms) -> add(key, terms));
    }

    /** The sums of a key; zeros for one that nothing was added to. */
    public long[] of(long key) {
        int slot = slot(keys, key);
        return keys[slot] == key ? Arrays.copyOfRange(sums, slot * width, (slot + 1) * width) : new long[width];
    }

    /** How many keys there are. */
    public int size() {
        return count;
    }

    /** Keys with their sums, ascending. */
    public void forEach(BiConsumer<Long, long[]> consumer) {
        Arrays.stream(keys).filter(key -> key != FREE).sorted().forEach(key -> {
            int at = slot(keys, key) * width;
            consumer.accept(key, Arrays.copyOfRange(sums, at, at + width));
        });
    }

    private int place(long key) {
        if (key < 0) {
            throw new IllegalArgumentException("Invalid key: below 0");
        }
        int slot = slot(keys, key);
        if (keys[slot] == FREE) {
            if (4 * (count + 1) > 3 * keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            count++;
        }
        return slot;
    }

    private void grow() {
        long[] larger = filled(2 * keys.length);
        long[] moved = new long[2 * sums.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                int slot = slot(larger, keys[i]);
                larger[slot] = keys[i];
                System.arraycopy(sums, i * width, moved, slot * width, width);
            }
        }
        keys = larger;
        sums = moved;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        // The highest bits of the product depend on all bits of the key (Knuth, The Art of Computer Programming 3,
        // 6.4).
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
