package physio.outcomes.store;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.FileCounts;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.IngestRules;
import physio.outcomes.ingest.text.RefusedFile;

/** A file after tasks have read its parts: what came of it, and the data files of all parts. */
record StagedDelivery(PlannedFile planned, FileOutcome outcome, StagedPart.Files files) {

    static StagedDelivery of(PlannedFile planned, List<StagedPart> parts, IngestRules rules) {
        DeliveredFile file = planned.file();
        StagedPart.Files files =
                parts.stream().map(StagedPart::files).reduce(StagedPart.Files.NONE, StagedPart.Files::and);
        Optional<String> refusal = parts.stream()
                .flatMap(part -> Optional.ofNullable(part.refusal()).stream())
                .findFirst();
        FileCounts counts = new FileCounts();
        parts.forEach(part -> counts.add(part.counts()));
        FileOutcome outcome = refusal.map(sentence -> FileOutcome.refused(file, new RefusedFile(sentence)))
                .orElseGet(() -> FileOutcome.of(file, counts, rules));
        return new StagedDelivery(planned, outcome, files);
    }

    /** Clinics reuse names: a file that shares no session with the one it would replace is probably no correction of it. */
    StagedDelivery refusedIfForeign(SharedSessions shared) {
        boolean isForeign = planned.replaces() != null
                && outcome instanceof FileOutcome.Accepted
                && shared.between(number(), planned.replaces()) == 0;
        if (!isForeign) {
            return this;
        }
        RefusedFile refused = new RefusedFile("has the name of an earlier file but shares no session with it;"
                + " give it another name, or --replace to let it take that file's place.");
        return new StagedDelivery(planned, FileOutcome.refused(planned.file(), refused), files);
    }

    /** The delivery that an accepted file becomes; the rows in its data files are those that were counted. */
    Delivery taken(int run, long overlapping) {
        long written =
                files.sessions().stream().mapToLong(DataFile::recordCount).sum();
        if (written != ((FileOutcome.Accepted) outcome).tally().stored()) {
            throw new IllegalStateException("Sessions lost or made up between reading and writing");
        }
        return new Delivery(
                number(),
                run,
                planned.file(),
                ((FileOutcome.Accepted) outcome).tally(),
                overlapping,
                Optional.ofNullable(planned.replaces()),
                files.first(),
                files.last(),
                ((FileOutcome.Accepted) outcome)
                        .warnings().stream().map(Remark::of).toList());
    }

    int number() {
        return planned.number();
    }
}
