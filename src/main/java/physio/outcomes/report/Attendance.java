package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import physio.outcomes.privacy.PublishedRow;

/** Sessions attended of those booked; empty counts where one of them is hidden or unknown. */
record Attendance(OptionalLong attended, OptionalLong booked) {
    static final Attendance UNKNOWN = new Attendance(OptionalLong.empty(), OptionalLong.empty());

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

    /** Of a row of activity. */
    static Attendance of(PublishedRow activity) {
        return new Attendance(activity.count("attended"), activity.count("booked"));
    }

    /** Whether sessions that were not attended are known of at all. */
    boolean isRecorded() {
        return isKnown() && booked.getAsLong() > attended.getAsLong();
    }

    private boolean isKnown() {
        return attended.isPresent() && booked.isPresent();
    }

    /** Without a part of them; nothing is taken away by a part that is not known. */
    Attendance without(Attendance part) {
        return isKnown() && part.isKnown()
                ? new Attendance(
                        OptionalLong.of(attended.getAsLong() - part.attended.getAsLong()),
                        OptionalLong.of(booked.getAsLong() - part.booked.getAsLong()))
                : this;
    }

    /** Attended of booked; none where it is not known or nothing was booked. */
    OptionalDouble share() {
        return isKnown() && booked.getAsLong() > 0
                ? OptionalDouble.of((double) attended.getAsLong() / booked.getAsLong())
                : OptionalDouble.empty();
    }

    /** The share in words, with what it is of, if it is shown. */
    String told() {
        return isKnown() ? Texts.say("benefits.attended", Words.percent(share()), Words.count(booked)) : Words.hidden();
    }
}
