package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.Signal;
import physio.outcomes.spc.XmrChart;
import physio.outcomes.spc.XmrSegment;

/** Monthly values between control limits. */
public record MonthsChart(String id, String title, Axis axis, Better better, XmrChart months, OptionalDouble target)
        implements Chart {

    public MonthsChart {
        Chart.checkedId(id);
    }

    /** The same with a target, in the axis' unit, or none. */
    MonthsChart withTarget(OptionalDouble value) {
        return new MonthsChart(id, title, axis, better, months, value);
    }

    @Override
    public String alternative() {
        List<MonthlyPoint> shown = months.points().stream()
                .filter(point -> point.value().isPresent())
                .toList();
        Sentences text = new Sentences(Texts.say("alternative.months", axis.label()), better.words());
        if (shown.isEmpty()) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        text.add(told(shown));
        addLimits(text);
        text.add(toldSignals());
        target.ifPresent(value -> text.add(Texts.say("alternative.months.target", axis.amount(value))));
        return text.addMissing(
                        months.points().size() - shown.size(), months.points().size())
                .toString();
    }

    private String told(List<MonthlyPoint> shown) {
        MonthlyPoint last = shown.get(shown.size() - 1);
        String to = told(last, last.isProvisional() ? "alternative.months.provisional" : "alternative.months.month");
        String from = told(shown.get(0), "alternative.months.month");
        return shown.size() == 1 ? to : Texts.say("alternative.months.range", from, to);
    }

    private String told(MonthlyPoint point, String key) {
        return Texts.say(
                key, MonthNames.full(point.month()), axis.amount(point.value().getAsDouble()));
    }

    private void addLimits(Sentences text) {
        List<XmrSegment> segments = months.segments();
        XmrSegment last = segments.get(segments.size() - 1);
        if (last.centre().isEmpty()) {
            return;
        }
        String mean = axis.number(last.centre().getAsDouble());
        String standing = Texts.say("standing", last.standing());
        text.add(last.limits()
                .map(limits -> Texts.say(
                        "alternative.months.limits",
                        mean,
                        axis.number(limits.lower()),
                        axis.number(limits.upper()),
                        standing))
                .orElseGet(() -> Texts.say("alternative.months.unlimited", mean, standing)));
    }

    private String toldSignals() {
        List<Optional<Signal>> signals = months.signals();
        long count = signals.stream().flatMap(Optional::stream).count();
        if (count == 0) {
            return Texts.say("alternative.months.signals.none");
        }
        int last = signals.size() - 1;
        while (signals.get(last).isEmpty()) {
            last--;
        }
        return Texts.say(
                "alternative.months.signals",
                Words.count(count),
                MonthNames.full(months.points().get(last).month()),
                Texts.say("signal", signals.get(last).orElseThrow()));
    }
}
