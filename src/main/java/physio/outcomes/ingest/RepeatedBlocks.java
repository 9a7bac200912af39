package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds records that were copied in whole blocks: 16 consecutive ones whose content equals that of an earlier block of 16.
 *
 * <p>One hash is kept of each 16 records, and the hash of the last 16 is looked up among them at every record, so that a copied run of
 * 31 is always found and one of 16 if it was copied from where a block begins. Between parts of a file, which do not see each other's
 * records, only whole blocks are compared. Blocks in which hardly anything changes from record to record are no evidence.
 */
final class RepeatedBlocks implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 16;
    private static final int FEWEST_CHANGES = 8;
    /** Four million records: what comes after is looked up, and not kept. */
    private static final int MOST_BLOCKS = 1 << 18;

    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long OLDEST = power(BASE, BLOCK);

    private final LongHashes earlier = new LongHashes(MOST_BLOCKS);
    private final long[] records = new long[BLOCK];
    private final boolean[] changed = new boolean[BLOCK];
    private long count;
    private long window;
    private int changes;
    private long lastBlock;
    private boolean hasLastBlock;
    private long repeats;

    /** Takes the hash of the next record's content. */
    void add(long content) {
        int at = (int) (count % BLOCK);
        int before = (at + BLOCK - 1) % BLOCK;
        boolean isChange = count > 0 && content != records[before];
        changes += (isChange ? 1 : 0) - (changed[at] ? 1 : 0);
        changed[at] = isChange;
        window = window * BASE + content - records[at] * OLDEST;
        records[at] = content;
        count++;
        boolean isBoundary = count % BLOCK == 0;
        if (isBoundary) {
            keepLastBlock();
        }
        boolean isEvidence = count >= BLOCK && changes >= FEWEST_CHANGES;
        if (isEvidence && earlier.contains(window)) {
            repeats++;
        }
        if (isBoundary && isEvidence) {
            lastBlock = window;
            hasLastBlock = true;
        }
    }

    /** A block counts as an earlier one when the next is complete: a window must not overlap the block that it repeats. */
    private void keepLastBlock() {
        if (hasLastBlock) {
            earlier.add(lastBlock);
            hasLastBlock = false;
        }
    }

    /** Adds the next part of the same file. */
    void merge(RepeatedBlocks next) {
        keepLastBlock();
        next.keepLastBlock();
        List<Long> others = new ArrayList<>();
        next.earlier.forEach(others::add);
        repeats += next.repeats + others.stream().filter(earlier::contains).count();
        others.forEach(earlier::add);
        count += next.count;
    }

    /** How many blocks repeat an earlier one. */
    long repeats() {
        return repeats;
    }

    /** How many blocks there are that could: all but the first. */
    long blocks() {
        return Math.max(0, count / BLOCK - 1);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
