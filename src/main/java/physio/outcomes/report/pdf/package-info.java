/**
 * Pages as PDF: tagged, with bookmarks and page numbers, laid out from the same HTML.
 *
 * <p>Enters: a page rendered for paper. Leaves: bytes, the same for the same page. Example: {@code
 * PdfPages.render(html.renderForPaper(page))}.
 */
@NullMarked
package physio.outcomes.report.pdf;

import org.jspecify.annotations.NullMarked;
