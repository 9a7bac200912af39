package physio.outcomes.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.ingest.draft.MappingDraft;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.job.MapJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outcomes map}. */
@Command(
        name = "map",
        description = "Drafts a mapping from a file's header and first records, to confirm by hand. Stores nothing.")
final class MapCommand extends JobCommand {
    @Parameters(paramLabel = "FILE", description = "A CSV file, also gzipped, also by address (hdfs://…).")
    private String file = "";

    @Option(names = "--out", paramLabel = "DRAFT", description = "A new file for the draft (default: standard output).")
    private @Nullable Path out;

    @Override
    ExitCode run(Workplace workplace) {
        MapJob job = new MapJob(workplace);
        Optional<MappingDraft> draft = job.draft(FileLocation.of(file));
        draft.ifPresentOrElse(
                drafted -> tell(job, drafted),
                () -> warn(file + " is canonical as far as the sample shows: it needs no mapping. Next: outcomes check "
                        + file));
        return ExitCode.DONE;
    }

    private void tell(MapJob job, MappingDraft draft) {
        Path target = out;
        if (target == null) {
            say(draft.yaml().stripTrailing());
            warn(summary(draft) + " Save it to a file (--out DRAFT does), then: outcomes check " + file
                    + " --mapping DRAFT");
        } else {
            job.write(draft, target);
            warn(summary(draft) + " Draft: " + target + ". Then: outcomes check " + file + " --mapping " + target);
        }
    }

    private static String summary(MappingDraft draft) {
        return switch (draft.questions()) {
            case 0 -> "Confirm each line of the draft.";
            case 1 -> "Answer the line of the draft that asks something, and confirm the others.";
            default ->
                "Answer the " + draft.questions() + " lines of the draft that ask something, and confirm the others.";
        };
    }
}
