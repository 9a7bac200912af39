package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import physio.outcomes.privacy.Lines.Line;

/**
 * Cells of which the counts follow from cells that are published already: the sum of months that are shown, what is the sum of such, or what such leave of one.
 */
final class KnownCells {
    private final Predicate<PublishedCell> isPublished;
    private final BitSet known = new BitSet();

    /**
     * Of lines, whether they add up or not.
     *
     * @param isPublished what readers know, which may be from earlier releases
     * @param isListed what is published now: a longer period is the sum of such months only
     */
    KnownCells(List<Line> lines, Predicate<PublishedCell> isPublished, Predicate<PublishedCell> isListed) {
        this.isPublished = isPublished;
        List<List<PublishedCell>> sums = new ArrayList<>();
        for (Line line : lines) {
            List<PublishedCell> parts =
                    line.isPeriod() ? line.parts().stream().filter(isListed).toList() : line.parts();
            if (isSum(line.total(), parts)) {
                sums.add(Stream.concat(Stream.of(line.total()), parts.stream()).toList());
            }
        }
        follow(sums);
    }

    BitSet cells() {
        return known;
    }

    private void follow(List<List<PublishedCell>> sums) {
        boolean isNews = true;
        while (isNews) {
            isNews = false;
            for (List<PublishedCell> sum : sums) {
                List<PublishedCell> left = sum.stream()
                        .filter(cell -> !isPublished.test(cell) && !known.get(cell.number()))
                        .toList();
                if (left.size() == 1) {
                    known.set(left.get(0).number());
                    isNews = true;
                }
            }
        }
    }

    /** In all counts: one alone may be equal by chance. */
    private static boolean isSum(PublishedCell total, List<PublishedCell> parts) {
        return !total.additive().isEmpty() && total.additive().stream().allMatch(column -> total.isSum(parts, column));
    }
}
