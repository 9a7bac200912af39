package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds, among cells of a family, totals and their parts: cells that differ from the total in one dimension only. */
final class Lines {
    /** Its totals are not {@code all}: they name their first and last month. */
    static final String PERIOD = "period";

    static final String TO = "..";

    private Lines() {}

    /**
     * A total and its parts; whether counts add up is not said.
     *
     * @param isPeriod whether the parts are months
     */
    record Line(PublishedCell total, List<PublishedCell> parts, boolean isPeriod) {}

    static List<Line> of(List<PublishedCell> cells) {
        Map<String, Map<String, List<PublishedCell>>> groups = new LinkedHashMap<>();
        Map<String, List<PublishedCell>> byPlace = new HashMap<>();
        for (PublishedCell cell : cells) {
            byPlace.computeIfAbsent(cell.family() + cell.placeName(), place -> new ArrayList<>())
                    .add(cell);
            for (String dimension : cell.place().keySet()) {
                groups.computeIfAbsent(cell.family() + "/" + dimension, key -> new LinkedHashMap<>())
                        .computeIfAbsent(without(cell, dimension).toString(), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, byRest) -> {
            String family = key.substring(0, key.indexOf('/'));
            if (key.endsWith("/" + PERIOD)) {
                byRest.values().forEach(group -> addPeriods(group, lines));
            } else {
                byRest.forEach((rest, parts) -> {
                    List<PublishedCell> own = once(parts);
                    total(byPlace.getOrDefault(family + rest, List.of()), own)
                            .ifPresent(total -> lines.add(new Line(total, own, false)));
                });
            }
        });
        return lines;
    }

    private static Map<String, String> without(PublishedCell cell, String dimension) {
        Map<String, String> rest = new TreeMap<>(cell.place());
        rest.remove(dimension);
        return rest;
    }

    /** Where a table's row turned out to be of other sessions, two cells have one place: the first is the part. */
    private static List<PublishedCell> once(List<PublishedCell> parts) {
        Set<String> places = new HashSet<>();
        return parts.stream().filter(part -> places.add(part.placeName())).toList();
    }

    /** Where two tables have totals of other sessions in one place, the one that the parts add up to; the first where they add up to none. */
    private static Optional<PublishedCell> total(List<PublishedCell> totals, List<PublishedCell> parts) {
        return totals.stream()
                .filter(total -> total.additive().stream().anyMatch(column -> total.isSum(parts, column)))
                .findFirst()
                .or(() -> totals.stream().findFirst());
    }

    /** Several months together are a total of those months that are cells. */
    private static void addPeriods(List<PublishedCell> group, List<Line> lines) {
        for (PublishedCell total : group) {
            String period = period(total);
            int to = period.indexOf(TO);
            if (to > 0) {
                String first = period.substring(0, to);
                String last = period.substring(to + TO.length());
                List<PublishedCell> months = once(group.stream()
                        .filter(part -> !period(part).contains(TO)
                                && period(part).compareTo(first) >= 0
                                && period(part).compareTo(last) <= 0)
                        .toList());
                if (!months.isEmpty()) {
                    lines.add(new Line(total, months, true));
                }
            }
        }
    }

    private static String period(PublishedCell cell) {
        return cell.place().getOrDefault(PERIOD, "");
    }
}
