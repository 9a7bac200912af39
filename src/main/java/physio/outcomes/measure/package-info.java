/**
 * Episodes of care, changes in scores, and the cells that summarise them: Spark makes exact sums, plain Java finishes.
 *
 * <p>Enters: the store's sessions, one row each. Leaves: cells of changes and tables of results, all scores
 * in whole steps until the last formula. Example: {@code MonthlyOutcomes.of(SessionBlocks.of(sessions, measures), gapDays, share)}.
 */
@NullMarked
package physio.outcomes.measure;

import org.jspecify.annotations.NullMarked;
