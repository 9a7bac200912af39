package physio.outcomes.cli;

import java.util.Locale;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.ingest.Tally;
import physio.outcomes.store.IngestResult;

/** Says what came of taking files in. */
final class IngestSummary {
    private static final int MOST_NOTES = 4;

    private IngestSummary() {}

    static ExitCode tell(IngestResult result, JobCommand command) {
        result.warnings().stream().limit(MOST_NOTES).forEach(warning -> command.warn("Note: " + warning + "."));
        if (result.warnings().size() > MOST_NOTES) {
            command.warn("… and " + Plural.of(result.warnings().size() - MOST_NOTES, "more note")
                    + "; 'check' on the same files lists all.");
        }
        result.refusals().forEach(refusal -> command.warn("Refused: " + refusal));
        if (result.deliveries().isEmpty()) {
            command.say(
                    result.refusals().isEmpty() ? nothingNew(result.notices().size()) : "Nothing was taken in.");
        } else {
            result.notices().forEach(notice -> command.say(notice + "."));
            result.deliveries()
                    .forEach(delivery -> delivery.replaces()
                            .ifPresent(replaced ->
                                    command.say(delivery.file().name() + " replaces delivery " + replaced + ".")));
            command.say(String.format(
                    Locale.ROOT,
                    "Run %d took in %s: %s.",
                    result.run(),
                    Plural.of(result.deliveries().size(), "file"),
                    law(result.tally())));
        }
        return result.refusals().isEmpty() ? ExitCode.DONE : ExitCode.FILE_REFUSED;
    }

    private static String nothingNew(int files) {
        return "Nothing new: the store has " + (files == 1 ? "this file" : "all " + Plural.of(files, "file"))
                + " already.";
    }

    /** The law that nothing is lost, in words. */
    static String law(Tally tally) {
        return String.format(
                Locale.ROOT,
                "%s = %,d stored + %,d quarantined + %,d duplicates + %,d filtered%s",
                Plural.of(tally.parsed(), "record"),
                tally.stored(),
                tally.quarantined(),
                tally.duplicates(),
                tally.filtered(),
                tally.erased() == 0 ? "" : String.format(Locale.ROOT, " + %,d erased", tally.erased()));
    }
}
