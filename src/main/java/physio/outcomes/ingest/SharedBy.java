package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.Comparator;

/** Two deliveries, by number, that hold a session both. */
public record SharedBy(int later, int earlier) implements Comparable<SharedBy>, Serializable {

    @Override
    public int compareTo(SharedBy other) {
        return Comparator.comparingInt(SharedBy::later)
                .thenComparingInt(SharedBy::earlier)
                .compare(this, other);
    }
}
