package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * A few sums for each of many keys that are at least 0, in open addressing: no object a key. Neighbouring keys lie side by side, since
 * the rows of one patient have keys close to each other, and memory is slow; what is looked up lies apart from the sums, so that it stays near the processor.
 */
public final class LongSums implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Keys of a run, a power of 2 and no more than the bits that a head has for them. */
    private static final int RUN = 8;

    private static final int BITS = 8;
    private static final long LARGEST_KEY = (1L << 58) - 1;

    /** What comes of a value and another of the same key. */
    private enum Merge {
        SUM,
        LARGEST
    }

    private final Merge merge;
    private final int width;
    private final int stride;
    private int count;
    private int runs;
    private int mask = 3;

    /** Of each run its number plus 1, and below that a bit for each key that was added to; 0 for a free place. */
    private long[] heads = new long[mask + 1];

    private long[] table;

    /** With so many sums a key. */
    public LongSums(int width) {
        this(width, Merge.SUM);
    }

    /**
     * Of so many numbers a key, none of them negative, the largest in the place of the sum; the second number is the second largest of what was the first.
     */
    static LongSums largest(int width) {
        return new LongSums(width, Merge.LARGEST);
    }

    private LongSums(int width, Merge merge) {
        this.merge = merge;
        this.width = width;
        this.stride = RUN * width;
        this.table = new long[(mask + 1) * stride];
    }

    /**
     * Adds to the sums of a key.
     *
     * @throws IllegalArgumentException when the key is below 0 or has more than 58 bits
     */
    public void add(long key, long... terms) {
        int at = place(key);
        if (merge == Merge.LARGEST) {
            takeLargest(at, terms);
            return;
        }
        for (int i = 0; i < width; i++) {
            table[at + i] = Math.addExact(table[at + i], terms[i]);
        }
    }

    private void takeLargest(int at, long... terms) {
        long second = Math.max(Math.min(table[at], terms[0]), Math.max(table[at + 1], terms[1]));
        for (int i = 0; i < width; i++) {
            table[at + i] = Math.max(table[at + i], terms[i]);
        }
        table[at + 1] = second;
    }

    /** Adds all of another. */
    public void merge(LongSums other) {
        for (int slot = 0; slot < other.heads.length; slot++) {
            for (int i = 0; i < RUN; i++) {
                if (other.has(slot, i)) {
                    int from = other.sums(slot, i);
                    add(other.key(slot, i), Arrays.copyOfRange(other.table, from, from + width));
                }
            }
        }
    }

    /** The sums of a key; zeros for one that nothing was added to. */
    public long[] of(long key) {
        int slot = slot(heads, key / RUN + 1);
        int from = sums(slot, (int) (key % RUN));
        return heads[slot] == 0 ? new long[width] : Arrays.copyOfRange(table, from, from + width);
    }

    /** How many keys there are. */
    public int size() {
        return count;
    }

    /** Keys with their sums, ascending. */
    public void forEach(BiConsumer<Long, long[]> consumer) {
        long[] numbers = new long[runs];
        int found = 0;
        for (long head : heads) {
            if (head != 0) {
                numbers[found++] = head >>> BITS;
            }
        }
        Arrays.sort(numbers);
        for (long number : numbers) {
            int slot = slot(heads, number);
            for (int i = 0; i < RUN; i++) {
                if (has(slot, i)) {
                    int from = sums(slot, i);
                    consumer.accept(key(slot, i), Arrays.copyOfRange(table, from, from + width));
                }
            }
        }
    }

    private boolean has(int slot, int i) {
        return (heads[slot] >>> i & 1) != 0;
    }

    private long key(int slot, int i) {
        return ((heads[slot] >>> BITS) - 1) * RUN + i;
    }

    private int sums(int slot, int i) {
        return slot * stride + i * width;
    }

    /** Where the sums of a key begin, which is there from now on. */
    private int place(long key) {
        if (key < 0 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("Invalid key: below 0 or too large");
        }
        int slot = slot(heads, key / RUN + 1);
        if (heads[slot] == 0) {
            if (4 * (runs + 1) > 3 * (mask + 1)) {
                grow();
                slot = slot(heads, key / RUN + 1);
            }
            heads[slot] = (key / RUN + 1) << BITS;
            runs++;
        }
        int i = (int) (key % RUN);
        if (!has(slot, i)) {
            heads[slot] |= 1L << i;
            count++;
        }
        return sums(slot, i);
    }

    private void grow() {
        long[] before = heads;
        long[] smaller = table;
        mask = 2 * mask + 1;
        table = new long[Math.multiplyExact(mask + 1, stride)];
        heads = new long[mask + 1];
        for (int from = 0; from < before.length; from++) {
            if (before[from] != 0) {
                int slot = slot(heads, before[from] >>> BITS);
                heads[slot] = before[from];
                System.arraycopy(smaller, from * stride, table, slot * stride, stride);
            }
        }
    }

    /** Where a run stands among heads, or the free place for it. */
    private int slot(long[] in, long number) {
        // The highest bits of the product depend on all bits of the key (Knuth, The Art of Computer Programming 3,
        // 6.4).
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
        while (in[slot] != 0 && in[slot] >>> BITS != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
