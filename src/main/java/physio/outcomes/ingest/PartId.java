package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.Comparator;

/** A part of a delivery: the delivery's number and the part's index. */
public record PartId(int delivery, int part) implements Comparable<PartId>, Serializable {

    @Override
    public int compareTo(PartId other) {
        return Comparator.comparingInt(PartId::delivery)
                .thenComparingInt(PartId::part)
                .compare(this, other);
    }
}
