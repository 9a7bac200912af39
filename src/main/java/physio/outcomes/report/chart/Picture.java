package physio.outcomes.report.chart;

import org.jfree.chart.JFreeChart;

/**
 * A chart ready to be drawn.
 *
 * @param height in px that it needs
 */
record Picture(JFreeChart chart, int height) {}
