/**
 * Episodes of care, changes in scores, and the cells that summarise them: Spark makes exact sums, plain Java finishes.
 *
 * <p>Enters: the store's sessions, one row each. Leaves: rows of change ({@link physio.outcomes.measure.Changes}) and tables of
 * results, all scores in whole steps until the last formula. Example: {@code Cells.of(Changes.ofSessions(visits, measures))}.
 */
@NullMarked
package physio.outcomes.measure;

import org.jspecify.annotations.NullMarked;
