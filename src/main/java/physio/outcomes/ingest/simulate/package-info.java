/**
 * Simulates treatment sessions whose true effects are known.
 *
 * <p>Enters: a {@link physio.outcomes.ingest.simulate.SimulationPlan}. Leaves: a folder with one CSV of canonical
 * session records a month and a {@code README.md} that holds the data dictionary and the true effects. The same plan
 * gives the same bytes on every machine and JDK.
 *
 * <pre>{@code
 * Simulation.write(SimulationPlan.sample(), Path.of("sample-data"), written -> {});
 * }</pre>
 */
@NullMarked
package physio.outcomes.ingest.simulate;

import org.jspecify.annotations.NullMarked;
