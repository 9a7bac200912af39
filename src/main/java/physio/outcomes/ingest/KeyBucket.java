package physio.outcomes.ingest;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All keys of a bucket together: finds the sessions that come more than once, within a delivery or in two. */
public final class KeyBucket {
    private final List<KeyBlock> blocks = new ArrayList<>();
    private final Map<PartId, Verdicts> verdicts = new TreeMap<>();
    private final Map<SharedBy, Long> shared = new TreeMap<>();
    private long[] entries = new long[0];
    private int[] owners = new int[0];
    /** Of each entry, one plus the entry before it that has the same key. */
    private int[] earlier = new int[0];

    private KeyBucket() {}

    /** What comes more than once in the blocks of one bucket. */
    public record Found(List<Verdicts> verdicts, Map<SharedBy, Long> shared) {}

    /** Finds it. */
    public static Found resolve(Iterator<KeyBlock> blocks) {
        KeyBucket bucket = new KeyBucket();
        blocks.forEachRemaining(bucket.blocks::add);
        bucket.fill();
        bucket.judge();
        return new Found(List.copyOf(bucket.verdicts.values()), bucket.shared);
    }

    private void fill() {
        int size = blocks.stream().mapToInt(KeyBlock::size).sum();
        entries = new long[KeyBlock.LONGS * size];
        owners = new int[size];
        earlier = new int[size];
        int count = 0;
        for (int i = 0; i < blocks.size(); i++) {
            LongBuffer block = blocks.get(i).entries();
            int more = block.remaining() / KeyBlock.LONGS;
            block.get(entries, KeyBlock.LONGS * count, block.remaining());
            Arrays.fill(owners, count, count + more, i);
            count += more;
        }
    }

    private void judge() {
        int[] index = new int[Integer.highestOneBit(Math.max(1, owners.length)) << 2];
        BitSet repeated = new BitSet();
        for (int entry = 0; entry < owners.length; entry++) {
            int slot = (int) low(entry) & (index.length - 1);
            while (index[slot] != 0 && !isSameKey(index[slot] - 1, entry)) {
                slot = (slot + 1) & (index.length - 1);
            }
            if (index[slot] != 0) {
                earlier[entry] = index[slot];
                repeated.set(slot);
            }
            index[slot] = entry + 1;
        }
        repeated.stream().forEach(slot -> judge(index[slot] - 1));
    }

    /** One key: its entries of each delivery, and the deliveries that keep one. */
    private void judge(int last) {
        Map<Integer, List<Integer>> byDelivery = new TreeMap<>();
        for (int entry = last; entry >= 0; entry = earlier[entry] - 1) {
            byDelivery
                    .computeIfAbsent(owner(entry).part().delivery(), delivery -> new ArrayList<>())
                    .add(entry);
        }
        List<Integer> keeping = new ArrayList<>();
        byDelivery.forEach((delivery, same) -> {
            if (isKept(same)) {
                keeping.forEach(before -> shared.merge(new SharedBy(delivery, before), 1L, Long::sum));
                keeping.add(delivery);
            }
        });
    }

    /** Whether a delivery keeps one of its entries of a key: all are alike, and then the first of them. */
    private boolean isKept(List<Integer> same) {
        int first = same.get(0);
        boolean isAlike = true;
        for (int entry : same) {
            isAlike &= fingerprint(entry) == fingerprint(first);
            first = place(entry) >> 1 < place(first) >> 1 ? entry : first;
        }
        if (same.size() > 1) {
            for (int entry : same) {
                mark(entry, isAlike, entry == first);
            }
        }
        return isAlike;
    }

    private void mark(int entry, boolean isAlike, boolean isFirst) {
        if (isAlike && isFirst) {
            return;
        }
        boolean isStored = (place(entry) & 1) != 0;
        verdicts.computeIfAbsent(owner(entry).part(), Verdicts::new)
                .add(place(entry) >> 1, isAlike ? Verdicts.Fate.DUPLICATE : Verdicts.Fate.CONFLICT, isStored);
    }

    private KeyBlock owner(int entry) {
        return blocks.get(owners[entry]);
    }

    private boolean isSameKey(int one, int other) {
        return entries[KeyBlock.LONGS * one] == entries[KeyBlock.LONGS * other] && low(one) == low(other);
    }

    private long low(int entry) {
        return entries[KeyBlock.LONGS * entry + 1];
    }

    private long fingerprint(int entry) {
        return entries[KeyBlock.LONGS * entry + 2];
    }

    private long place(int entry) {
        return entries[KeyBlock.LONGS * entry + 3];
    }
}
