package physio.outcomes.ingest;

import java.io.Serializable;

/**
 * What a rule came to.
 *
 * @param tested how many values, records or columns it was applied to
 * @param failed how many of them broke it
 */
public record RuleResult(Rule rule, Status status, long tested, long failed) implements Serializable {

    /** How a rule stands. */
    public enum Status {
        /** Something was tested and all of it was as expected. */
        PASS,
        /** Something was not as expected. */
        FAIL,
        /** There was nothing to test: a file without a value has not passed. */
        NOT_APPLICABLE,
        /** The file could not be read to its end, and nothing was wrong up to there. */
        ERROR
    }

    static RuleResult of(Rule rule, long tested, long failed, Reach reach) {
        if (failed > 0) {
            return new RuleResult(rule, Status.FAIL, tested, failed);
        }
        if (reach == Reach.PART) {
            return new RuleResult(rule, Status.ERROR, tested, failed);
        }
        return new RuleResult(rule, tested > 0 ? Status.PASS : Status.NOT_APPLICABLE, tested, failed);
    }

    /** How much of a file was seen. */
    enum Reach {
        WHOLE,
        PART
    }

    /** The same rule over the files of both: what is not whole in one is not whole together. */
    public RuleResult plus(RuleResult other) {
        boolean isPart = status == Status.ERROR || other.status == Status.ERROR;
        return of(rule, tested + other.tested, failed + other.failed, isPart ? Reach.PART : Reach.WHOLE);
    }
}
