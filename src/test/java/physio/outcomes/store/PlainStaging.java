package physio.outcomes.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.ingest.PartId;
import physio.outcomes.ingest.PartOfFile;
import physio.outcomes.ingest.Verdicts;
import physio.outcomes.ingest.text.FilePart;

/** Reads whole files one after the other in this thread, and compares their sessions in one bucket. */
final class PlainStaging implements Staging {
    private final PartTask task;
    private final StoredKeys stored;
    private final SharedSessions shared = new SharedSessions();

    PlainStaging(PartTask task, StoredKeys stored) {
        this.task = task;
        this.stored = stored;
    }

    @Override
    public Collection<StagedPart> read(List<PlannedFile> files) {
        List<StagedPiece> pieces = new ArrayList<>();
        for (PlannedFile file : files) {
            PartOfFile whole = new PartOfFile(file.file(), file.number(), FilePart.WHOLE);
            new ReadingPart(task, whole, Optional.empty(), stored.buckets())
                    .forEachRemaining(piece -> pieces.add(piece._2()));
        }
        stored.files().forEach(file -> stored.read(file).forEach(piece -> pieces.add(piece._2())));
        Compared compared = Compared.of(pieces.iterator());
        shared.add(compared.shared());
        Map<PartId, StagedPart> parts = new TreeMap<>();
        compared.parts().forEach(part -> parts.put(part.place().id(), part));
        compared.verdicts().stream().filter(Verdicts::isNews).forEach(verdicts -> readAgain(parts, verdicts));
        return parts.values();
    }

    private void readAgain(Map<PartId, StagedPart> parts, Verdicts verdicts) {
        StagedPart first = Objects.requireNonNull(parts.get(verdicts.part()));
        task.delete(first.files());
        parts.put(
                verdicts.part(), new ReadingPart(task, first.place(), Optional.of(verdicts), stored.buckets()).toEnd());
    }

    @Override
    public SharedSessions shared() {
        return shared;
    }
}
