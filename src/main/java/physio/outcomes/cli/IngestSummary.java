package physio.outcomes.cli;

import java.util.Locale;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.ingest.Tally;
import physio.outcomes.store.IngestResult;

/** Says what came of taking files in. */
final class IngestSummary {
    private static final int MOST_NOTES = 4;

    private IngestSummary() {}

    static ExitCode tell(IngestResult result, JobCommand command) {
        result.warnings().stream().limit(MOST_NOTES).forEach(warning -> command.warn("Note: " + warning + "."));
        if (result.warnings().size() > MOST_NOTES) {
            command.warn("… and " + (result.warnings().size() - MOST_NOTES)
                    + " more notes; 'check' on the same files lists all.");
        }
        result.refusals().forEach(refusal -> command.warn("Refused: " + refusal));
        if (result.deliveries().isEmpty()) {
            command.say(
                    result.refusals().isEmpty()
                            ? "Nothing new: the store has all "
                                    + result.notices().size() + " files already."
                            : "Nothing was taken in.");
        } else {
            result.notices().forEach(notice -> command.say(notice + "."));
            result.deliveries()
                    .forEach(delivery -> delivery.replaces()
                            .ifPresent(replaced ->
                                    command.say(delivery.file().name() + " replaces delivery " + replaced + ".")));
            command.say(String.format(
                    Locale.ROOT,
                    "Run %d took in %d files: %s.",
                    result.run(),
                    result.deliveries().size(),
                    law(result.tally())));
        }
        return result.refusals().isEmpty() ? ExitCode.DONE : ExitCode.FILE_REFUSED;
    }

    /** The law that nothing is lost, in words. */
    static String law(Tally tally) {
        return String.format(
                Locale.ROOT,
                "%,d records = %,d stored + %,d quarantined + %,d duplicates + %,d filtered",
                tally.parsed(),
                tally.stored(),
                tally.quarantined(),
                tally.duplicates(),
                tally.filtered());
    }
}
