/**
 * Reports as data: pages, sections, charts and tables, made from published tables only.
 *
 * <p>Enters: {@link physio.outcomes.privacy.PublishedTable}s. Leaves: {@link physio.outcomes.report.Page}s, which HTML and PDF are made
 * from, and the tables as CSV and JSON. Example: {@code new MonthlyReport(tables, settings, month).page("all")}.
 */
@NullMarked
package physio.outcomes.report;

import org.jspecify.annotations.NullMarked;
