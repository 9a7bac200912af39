package physio.outcomes.report.chart;

import org.jfree.chart.JFreeChart;

/**
 * A chart ready to be drawn.
 *
 * @param height in px that it needs
 */
record Picture(JFreeChart chart, int height) {

    /** The same with a key above all. */
    Picture with(Key key) {
        chart.addSubtitle(0, key);
        return new Picture(chart, height + key.height());
    }

    /** The same with a key below the caption that stands above the plot. */
    Picture withSecond(Key key) {
        chart.addSubtitle(key);
        return new Picture(chart, height + key.height());
    }
}
