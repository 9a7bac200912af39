/** The few types that all layers share. */
@NullMarked
package physio.outcomes.domain;

import org.jspecify.annotations.NullMarked;
