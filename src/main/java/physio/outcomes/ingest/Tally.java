package physio.outcomes.ingest;

import java.io.Serializable;

/** What became of a file's records. Nothing is lost: parsed = stored + quarantined + duplicates + filtered. */
public record Tally(long parsed, long stored, long quarantined, long duplicates, long filtered)
        implements Serializable {
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

    public Tally {
        if (parsed != stored + quarantined + duplicates + filtered) {
            throw new IllegalArgumentException("Records lost or made up: " + parsed + " parsed, " + stored + " stored, "
                    + quarantined + " quarantined, " + duplicates + " duplicates, " + filtered + " filtered");
        }
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                parsed + other.parsed,
                stored + other.stored,
                quarantined + other.quarantined,
                duplicates + other.duplicates,
                filtered + other.filtered);
    }
}
