package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The mean score at each visit of an episode with its 95% interval, for one or more groups of patients. */
public record TrajectoryChart(String id, String title, Axis axis, Better better, List<Series> series) implements Chart {

    /** One group of patients; visits ascend, and one left out is a gap. */
    public record Series(String label, List<Visit> visits) {
        public Series {
            visits = List.copyOf(visits);
        }

        /** The visits whose mean is shown. */
        public List<Visit> shown() {
            return visits.stream().filter(visit -> visit.mean().isPresent()).toList();
        }
    }

    /**
     * One visit.
     *
     * @param number in the episode, from 1
     * @param mean in the axis' unit; empty where it is suppressed
     * @param low end of the interval; empty where there is none
     * @param high end of the interval; empty where there is none
     * @param patients at this visit; empty where they are not shown
     */
    public record Visit(
            int number, OptionalDouble mean, OptionalDouble low, OptionalDouble high, OptionalLong patients) {
        /** A visit with all its figures. */
        public static Visit of(int number, double mean, double low, double high, long patients) {
            return new Visit(
                    number,
                    OptionalDouble.of(mean),
                    OptionalDouble.of(low),
                    OptionalDouble.of(high),
                    OptionalLong.of(patients));
        }
    }

    /** Whether any visit shows its interval: in public none does. */
    public static boolean hasIntervals(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.visits().stream())
                .anyMatch(visit -> visit.low().isPresent());
    }

    public TrajectoryChart {
        Chart.checkedId(id);
        series = List.copyOf(series);
    }

    @Override
    public String alternative() {
        String measured =
                Texts.say(hasIntervals(series) ? "alternative.visits" : "alternative.visits.means", axis.label());
        Sentences text = new Sentences(measured, better.words());
        for (Series one : series) {
            text.add(one.label() + ": " + told(one.shown()));
        }
        return series.isEmpty() ? text.add(Texts.say("alternative.nothing")).toString() : text.toString();
    }

    private String told(List<Visit> shown) {
        if (shown.isEmpty()) {
            return Texts.say("number.not_shown");
        }
        String first = told(shown.get(0));
        return shown.size() == 1 ? first : first + ", " + told(shown.get(shown.size() - 1));
    }

    private String told(Visit visit) {
        String patients = visit.patients().isPresent()
                ? Texts.say(
                        "number.of_patients", String.valueOf(visit.patients().getAsLong()))
                : "";
        return Texts.say(
                "alternative.visits.visit",
                axis.amount(visit.mean().orElseThrow()),
                String.valueOf(visit.number()),
                Words.bracketed(patients));
    }
}
