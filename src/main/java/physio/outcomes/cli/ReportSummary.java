package physio.outcomes.cli;

import physio.outcomes.job.ReportResult;

/** Says where a report is. */
final class ReportSummary {
    private ReportSummary() {}

    static void tell(String what, ReportResult result, JobCommand command) {
        command.say(what + (result.isNew() ? ": " : ", unchanged: ") + result.page());
    }
}
