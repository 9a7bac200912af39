package physio.outcomes.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.Pattern.Arms;
import physio.outcomes.measure.Cell;

/**
 * The arms of one measure and window: a cell a technique, and the one that the others are held against.
 *
 * @param reference the technique asked for, or the most used; ties go to the first in code-point order
 */
record ArmCells(Arms arms, Measure measure, List<Cell> cells, String reference) {

    static ArmCells of(Arms arms, ComparisonPlan plan, List<Cell> cells) {
        String mostUsed = cells.stream()
                .filter(cell -> !Comparison.NO_TECHNIQUE.contains(cell.key().technique()))
                .max(Comparator.comparingLong(Cell::rows)
                        .thenComparing(cell -> cell.key().technique(), Comparator.reverseOrder()))
                .map(cell -> cell.key().technique())
                .orElse("");
        return new ArmCells(
                arms,
                Objects.requireNonNull(plan.measures().get(arms.measure())),
                cells,
                plan.reference().orElse(mostUsed));
    }

    Optional<Cell> referenceCell() {
        return cells.stream()
                .filter(cell -> cell.key().technique().equals(reference))
                .findFirst();
    }

    /** The arms that are held against the reference. */
    List<Cell> others() {
        return cells.stream()
                .filter(cell -> !cell.key().technique().equals(reference))
                .toList();
    }

    /** Why an arm cannot be compared with the reference; empty when it can. */
    String obstacle(Cell arm, int minPatients) {
        long fewest =
                Math.min(arm.patients(), referenceCell().map(Cell::patients).orElse(0L));
        return fewest < minPatients ? "not comparable: an arm has fewer than " + minPatients + " patients" : "";
    }
}
