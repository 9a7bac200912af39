/**
 * Whether somebody can work out from a release what it hides: an attacker written apart from the protector.
 *
 * <p>Enters: the text of published files alone. Leaves: what can be found in them. Nothing here knows how cells are chosen to be hidden.
 */
@NullMarked
package physio.outcomes.disclosure;

import org.jspecify.annotations.NullMarked;
