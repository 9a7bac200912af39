package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.RuleResult.Reach;
import physio.outcomes.ingest.identify.Identified;
import physio.outcomes.ingest.identify.IdentifierNames;
import physio.outcomes.ingest.identify.IdentifierScan;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * What is counted about a file while it is read, in bounded memory. A part of a file has its own, and {@link #merge} makes those of
 * the parts that of the file.
 */
public final class FileChecks implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_NAMED = 3;

    private final RuleCounts counts = new RuleCounts();
    private final IdentifierScan identifiers;
    private final Plausibility plausibility;
    private Reach reach = Reach.PART;

    private FileChecks(IdentifierScan identifiers, Plausibility plausibility) {
        this.identifiers = identifiers;
        this.plausibility = plausibility;
    }

    /**
     * Begins with the header's names.
     *
     * @throws RefusedFile when a column is named like what identifies people
     */
    static FileChecks of(List<String> names, IngestRules rules) throws RefusedFile {
        Set<String> leftOut = rules.mapping().ignored();
        refuse(IdentifierNames.firstOf(names, leftOut));
        return new FileChecks(new IdentifierScan(names, leftOut), new Plausibility(rules.settings()));
    }

    RuleCounts counts() {
        return counts;
    }

    /** Counts a record as it stands in the file. */
    void record(List<String> fields) {
        counts.record();
        identifiers.scan(fields);
    }

    /** Counts a session that is stored. */
    void session(Session session) {
        plausibility.add(session);
    }

    /** Scores that no change can be taken from. */
    List<Warning> halves() {
        return plausibility.halves();
    }

    /** What is hard to believe about the whole file. */
    List<Warning> warnings() {
        return plausibility.warnings();
    }

    /** Counts a finding; gives it back for the quarantine. */
    Finding counted(Finding finding) {
        counts.failed(finding.reason());
        return finding;
    }

    /** The reasons that sent most records to quarantine, with how often, the most frequent first. */
    String mostFrequent() {
        return counts.results(reach).stream()
                .filter(result -> result.failed() > 0)
                .sorted(Comparator.comparingLong(RuleResult::failed)
                        .reversed()
                        .thenComparing(result -> result.rule().code()))
                .limit(MOST_NAMED)
                .map(result ->
                        String.format(Locale.ROOT, "%s %,d times", result.rule().code(), result.failed()))
                .collect(Collectors.joining(", "));
    }

    /** Says that the file, or this part of it, was read to its end. */
    void end() {
        reach = Reach.WHOLE;
    }

    /** Adds what the next part of the same file came to. */
    void merge(FileChecks next) {
        counts.merge(next.counts);
        identifiers.merge(next.identifiers);
        plausibility.merge(next.plausibility);
        reach = reach == Reach.PART ? Reach.PART : next.reach;
    }

    /**
     * Looks at the whole file.
     *
     * @throws RefusedFile when a column holds what identifies people
     */
    void refuseIdentifiers() throws RefusedFile {
        refuse(identifiers.found());
    }

    private static void refuse(Optional<Identified> identified) throws RefusedFile {
        if (identified.isPresent()) {
            throw new RefusedFile(identified.get().sentence());
        }
    }

    /** The results for a file that could not be read at all. */
    public static List<RuleResult> notEvaluated(Settings settings) {
        return new FileChecks(new IdentifierScan(List.of(), Set.of()), new Plausibility(settings)).results();
    }

    /** What every rule came to, those of records first. */
    public List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>(counts.results(reach));
        long records = counts.records();
        results.add(RuleResult.of(
                FileRule.IDENTIFYING_COLUMN,
                records > 0 ? identifiers.columns() : 0,
                identifiers.found().isPresent() ? 1 : 0,
                reach));
        results.add(RuleResult.of(FileRule.NO_RECORDS, 1, reach == Reach.WHOLE && records == 0 ? 1 : 0, reach));
        results.addAll(plausibility.results(reach));
        return results;
    }
}
