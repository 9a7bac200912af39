/** Whole commands side by side with what others would do the same work with; run by {@code jobs/bench}, not by the tests. */
@NullMarked
package physio.outcomes.bench;

import org.jspecify.annotations.NullMarked;
