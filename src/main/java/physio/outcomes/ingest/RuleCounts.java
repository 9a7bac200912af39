package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** How many values each rule of a record was applied to, and how many broke it: sums, so that parts of a file add up. */
@SuppressWarnings("EnumOrdinal") // counted for every value of every record: an array is what that can cost
final class RuleCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ReasonCode[] RULES = ReasonCode.values();
    /** Told while a record is cut out of the file, so that every record was tested by them. */
    private static final List<ReasonCode> OF_RAW_RECORDS = List.of(
            ReasonCode.FIELD_COUNT,
            ReasonCode.STRAY_QUOTE,
            ReasonCode.FIELD_TOO_LONG,
            ReasonCode.RECORD_TOO_LONG,
            ReasonCode.INVALID_TEXT,
            ReasonCode.NUL_BYTE);

    private final long[] tested = new long[RULES.length];
    private final long[] failed = new long[RULES.length];
    private long records;

    void record() {
        records++;
    }

    void tested(ReasonCode rule) {
        tested[rule.ordinal()]++;
    }

    void failed(ReasonCode rule) {
        failed[rule.ordinal()]++;
    }

    void merge(RuleCounts other) {
        records += other.records;
        for (int i = 0; i < RULES.length; i++) {
            tested[i] += other.tested[i];
            failed[i] += other.failed[i];
        }
    }

    long records() {
        return records;
    }

    RuleResult result(ReasonCode rule, RuleResult.Reach reach) {
        long applied = OF_RAW_RECORDS.contains(rule) ? records : tested[rule.ordinal()];
        return RuleResult.of(rule, applied, failed[rule.ordinal()], reach);
    }

    List<RuleResult> results(RuleResult.Reach reach) {
        return Arrays.stream(RULES).map(rule -> result(rule, reach)).toList();
    }
}
