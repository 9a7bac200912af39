package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.report.Page.Status;
import physio.outcomes.report.Page.Tone;
import physio.outcomes.spc.Assurance;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.Signal;
import physio.outcomes.spc.Standing;
import physio.outcomes.spc.Variation;
import physio.outcomes.spc.XmrSegment;

/** What the months of a figure say of its last settled one: whether it varies beyond chance, and whether it keeps to its target. */
final class Trend {
    private final MonthsChart chart;

    Trend(MonthsChart chart) {
        this.chart = chart;
    }

    /** Whether it gets better or worse beyond chance; empty where that cannot be said. */
    Optional<Variation> variation() {
        return chart.better() == Better.NEITHER
                ? Optional.empty()
                : chart.months().variation(chart.better().polarity());
    }

    /** Whether usual scatter keeps it to its target; empty where it has none or no limits. */
    Optional<Assurance> assurance() {
        return chart.target().isPresent()
                ? chart.months()
                        .assurance(chart.target().getAsDouble(), chart.better().polarity())
                : Optional.empty();
    }

    /** The months where they are worth drawing; none where there is nothing to join. */
    Optional<MonthsChart> drawn() {
        long shown = chart.months().points().stream()
                .filter(point -> point.value().isPresent())
                .count();
        return shown < 2 ? Optional.empty() : Optional.of(chart);
    }

    /** Both as they stand on a tile. */
    List<Status> statuses() {
        List<Status> statuses = new ArrayList<>();
        statuses.add(chart.better() == Better.NEITHER ? amount() : judged());
        assurance().ifPresent(kept -> statuses.add(target(kept)));
        return statuses;
    }

    private Status judged() {
        return variation()
                .map(kind -> new Status(tone(kind), Texts.say("trend.judged", kind) + until()))
                .orElse(unlimited());
    }

    private static Tone tone(Variation variation) {
        return switch (variation) {
            case IMPROVING -> Tone.GOOD;
            case CONCERNING -> Tone.BAD;
            case NO_SIGNIFICANT_CHANGE -> Tone.PLAIN;
        };
    }

    /** More is neither better nor worse. */
    private Status amount() {
        return chart.months()
                .variation(1)
                .map(kind -> new Status(Tone.PLAIN, Texts.say("trend.amount", kind) + until()))
                .orElse(unlimited());
    }

    private Status unlimited() {
        List<XmrSegment> segments = chart.months().segments();
        boolean isFlat =
                !segments.isEmpty() && segments.get(segments.size() - 1).standing() == Standing.NO_VARIATION;
        return new Status(Tone.PLAIN, isFlat ? Texts.say("trend.flat") : Texts.say("trend.early"));
    }

    private Status target(Assurance kept) {
        String target = chart.axis().amount(chart.target().orElseThrow());
        return switch (kept) {
            case PASS -> new Status(Tone.GOOD, Texts.say("trend.target.pass", target));
            case FAIL -> new Status(Tone.BAD, Texts.say("trend.target.fail", target));
            case HIT_AND_MISS -> new Status(Tone.PLAIN, Texts.say("trend.target.hit_and_miss", target));
        };
    }

    /** The month that is judged, where it is not the newest. */
    private String until() {
        List<MonthlyPoint> points = chart.months().points();
        return chart.months()
                .lastSettledMonth()
                .filter(month -> !month.equals(points.get(points.size() - 1).month()))
                .map(month -> ", " + Words.shortMonth(month))
                .orElse("");
    }

    /** The newest month that stands out for the worse, and how. */
    String lastConcern() {
        List<MonthlyPoint> points = chart.months().points();
        for (int i = points.size() - 1; i >= 0; i--) {
            Optional<Signal> signal = chart.months().signals().get(i);
            if (signal.isPresent() && signal.get().direction() != chart.better().polarity()) {
                String month = Words.month(points.get(i).month());
                return Texts.say("trend.concern", month, Texts.say("signal", signal.get()));
            }
        }
        return "";
    }
}
