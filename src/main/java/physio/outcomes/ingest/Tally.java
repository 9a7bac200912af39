package physio.outcomes.ingest;

import java.io.Serializable;

/**
 * What became of a file's records. Nothing is lost: parsed = stored + quarantined + duplicates + filtered + erased.
 *
 * @param erased of patients who were removed from the store
 */
public record Tally(long parsed, long stored, long quarantined, long duplicates, long filtered, long erased)
        implements Serializable {
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

    public Tally {
        if (parsed != stored + quarantined + duplicates + filtered + erased) {
            throw new IllegalArgumentException("Records lost or made up: " + parsed + " parsed, " + stored + " stored, "
                    + quarantined + " quarantined, " + duplicates + " duplicates, " + filtered + " filtered, " + erased
                    + " erased");
        }
    }

    /** Of a file without erased records. */
    public Tally(long parsed, long stored, long quarantined, long duplicates, long filtered) {
        this(parsed, stored, quarantined, duplicates, filtered, 0);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                parsed + other.parsed,
                stored + other.stored,
                quarantined + other.quarantined,
                duplicates + other.duplicates,
                filtered + other.filtered,
                erased + other.erased);
    }

    /** The same after some stored and some quarantined records were erased. */
    public Tally without(long storedRecords, long quarantinedRecords) {
        return new Tally(
                parsed,
                stored - storedRecords,
                quarantined - quarantinedRecords,
                duplicates,
                filtered,
                erased + storedRecords + quarantinedRecords);
    }

    /** Records that count as received: an erased one is as if it had never come. */
    public long received() {
        return parsed - erased;
    }
}
