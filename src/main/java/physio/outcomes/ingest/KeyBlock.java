package physio.outcomes.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * Keys of sessions of one part of a delivery that fall into one bucket: of all sessions of a key, none is in another bucket. Numbers in
 * one run of bytes, since there are as many as sessions.
 */
public final class KeyBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An entry: high and low half of the key, fingerprint of the record's fields, place. */
    static final int LONGS = 4;

    private final int bucket;
    private final PartId part;
    private final byte[] entries;

    private KeyBlock(int bucket, PartId part, byte[] entries) {
        this.bucket = bucket;
        this.part = part;
        this.entries = entries;
    }

    static KeyBlock of(int bucket, PartId part, long[] entries) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * entries.length);
        bytes.asLongBuffer().put(entries);
        return of(bucket, part, bytes.array());
    }

    /** A block from its {@link #bytes()}. */
    static KeyBlock of(int bucket, PartId part, byte[] entries) {
        return new KeyBlock(bucket, part, entries);
    }

    /** Keys of sessions that a delivery of the store holds: {@code keys} has the two halves of each. */
    public static KeyBlock stored(int bucket, int delivery, long[] keys) {
        long[] entries = new long[keys.length / 2 * LONGS];
        for (int i = 0; i < keys.length / 2; i++) {
            entries[LONGS * i] = keys[2 * i];
            entries[LONGS * i + 1] = keys[2 * i + 1];
        }
        return of(bucket, new PartId(delivery, -1), entries);
    }

    /** The bucket of a key by its high half. */
    public static int bucket(long high, int buckets) {
        return (int) Long.remainderUnsigned(high, buckets);
    }

    /** A record's number and whether it was stored so far. */
    static long place(long record, boolean isStored) {
        return record << 1 | (isStored ? 1 : 0);
    }

    /** The bucket, from 0. */
    public int bucket() {
        return bucket;
    }

    /** Where they come from; −1 as the part of a delivery that the store has already. */
    PartId part() {
        return part;
    }

    /** The entries as they are stored. */
    byte[] bytes() {
        return entries;
    }

    LongBuffer entries() {
        return ByteBuffer.wrap(entries).asLongBuffer();
    }

    int size() {
        return entries.length / (Long.BYTES * LONGS);
    }
}
