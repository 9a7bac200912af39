package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import physio.outcomes.privacy.PublishedRow;

/** Sessions attended of those booked; empty counts where one of them is hidden. */
record Attendance(OptionalLong attended, OptionalLong booked) {

    static Attendance of(ComparisonSubject subject) {
        List<PublishedRow> rows = subject.tables().rows("attendance", Map.of());
        boolean isWhole = !rows.isEmpty()
                && rows.stream().allMatch(row -> row.count("n_sessions").isPresent());
        return new Attendance(
                rows.stream()
                        .filter(row -> row.key("status").equals("attended"))
                        .map(row -> row.count("n_sessions"))
                        .findFirst()
                        .orElse(OptionalLong.empty()),
                isWhole
                        ? OptionalLong.of(rows.stream()
                                .mapToLong(row -> row.count("n_sessions").orElseThrow())
                                .sum())
                        : OptionalLong.empty());
    }

    /** Whether sessions that were not attended are known of at all. */
    boolean isRecorded() {
        return attended.isPresent() && booked.isPresent() && booked.getAsLong() > attended.getAsLong();
    }

    /** The share in words, with what it is of. */
    String told() {
        OptionalDouble share = OptionalDouble.of((double) attended.orElseThrow() / booked.orElseThrow());
        return Words.percent(share) + " of " + Words.count(booked.orElseThrow()) + " sessions";
    }
}
