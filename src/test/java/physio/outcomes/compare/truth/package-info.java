/** Whether estimates and intervals are right: simulated studies whose true effects are known (METHODS, simulated truth). */
@NullMarked
package physio.outcomes.compare.truth;

import org.jspecify.annotations.NullMarked;
