/**
 * Draws charts as SVG with JFreeChart; nothing else in the project knows it.
 *
 * <p>Enters: a {@link physio.outcomes.report.Chart} and a {@link physio.outcomes.report.chart.Size}. Leaves: an {@code <svg>} element
 * for inlining in HTML, the same bytes on every run, machine and JDK. AWT draws text only where fontconfig knows a font:
 * {@code FONTCONFIG_FILE} names a configuration with the folder of DejaVu.
 *
 * <p>Example: {@code ChartDrawing.svg(chart, Size.NARROW)}.
 */
@NullMarked
package physio.outcomes.report.chart;

import org.jspecify.annotations.NullMarked;
