package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.util.Arrays;

/** A few sums for each of the groups that the patient at hand has rows in: few, and forgotten when the patient ends. */
public final class OwnSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int width;
    private int count;
    private long[] keys = new long[8];
    private long[] sums;

    /** For each key the number of its group plus 1, by hash; 0 where there is none. */
    private int[] groups = new int[16];

    private int[] places = new int[8];

    /** With so many sums a group. */
    public OwnSums(int width) {
        this.width = width;
        this.sums = new long[keys.length * width];
    }

    /** The group of a key, with zeros when it is new. */
    public int group(long key) {
        int mask = groups.length - 1;
        int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
        while (groups[place] != 0) {
            if (keys[groups[place] - 1] == key) {
                return groups[place] - 1;
            }
            place = (place + 1) & mask;
        }
        if (count == keys.length) {
            grow();
            return group(key);
        }
        Arrays.fill(sums, count * width, (count + 1) * width, 0);
        keys[count] = key;
        places[count] = place;
        groups[place] = ++count;
        return count - 1;
    }

    private void grow() {
        long[] known = Arrays.copyOf(keys, count);
        long[] own = Arrays.copyOf(sums, count * width);
        keys = new long[2 * count];
        places = new int[2 * count];
        groups = new int[4 * count];
        sums = new long[2 * count * width];
        clear();
        for (long key : known) {
            group(key);
        }
        System.arraycopy(own, 0, sums, 0, own.length);
    }

    /** How many groups there are. */
    public int count() {
        return count;
    }

    /** The key of a group. */
    public long key(int group) {
        return keys[group];
    }

    /** One of a group's sums. */
    public long get(int group, int i) {
        return sums[group * width + i];
    }

    /** Puts a value in the place of a sum. */
    public void set(int group, int i, long value) {
        sums[group * width + i] = value;
    }

    /** Adds to a sum. */
    public void add(int group, int i, long term) {
        int at = group * width + i;
        sums[at] = Math.addExact(sums[at], term);
    }

    /** The sums of a group. */
    public long[] of(int group) {
        return Arrays.copyOfRange(sums, group * width, (group + 1) * width);
    }

    /** Forgets all groups. */
    public void clear() {
        for (int group = 0; group < count; group++) {
            groups[places[group]] = 0;
        }
        count = 0;
    }
}
