package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The mean improvement at each number of sessions with its 95% interval, against a line at 0.
 *
 * @param trend points of a fitted curve, ascending; empty where none is fitted
 */
public record DoseChart(String id, String title, Axis axis, Better better, List<Dose> doses, List<Point> trend)
        implements Chart {

    /**
     * One number of sessions.
     *
     * @param label such as "12+", where more are counted with it
     * @param mean in the axis' unit; empty where it is suppressed
     * @param low end of the interval; empty where there is none
     * @param high end of the interval; empty where there is none
     * @param patients empty where they are suppressed
     */
    public record Dose(
            int sessions,
            String label,
            OptionalDouble mean,
            OptionalDouble low,
            OptionalDouble high,
            OptionalLong patients) {
        /** A number of sessions with all its figures. */
        public static Dose of(int sessions, double mean, double low, double high, long patients) {
            return new Dose(
                    sessions,
                    String.valueOf(sessions),
                    OptionalDouble.of(mean),
                    OptionalDouble.of(low),
                    OptionalDouble.of(high),
                    OptionalLong.of(patients));
        }

        /** A number of sessions of which nothing is shown. */
        public static Dose suppressed(int sessions) {
            return new Dose(
                    sessions,
                    String.valueOf(sessions),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty());
        }

        /** The same where more sessions are counted with these. */
        public Dose andMore() {
            return new Dose(sessions, sessions + "+", mean, low, high, patients);
        }

        /** The number of patients as pages write it. */
        public String count() {
            return Words.shown(patients);
        }

        private IntervalChart.Row row() {
            String number = Texts.say(label.equals("1") ? "dose.sessions.one" : "dose.sessions.many", label);
            return new IntervalChart.Row(number, mean, low, high, Texts.say("number.of_patients", count()));
        }
    }

    /** A point of the fitted curve: the mean that it expects at a number of sessions. */
    public record Point(double sessions, double mean) {}

    public DoseChart {
        Chart.checkedId(id);
        doses = List.copyOf(doses);
        trend = List.copyOf(trend);
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("dose.alternative", axis.label()), better.words())
                .addHighestAndLowest(doses.stream().map(Dose::row).toList(), axis);
        if (!trend.isEmpty()) {
            Point last = trend.get(trend.size() - 1);
            text.add(
                    Texts.say("dose.alternative.trend", axis.amount(trend.get(0).mean()), axis.amount(last.mean())));
        }
        return text.toString();
    }
}
