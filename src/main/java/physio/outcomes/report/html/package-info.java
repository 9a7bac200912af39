/**
 * Pages as self-contained HTML.
 *
 * <p>Enters: sections of a page. Leaves: one file that asks for nothing from anywhere, its fonts included. Example:
 * {@code "<style>" + EmbeddedFont.css() + "</style>"}.
 */
@NullMarked
package physio.outcomes.report.html;

import org.jspecify.annotations.NullMarked;
