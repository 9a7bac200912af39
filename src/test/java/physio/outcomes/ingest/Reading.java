package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import physio.outcomes.ingest.FileOutcome.Accepted;
import physio.outcomes.ingest.FileOutcome.Refused;

/** What reading one file came to. */
record Reading(FileOutcome outcome, List<Session> sessions, List<Finding> findings, List<RuleResult> results) {

    Tally tally() {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).tally();
    }

    List<String> warnings() {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).warnings().stream().map(Warning::sentence).toList();
    }

    String refusal() {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).sentence();
    }

    /** Why it was refused, or nothing. */
    String refusalOrEmpty() {
        return outcome instanceof Refused refused ? refused.sentence() : "";
    }

    /** The only session. */
    Session session() {
        assertThat(findings).isEmpty();
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }

    /** Findings as {@code record column reason}. */
    List<String> reasons() {
        return findings.stream()
                .map(finding -> (finding.record() + " " + finding.column() + " "
                                + finding.reason().code())
                        .replace("  ", " "))
                .toList();
    }

    /** Sessions in an order of their own, for comparing files whose records lie differently. */
    List<Session> sorted() {
        return sessions.stream()
                .sorted(Comparator.comparing((Session session) -> session.key().high()))
                .toList();
    }

    /** Asserts that another reading came to the same; in which order parts were read is of no account. */
    void assertSameAs(Reading other) {
        assertThat(outcome).isEqualTo(other.outcome);
        assertThat(sessions).containsExactlyInAnyOrderElementsOf(other.sessions);
        assertThat(findings).containsExactlyInAnyOrderElementsOf(other.findings);
        assertThat(results).isEqualTo(other.results);
    }
}
