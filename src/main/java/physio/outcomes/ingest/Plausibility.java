package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.Plural;
import physio.outcomes.ingest.RuleResult.Reach;

/** What makes a file's sessions hard to believe, taken together: it is worth asking about, and rejects nothing. */
final class Plausibility implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final RepeatedBlocks blocks = new RepeatedBlocks();
    private final List<ScorePairs> pairs = new ArrayList<>();
    private final List<ScoreDigits> digits = new ArrayList<>();

    Plausibility(Settings settings) {
        int first = 0;
        for (Measure measure : settings.measures().values()) {
            if (measure.columns().size() == 2) {
                pairs.add(new ScorePairs(measure.id(), first));
            }
            if (ScoreDigits.isFine(measure)) {
                digits.add(new ScoreDigits(measure, first));
            }
            first += measure.columns().size();
        }
    }

    /** Counts a session that is stored. */
    void add(Session session) {
        blocks.add(content(session));
        for (ScorePairs counted : pairs) {
            counted.add(session.scores());
        }
        for (ScoreDigits counted : digits) {
            counted.add(session.scores());
        }
    }

    /** Adds the next part of the same file. */
    void merge(Plausibility next) {
        blocks.merge(next.blocks);
        for (int i = 0; i < pairs.size(); i++) {
            pairs.get(i).merge(next.pairs.get(i));
        }
        for (int i = 0; i < digits.size(); i++) {
            digits.get(i).merge(next.digits.get(i));
        }
    }

    /** Scores after a session without the one before it, by measure in the order of their ids: no change can be taken from them. */
    List<Warning> halves() {
        return pairs.stream()
                .filter(counted -> counted.halves() > 0)
                .sorted(Comparator.comparing(ScorePairs::measure))
                .map(counted -> new Warning(
                        FileRule.AFTER_WITHOUT_BEFORE,
                        counted.measure(),
                        "has " + Plural.of(counted.halves(), "record") + " with a score of " + counted.measure()
                                + " after the session and none before it"))
                .toList();
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (blocks.repeats() > 0) {
            warnings.add(new Warning(
                    FileRule.REPEATED_BLOCK,
                    "",
                    "repeats " + Plural.of(blocks.repeats(), "block")
                            + " of 16 consecutive records that stand earlier in it, apart from session id and date"));
        }
        pairs.stream()
                .filter(ScorePairs::isUnchanged)
                .map(counted -> new Warning(
                        FileRule.UNCHANGED_SCORES,
                        counted.measure(),
                        "has the same score of " + counted.measure() + " before and after the session in all "
                                + counted.pairs() + " records that have both"))
                .forEach(warnings::add);
        digits.stream()
                .filter(ScoreDigits::isPreferring)
                .map(counted -> new Warning(
                        FileRule.DIGIT_PREFERENCE,
                        counted.measure(),
                        "seems to hold scores rounded by hand: " + counted.sentence()))
                .forEach(warnings::add);
        return warnings;
    }

    List<RuleResult> results(Reach reach) {
        return List.of(
                RuleResult.of(
                        FileRule.AFTER_WITHOUT_BEFORE,
                        pairs.stream().mapToLong(ScorePairs::after).sum(),
                        pairs.stream().mapToLong(ScorePairs::halves).sum(),
                        reach),
                RuleResult.of(FileRule.REPEATED_BLOCK, blocks.blocks(), blocks.repeats(), reach),
                RuleResult.of(
                        FileRule.UNCHANGED_SCORES,
                        pairs.stream().filter(ScorePairs::isEnough).count(),
                        pairs.stream().filter(ScorePairs::isUnchanged).count(),
                        reach),
                RuleResult.of(
                        FileRule.DIGIT_PREFERENCE,
                        digits.stream().filter(ScoreDigits::isEnough).count(),
                        digits.stream().filter(ScoreDigits::isPreferring).count(),
                        reach));
    }

    /** A hash of all but the session's id and date. */
    private static long content(Session session) {
        long hash = mixed(session.patientKey(), session.technique().hashCode());
        hash = mixed(hash, Objects.hashCode(session.episodeKey()));
        hash = mixed(hash, Objects.hashCode(session.practitionerKey()));
        hash = mixed(hash, session.clinic().hashCode());
        hash = mixed(hash, Objects.hashCode(session.bodyRegion()));
        hash = mixed(hash, Objects.hashCode(session.condition()));
        hash = mixed(hash, Objects.hashCode(session.chronicity()));
        hash = mixed(hash, Objects.hashCode(session.ageBand()));
        hash = mixed(hash, Objects.hashCode(session.sex()));
        hash = mixed(hash, Objects.hashCode(session.visit()));
        hash = mixed(hash, Objects.hashCode(session.durationMin()));
        hash = mixed(hash, session.attendance().name().hashCode());
        hash = mixed(hash, Objects.hashCode(session.adverseEvent()));
        for (Integer score : session.scores()) {
            hash = mixed(hash, score == null ? Integer.MIN_VALUE : score);
        }
        return hash;
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * MIX;
        return mixed ^ (mixed >>> 29);
    }
}
