package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.Lines.Line;

/**
 * Cells of which a count follows from cells that are published already: the sum of months that are shown, what is the sum of such, or what such leave of one.
 */
final class KnownCells {
    private final Predicate<PublishedCell> isPublished;
    private final BitSet known = new BitSet();

    /** Of lines, whether they add up or not. */
    KnownCells(List<Line> lines, Predicate<PublishedCell> isPublished) {
        this.isPublished = isPublished;
        lines.stream()
                .flatMap(line -> line.total().counts().entrySet().stream())
                .filter(count -> count.getValue().role() == Role.ADDITIVE_COUNT)
                .map(count -> count.getKey())
                .distinct()
                .forEach(column -> follow(column, lines));
    }

    BitSet cells() {
        return known;
    }

    /** One count by itself: another of the same cells need not add up. */
    private void follow(String column, List<Line> lines) {
        List<List<PublishedCell>> sums = new ArrayList<>();
        for (Line line : lines) {
            List<PublishedCell> parts =
                    line.isPeriod() ? line.parts().stream().filter(isPublished).toList() : line.parts();
            if (isSum(line.total(), parts, column)) {
                sums.add(Stream.concat(Stream.of(line.total()), parts.stream()).toList());
            }
        }
        BitSet own = new BitSet();
        boolean isNews = true;
        while (isNews) {
            isNews = false;
            for (List<PublishedCell> sum : sums) {
                List<PublishedCell> left = sum.stream()
                        .filter(cell -> !isPublished.test(cell) && !own.get(cell.number()))
                        .toList();
                if (left.size() == 1) {
                    own.set(left.get(0).number());
                    isNews = true;
                }
            }
        }
        known.or(own);
    }

    private static boolean isSum(PublishedCell total, List<PublishedCell> parts, String column) {
        return total.count(column).isPresent()
                && parts.stream().allMatch(part -> part.count(column).isPresent())
                && parts.stream()
                                .flatMap(part -> part.count(column).stream())
                                .mapToLong(CellIndex.Count::value)
                                .sum()
                        == total.count(column).get().value();
    }
}
