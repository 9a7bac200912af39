package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.draft.FileStart;
import physio.outcomes.ingest.draft.MappingDraft;
import physio.outcomes.ingest.text.FileLocation;

/** Drafts a mapping from the start of a file, and stores nothing. */
public final class MapJob {
    private final Workplace workplace;

    public MapJob(Workplace workplace) {
        this.workplace = workplace;
    }

    /** The draft; absent when the file is canonical and needs none. */
    public Optional<MappingDraft> draft(FileLocation file) {
        workplace.progress().stage("Looking at " + file);
        return MappingDraft.of(FileStart.read(file), workplace.settings());
    }

    /** Writes a draft into a new file: one that is there may hold what somebody has confirmed. */
    public void write(MappingDraft draft, Path out) {
        try {
            Files.writeString(out, draft.yaml(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw UserException.usage(
                    "Cannot write " + out + ": it is there already; remove it or choose another name.");
        } catch (IOException failed) {
            throw UserException.usage("Cannot write " + out + ": check that its folder is there, and its permissions.");
        }
    }
}
