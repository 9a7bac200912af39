package physio.outcomes.measure;

import java.io.Serializable;
import java.util.Comparator;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Moments;
import physio.outcomes.measure.sums.Largest;

/**
 * All that is known about the changes of one measure, window and technique in one clinic (or {@code all}) and period, in whole steps.
 *
 * @param sessions behind the rows
 * @param episodes behind the rows
 * @param change the clustered mean of change
 * @param improved the clustered share that improved; its sum is the number of rows that did
 * @param deteriorated likewise
 * @param changes the whole distribution of change
 * @param largest what single patients gave
 */
public record Cell(
        Key key,
        long sessions,
        long episodes,
        Moments baseline,
        Moments followUp,
        ClusteredMean change,
        ClusteredMean improved,
        ClusteredMean deteriorated,
        Histogram changes,
        Largest largest) {
    /** The margin over all clinics, and over all techniques. */
    public static final String ALL = "all";

    /** By period, clinic, measure, window and technique. */
    static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.key().period())
            .thenComparing(cell -> cell.key().clinic())
            .thenComparing(cell -> cell.key().measure())
            .thenComparing(cell -> cell.key().window())
            .thenComparing(cell -> cell.key().technique());

    /** What a cell is about. */
    public record Key(String period, String clinic, String measure, String window, String technique)
            implements Serializable {}

    /** Distinct patients. */
    public long patients() {
        return change.clusters();
    }

    /** Rows: sessions in the session window, episodes in the episode window. */
    public long rows() {
        return change.rows();
    }

    /** Whether all rows improved, or all got worse, or all stayed about the same, or all changed by as much: the cell tells how each patient fared. */
    boolean isAlike() {
        long better = improved.sum().longValueExact();
        long worse = deteriorated.sum().longValueExact();
        return better == rows() || worse == rows() || better + worse == 0 || changes.values().length == 1;
    }

    /** Whether each patient has one row, so that rows are independent. */
    public boolean isOneRowEach() {
        return patients() == rows();
    }
}
