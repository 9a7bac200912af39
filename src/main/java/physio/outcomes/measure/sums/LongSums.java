package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * A few sums, and largest numbers, for each of many keys that are at least 0, in open addressing: no object a key. Neighbouring keys lie side by side, since
 * the rows of one patient have keys close to each other, and memory is slow.
 */
public final class LongSums implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Keys of a run. */
    private static final int RUN = 8;

    /** What stands before the sums of a run: its number plus 1, 0 for a free place; and a bit for each key that was added to. */
    private static final int HEAD = 2;

    private final int sums;
    private final int width;
    private final int stride;
    private int count;
    private int runs;
    private int mask = 3;
    private long[] table;

    /** With so many sums a key. */
    public LongSums(int sums) {
        this(sums, 0);
    }

    /**
     * With so many sums a key, and behind them so many numbers that are not negative and of which the largest is kept; the second of these is the second largest of what was the
     * first.
     */
    LongSums(int sums, int largest) {
        this.sums = sums;
        this.width = sums + largest;
        this.stride = HEAD + RUN * width;
        this.table = new long[(mask + 1) * stride];
    }

    /** Adds to the sums of a key. */
    public void add(long key, long... terms) {
        int at = place(key);
        for (int i = 0; i < sums; i++) {
            table[at + i] = Math.addExact(table[at + i], terms[i]);
        }
        if (width > sums) {
            takeLargest(at, terms);
        }
    }

    private void takeLargest(int at, long... terms) {
        int first = at + sums;
        long second = Math.max(Math.min(table[first], terms[sums]), Math.max(table[first + 1], terms[sums + 1]));
        for (int i = sums; i < width; i++) {
            table[at + i] = Math.max(table[at + i], terms[i]);
        }
        table[first + 1] = second;
    }

    /** Adds all of another. */
    public void merge(LongSums other) {
        for (int at = 0; at < other.table.length; at += stride) {
            for (int i = 0; i < RUN; i++) {
                if (other.has(at, i)) {
                    int from = other.numbers(at, i);
                    add(other.key(at, i), Arrays.copyOfRange(other.table, from, from + width));
                }
            }
        }
    }

    /** The sums of a key; zeros for one that nothing was added to. */
    public long[] of(long key) {
        int at = run(table, key / RUN + 1);
        int from = numbers(at, (int) (key % RUN));
        return table[at] == 0 ? new long[width] : Arrays.copyOfRange(table, from, from + width);
    }

    /** How many keys there are. */
    public int size() {
        return count;
    }

    /** Keys with their sums, ascending. */
    public void forEach(BiConsumer<Long, long[]> consumer) {
        long[] numbers = new long[runs];
        int found = 0;
        for (int at = 0; at < table.length; at += stride) {
            if (table[at] != 0) {
                numbers[found++] = table[at];
            }
        }
        Arrays.sort(numbers);
        for (long number : numbers) {
            int at = run(table, number);
            for (int i = 0; i < RUN; i++) {
                if (has(at, i)) {
                    int from = numbers(at, i);
                    consumer.accept(key(at, i), Arrays.copyOfRange(table, from, from + width));
                }
            }
        }
    }

    private boolean has(int at, int i) {
        return (table[at + 1] >>> i & 1) != 0;
    }

    private long key(int at, int i) {
        return (table[at] - 1) * RUN + i;
    }

    private int numbers(int at, int i) {
        return at + HEAD + i * width;
    }

    /** Where the sums of a key begin, which is there from now on. */
    private int place(long key) {
        if (key < 0) {
            throw new IllegalArgumentException("Invalid key: below 0");
        }
        int at = run(table, key / RUN + 1);
        if (table[at] == 0) {
            if (4 * (runs + 1) > 3 * (mask + 1)) {
                grow();
                at = run(table, key / RUN + 1);
            }
            table[at] = key / RUN + 1;
            runs++;
        }
        int i = (int) (key % RUN);
        if (!has(at, i)) {
            table[at + 1] |= 1L << i;
            count++;
        }
        return numbers(at, i);
    }

    private void grow() {
        long[] smaller = table;
        mask = 2 * mask + 1;
        table = new long[Math.multiplyExact(mask + 1, stride)];
        for (int at = 0; at < smaller.length; at += stride) {
            if (smaller[at] != 0) {
                System.arraycopy(smaller, at, table, run(table, smaller[at]), stride);
            }
        }
    }

    /** Where a run stands in a table, or the free place for it. */
    private int run(long[] in, long number) {
        // The highest bits of the product depend on all bits of the key (Knuth, The Art of Computer Programming 3,
        // 6.4).
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
        while (in[slot * stride] != 0 && in[slot * stride] != number) {
            slot = (slot + 1) & mask;
        }
        return slot * stride;
    }
}
