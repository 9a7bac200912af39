package physio.outcomes.report;

/** A picture of published values. The title stands beside it on the page; the axis in it says what is measured. */
public sealed interface Chart
        permits IntervalChart,
                SharesChart,
                MonthsChart,
                TrajectoryChart,
                ForestChart,
                BalanceChart,
                HeterogeneityChart,
                RecurrenceChart,
                DoseChart,
                DistributionChart,
                TrajectoryPanels,
                FunnelChart,
                HeatChart {

    /** Unique on a page; the prefix of ids within the drawing. */
    String id();

    String title();

    /** What the chart shows, in a sentence or two with its most telling numbers, for readers who do not see it. */
    String alternative();

    /** Checks an id: it must be fit for an id in HTML and for a part of {@code url(#…)}. */
    static String checkedId(String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "Invalid chart id: " + id + " (must be a letter, then letters, digits, _ or -)");
        }
        return id;
    }
}
