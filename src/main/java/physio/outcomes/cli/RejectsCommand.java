package physio.outcomes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.SpreadsheetText;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.ReasonCode;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.job.RejectsJob;
import physio.outcomes.job.RejectsJob.RejectsOfDelivery;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.Quarantine.Rejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes rejects}. */
@Command(
        name = "rejects",
        description = "Says what is in quarantine, by delivery, reason and column. A corrected file clears it.")
final class RejectsCommand extends JobCommand {
    private static final CSVFormat CSV = CSVFormat.DEFAULT;

    @Option(names = "--delivery", paramLabel = "N", description = "Only this delivery; 'status' lists their numbers.")
    private @Nullable Integer delivery;

    @Option(names = "--csv", description = "Every finding as CSV, without values.")
    private boolean isCsv;

    @Option(
            names = "--with-values",
            paramLabel = "FILE",
            description =
                    "The file as it was delivered: its records in quarantine go into a new file, values included.")
    private @Nullable String original;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "With --with-values: the mapping that the file was taken in by.")
    private @Nullable String mapping;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --with-values: the new file (default: rejects-N.csv in the working folder).")
    private @Nullable Path out;

    @Override
    ExitCode run(Workplace workplace) {
        if (original == null && (mapping != null || out != null)) {
            throw UserException.usage("--mapping and --out go with --with-values only: give the original file too.");
        }
        if (original != null && isCsv) {
            throw UserException.usage("--csv is without values: give either it or --with-values.");
        }
        RejectsJob job = new RejectsJob(workplace);
        Optional<Integer> number = Optional.ofNullable(delivery);
        if (original != null) {
            Path written = job.withValues(
                    FileLocation.of(original),
                    number,
                    Optional.ofNullable(mapping).map(GlobalOptions::mappingFile),
                    Optional.ofNullable(out));
            say("Wrote " + written + ". It holds values of records: delete it when you are done.");
        } else if (isCsv) {
            say(CSV.format("file", "delivery", "line", "record", "column", "code", "expected"));
            job.forEach(number, rejected -> say(line(job, rejected)));
        } else {
            tell(job.counts(number));
        }
        return ExitCode.DONE;
    }

    private void tell(List<RejectsOfDelivery> all) {
        if (all.stream().allMatch(rejects -> rejects.counts().isEmpty())) {
            say("Nothing is in quarantine.");
        }
        for (RejectsOfDelivery rejects : all) {
            say(String.format(
                    Locale.ROOT,
                    "delivery %d, %s: %,d of %,d records in quarantine",
                    rejects.delivery().number(),
                    rejects.delivery().file().name(),
                    rejects.delivery().tally().quarantined(),
                    rejects.delivery().tally().parsed()));
            rejects.counts()
                    .forEach((cause, count) -> say(String.format(
                            Locale.ROOT,
                            "%,12d  %s: %s: %s",
                            count,
                            cause.column().isEmpty() ? "record" : cause.column(),
                            cause.reason(),
                            sentence(cause.reason()))));
        }
    }

    private static String line(RejectsJob job, Rejected rejected) {
        return CSV.format(
                SpreadsheetText.inert(job.fileName(rejected.delivery())),
                rejected.delivery(),
                rejected.line(),
                rejected.record(),
                SpreadsheetText.inert(rejected.column()),
                rejected.reason(),
                sentence(rejected.reason()));
    }

    private static String sentence(String code) {
        return ReasonCode.of(code).map(ReasonCode::sentence).orElse("a newer version of this program knows");
    }
}
