/**
 * Pages as HTML: one self-contained file each, with charts as inline SVG, one style sheet and an embedded font.
 *
 * <p>Enters: {@link physio.outcomes.report.Page}. Leaves: text. Example: {@code new HtmlPages("0.1.0").render(page)}.
 */
@NullMarked
package physio.outcomes.report.html;

import org.jspecify.annotations.NullMarked;
