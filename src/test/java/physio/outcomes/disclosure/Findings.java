package physio.outcomes.disclosure;

import java.util.List;

/**
 * What an attacker found.
 *
 * @param hidden counts and what they can be
 * @param numerators hidden ones, as far as single lines tell
 * @param shownElsewhere figures that one file hides and another shows
 * @param recovered rounded counts that their means give away
 */
record Findings(List<Interval> hidden, List<Interval> numerators, List<String> shownElsewhere, List<String> recovered) {

    /** What a hidden count can be; one that is wide enough may be wider still. */
    record Interval(String count, String where, long low, long high) {
        long width() {
            return high - low;
        }
    }

    /** Hidden counts that can be one number only. */
    List<Interval> exact() {
        return narrowerThan(1);
    }

    List<Interval> narrowerThan(long width) {
        return hidden.stream().filter(interval -> interval.width() < width).toList();
    }

    /** The least width; {@link Long#MAX_VALUE} where nothing is hidden. */
    long narrowest() {
        return hidden.stream().mapToLong(Interval::width).min().orElse(Long.MAX_VALUE);
    }
}
