package physio.outcomes.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import physio.outcomes.domain.ReleasedCell;
import physio.outcomes.domain.ReleasedCells;

/**
 * What readers of earlier releases know, and hold against the next: tables of months come again in each report. A cell that was shown cannot be hidden any
 * more; one that was hidden, for its own patients or to protect another of that release, stays hidden as long as nothing of it changes.
 *
 * <p>Some cells are of other patients in each report: an episode counts in the month of its last session and leaves it when it goes on, and what is counted from
 * the beginning grows. Where few have left or come, two versions would tell of those few.
 */
final class EarlierReleases {
    private final ReleasedCells cells;
    private final int threshold;

    EarlierReleases(ReleasedCells cells, int threshold) {
        this.cells = cells;
        this.threshold = threshold;
    }

    /** Whether a cell was shown as it is. */
    boolean show(PublishedCell cell) {
        return asItIs(cell).anyMatch(ReleasedCell::isShown);
    }

    /** Whether a cell that was not shown as it is was hidden so. */
    boolean hide(PublishedCell cell) {
        return asItIs(cell).findAny().isPresent();
    }

    private Stream<ReleasedCell> asItIs(PublishedCell cell) {
        List<ReleasedCell> told = cells.of(cell.name());
        if (told.isEmpty()) {
            return Stream.empty();
        }
        long digest = digest(cell);
        return told.stream().filter(version -> version.digest() == digest);
    }

    /** Whether a cell was shown with a few patients more, or less. Of cells that can only change with the records nothing is asked: the store holds back few of these. */
    boolean tellOfFew(PublishedCell cell) {
        return isOfOthersEachTime(cell)
                && cells.of(cell.name()).stream().anyMatch(told -> told.isShown() && isOtherByFew(told, cell));
    }

    private boolean isOtherByFew(ReleasedCell told, PublishedCell cell) {
        long patients = Math.abs(told.patients() - cell.contributors().patients());
        return patients < threshold && (patients > 0 || told.rows() != cell.rows());
    }

    private static boolean isOfOthersEachTime(PublishedCell cell) {
        String period = cell.place().getOrDefault(Lines.PERIOD, "");
        boolean isOfEpisodes =
                cell.family().equals(CellIndex.PARTICIPATION) || cell.window().equals(PublishedCell.EPISODE);
        return period.isEmpty() || (isOfEpisodes && !period.contains(Lines.TO));
    }

    /** What is told of a cell. */
    static ReleasedCell told(PublishedCell cell, boolean isShown) {
        return new ReleasedCell(cell.name(), isShown, cell.contributors().patients(), cell.rows(), digest(cell));
    }

    /** Of what is counted and of whom. */
    private static long digest(PublishedCell cell) {
        Map<String, CellIndex.Count> counts = new TreeMap<>(cell.counts());
        CRC32 crc = new CRC32();
        crc.update((counts + " " + cell.contributors()).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
