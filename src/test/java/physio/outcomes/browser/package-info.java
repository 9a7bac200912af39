/**
 * Report pages in the browser that readers use: what only a layout, a style sheet at work or a keyboard tells.
 *
 * <p>Enters: the example pages and a comparison made from fixtures. Needs {@code chromium} on the path; without it the tests are skipped.
 */
@NullMarked
package physio.outcomes.browser;

import org.jspecify.annotations.NullMarked;
