package physio.outcomes.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.RuleResult;
import physio.outcomes.ingest.RuleResult.Status;
import physio.outcomes.ingest.Tally;
import physio.outcomes.ingest.Warning;
import physio.outcomes.job.CheckJob;
import physio.outcomes.job.CheckedFile;
import physio.outcomes.job.FileFindings.Group;

/** Findings as a compiler prints them: {@code file:line:column: severity: code: what is wrong}, and how to mend it. */
final class CheckText {
    private final JobCommand command;

    CheckText(JobCommand command) {
        this.command = command;
    }

    void tell(List<CheckedFile> files) {
        for (CheckedFile file : files) {
            file.findings().forEach(group -> tell(file, group));
            if (file.outcome() instanceof FileOutcome.Accepted accepted) {
                accepted.warnings().forEach(warning -> tell(file, warning));
            }
        }
        rules(CheckJob.total(files));
        command.say("");
        files.forEach(this::verdict);
        if (files.size() > 1) {
            command.say("all accepted files: "
                    + IngestSummary.law(files.stream().map(CheckText::tally).reduce(Tally.ZERO, Tally::plus)));
        }
    }

    private void tell(CheckedFile file, Group group) {
        for (Finding finding : group.first()) {
            command.say(file.name() + ":" + finding.line() + ":" + column(file, group.column()) + ": "
                    + command.coloured("bold,red", "error") + ": "
                    + group.rule().code() + ": "
                    + group.rule().sentence() + nearest(finding));
        }
        long more = group.count() - group.first().size();
        if (more > 0) {
            command.say(String.format(Locale.ROOT, "    and %,d more", more));
        }
        help(group.rule().remedy());
    }

    private void tell(CheckedFile file, Warning warning) {
        command.say(file.name() + ": " + command.coloured("bold,yellow", "warning") + ": "
                + warning.rule().code() + ": " + warning.sentence());
        help(warning.rule().remedy());
    }

    private void help(String remedy) {
        command.say("    " + command.coloured("cyan", "help") + ": " + remedy);
    }

    private void verdict(CheckedFile file) {
        file.refusal()
                .ifPresentOrElse(
                        why -> command.say(
                                file.name() + ": " + command.coloured("bold,red", "would be refused") + ": it " + why),
                        () -> command.say(file.name() + ": " + command.coloured("bold,green", "would be accepted")
                                + ": " + IngestSummary.law(tally(file))));
    }

    /** Rules that broke first; those with nothing to test in one line. */
    private void rules(List<RuleResult> results) {
        command.say(String.format(Locale.ROOT, "%-24s  %-6s  %12s  %12s", "rule", "status", "tested", "failed"));
        List<RuleResult> unread = results.stream()
                .filter(result -> result.status() == Status.ERROR && result.tested() == 0)
                .toList();
        for (Status status : List.of(Status.FAIL, Status.ERROR, Status.PASS)) {
            results.stream()
                    .filter(result -> result.status() == status && !unread.contains(result))
                    .map(result -> String.format(
                            Locale.ROOT,
                            "%-24s  %-6s  %,12d  %,12d",
                            result.rule().code(),
                            status.name().toLowerCase(Locale.ROOT),
                            result.tested(),
                            result.failed()))
                    .forEach(command::say);
        }
        list(
                "not applicable, nothing to test: ",
                results.stream()
                        .filter(result -> result.status() == Status.NOT_APPLICABLE)
                        .toList());
        list("error, a file could not be read: ", unread);
    }

    private void list(String title, List<RuleResult> results) {
        if (!results.isEmpty()) {
            command.say(
                    title + results.stream().map(result -> result.rule().code()).collect(Collectors.joining(", ")));
        }
    }

    private static String column(CheckedFile file, String canonical) {
        String own = file.ownNames().get(canonical);
        String known = canonical.isEmpty() ? "record" : canonical;
        return own == null ? known : own + " (" + canonical + ")";
    }

    private static String nearest(Finding finding) {
        return finding.nearest() == null ? "" : "; did you mean '" + finding.nearest() + "'?";
    }

    private static Tally tally(CheckedFile file) {
        return file.outcome() instanceof FileOutcome.Accepted accepted ? accepted.tally() : Tally.ZERO;
    }
}
