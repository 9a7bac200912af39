package physio.outcomes.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.RuleResult;

/**
 * A file with what came of it and what is wrong with it.
 *
 * @param findings what is wrong with its records
 * @param rules what every rule came to
 * @param ownNames the file's own name of each canonical column that it calls otherwise
 */
public record CheckedFile(
        String name,
        FileOutcome outcome,
        List<FileFindings.Group> findings,
        List<RuleResult> rules,
        Map<String, String> ownNames) {

    /** Why the file would be refused; absent when it would be accepted. */
    public Optional<String> refusal() {
        return outcome instanceof FileOutcome.Refused refused
                ? Optional.of(
                        refused.sentence().startsWith(name + " ")
                                ? refused.sentence().substring(name.length() + 1)
                                : refused.sentence())
                : Optional.empty();
    }

    /** The same file, refused for what it is beside others. */
    CheckedFile refused(String why) {
        return new CheckedFile(name, new FileOutcome.Refused(name + " " + why), findings, rules, ownNames);
    }
}
