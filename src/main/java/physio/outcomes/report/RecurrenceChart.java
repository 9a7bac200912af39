package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How many patients of each group stay free of a new episode, month by month: survival curves by Kaplan and Meier. */
public record RecurrenceChart(String id, String title, List<Group> groups) implements Chart {
    /** One curve; its months ascend, from 0. */
    public record Group(String label, List<Month> months) {
        public Group {
            months = List.copyOf(months);
        }

        /** The months up to the first of which anything is hidden: there the curve ends. */
        public List<Month> shown() {
            return months.stream().takeWhile(Month::isShown).toList();
        }
    }

    /**
     * The end of one month.
     *
     * @param number since the patients are at risk, from 0
     * @param free share without a new episode so far, 0–1; empty where it is suppressed
     * @param low end of the share's interval; empty where there is none
     * @param high end of the share's interval; empty where there is none
     * @param atRisk patients without a new episode who are still followed; empty where they are suppressed
     */
    public record Month(int number, OptionalDouble free, OptionalDouble low, OptionalDouble high, OptionalLong atRisk) {
        public Month {
            if (!(free.orElse(0) >= 0 && free.orElse(0) <= 1)) {
                throw new IllegalArgumentException("Invalid share: " + free.getAsDouble() + " (must be in 0 to 1)");
            }
        }

        /** A month with all its figures. */
        public static Month of(int number, double free, double low, double high, long atRisk) {
            return new Month(
                    number,
                    OptionalDouble.of(free),
                    OptionalDouble.of(low),
                    OptionalDouble.of(high),
                    OptionalLong.of(atRisk));
        }

        /** A month of which nothing is shown. */
        public static Month suppressed(int number) {
            return new Month(
                    number,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty());
        }

        private boolean isShown() {
            return free.isPresent() && atRisk.isPresent();
        }

        /** The number at risk as pages write it. */
        public String patients() {
            return Words.shown(atRisk);
        }
    }

    public RecurrenceChart {
        Chart.checkedId(id);
        groups = List.copyOf(groups);
    }

    /** What is drawn. */
    public static Axis axis() {
        return new Axis(Texts.say("recurrence.quantity"), "%", 0);
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("recurrence.alternative", axis().label()), "");
        if (groups.stream().allMatch(group -> group.shown().isEmpty())) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        groups.forEach(group -> text.add(group.label() + ": " + told(group.shown())));
        return text.toString();
    }

    private static String told(List<Month> shown) {
        if (shown.isEmpty()) {
            return Texts.say("number.not_shown");
        }
        Month first = shown.get(0);
        Month last = shown.get(shown.size() - 1);
        return Texts.say(
                "recurrence.alternative.group",
                first.patients(),
                SharesChart.percent(last.free().orElseThrow()),
                Words.count(last.number()),
                interval(last),
                last.patients());
    }

    private static String interval(Month month) {
        return month.low().isPresent() && month.high().isPresent()
                ? Words.bracketed(Texts.say(
                        "number.interval",
                        SharesChart.percent(month.low().getAsDouble()),
                        SharesChart.percent(month.high().getAsDouble())))
                : "";
    }
}
