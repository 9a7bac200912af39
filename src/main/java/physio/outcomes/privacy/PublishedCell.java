package physio.outcomes.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.CellIndex.Count;

/** What rows of tables are about: some sessions, counted. */
final class PublishedCell {
    static final String WINDOW = "window";
    static final String EPISODE = "episode";
    static final String SESSION = "session";

    private final int number;
    private final String family;
    private final String name;
    private final Map<String, String> place;
    private final String placeName;
    private final int totals;
    private final Map<String, Count> counts;
    private Contributors contributors;

    PublishedCell(
            int number,
            String family,
            String name,
            Map<String, String> place,
            int totals,
            Contributors contributors,
            Map<String, Count> counts) {
        this.number = number;
        this.family = family;
        this.name = name;
        this.place = place;
        this.placeName = place.toString();
        this.totals = totals;
        this.contributors = contributors;
        this.counts = new LinkedHashMap<>(counts);
    }

    /** Whether it may be the same sessions that another row counts: no count differs. */
    boolean agrees(Map<String, Count> others) {
        return others.entrySet().stream()
                .noneMatch(other -> counts.containsKey(other.getKey())
                        && counts.get(other.getKey()).value()
                                != other.getValue().value());
    }

    /** Another row about it: each rule is broken where one row breaks it. */
    void take(Contributors other, Map<String, Count> more) {
        contributors = new Contributors(
                Math.min(contributors.patients(), other.patients()),
                contributors.largest(),
                contributors.grid(),
                contributors.isDominated() || other.isDominated(),
                contributors.isAlike() || other.isAlike());
        more.forEach((column, count) -> counts.merge(column, count, (own, its) -> own.own() >= its.own() ? own : its));
    }

    int number() {
        return number;
    }

    String family() {
        return family;
    }

    /** By it ties are broken. */
    String name() {
        return name;
    }

    /** The value of each dimension, those left out of which all values are meant. */
    Map<String, String> place() {
        return place;
    }

    /** The window of the changes that it is about; nothing where it is not about changes. */
    String window() {
        return place.getOrDefault(WINDOW, "");
    }

    /** Its place in words, the same for all cells of that place. */
    String placeName() {
        return placeName;
    }

    /** Over how many of its table's dimensions it is a total. */
    int totals() {
        return totals;
    }

    Contributors contributors() {
        return contributors;
    }

    Map<String, Count> counts() {
        return counts;
    }

    /** Its sessions and episodes, added up. */
    long rows() {
        return counts.values().stream()
                .filter(count -> count.role() == Role.ADDITIVE_COUNT)
                .mapToLong(Count::value)
                .sum();
    }

    /** The counts that are the sum of those of its parts: an episode may have sessions in several of them. */
    List<String> additive() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().role() == Role.ADDITIVE_COUNT)
                .map(Map.Entry::getKey)
                .filter(column -> !(window().equals(SESSION) && column.equals("n_episodes")))
                .toList();
    }

    Optional<Count> count(String column) {
        return Optional.ofNullable(counts.get(column));
    }

    /** Whether a count of it is the sum of that of some cells, which all have it. */
    boolean isSum(List<PublishedCell> parts, String column) {
        return parts.stream().allMatch(part -> part.count(column).isPresent())
                && parts.stream()
                                .flatMap(part -> part.count(column).stream())
                                .mapToLong(CellIndex.Count::value)
                                .sum()
                        == count(column).map(CellIndex.Count::value).orElseThrow();
    }
}
