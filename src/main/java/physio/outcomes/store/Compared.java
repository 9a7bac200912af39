package physio.outcomes.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import physio.outcomes.ingest.KeyBlock;
import physio.outcomes.ingest.KeyBucket;
import physio.outcomes.ingest.PartId;
import physio.outcomes.ingest.SharedBy;
import physio.outcomes.ingest.Verdicts;

/** What the comparison of all keys in one bucket found, and the parts that were passed on beside them. */
record Compared(List<StagedPart> parts, List<Verdicts> verdicts, Map<SharedBy, Long> shared) implements Serializable {

    static Compared of(Iterator<StagedPiece> pieces) {
        List<StagedPart> parts = new ArrayList<>();
        List<KeyBlock> blocks = new ArrayList<>();
        pieces.forEachRemaining(piece -> {
            if (piece instanceof StagedPiece.Keys keys) {
                blocks.add(keys.block());
            } else {
                parts.add(((StagedPiece.Part) piece).part());
            }
        });
        KeyBucket.Found found = KeyBucket.resolve(blocks.iterator());
        return new Compared(parts, found.verdicts(), found.shared());
    }

    /** What the driver needs to know: of the verdicts only which parts must be read again. */
    Summary summary() {
        return new Summary(
                parts,
                verdicts.stream().filter(Verdicts::isNews).map(Verdicts::part).toList(),
                shared);
    }

    /** A bucket's findings without those on single records. */
    record Summary(List<StagedPart> parts, List<PartId> again, Map<SharedBy, Long> shared) implements Serializable {}
}
