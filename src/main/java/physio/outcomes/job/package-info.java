/**
 * The jobs: each reads from top to bottom as its pipeline. Only they know all stages, the Spark session and the clock.
 *
 * <p>Enters: a {@link physio.outcomes.job.Workplace} and what the command line asked for. Leaves: a store that has grown, or a report
 * in its folder. Example: {@code new MonthlyReportJob(workplace).run(Optional.empty(), Rendering.IF_CHANGED)}.
 */
@NullMarked
package physio.outcomes.job;

import org.jspecify.annotations.NullMarked;
