package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.spc.Limits;
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
        Sentences text = new Sentences(axis.label() + " by month", better.words());
        if (shown.isEmpty()) {
            return text.add("No values are shown").toString();
        }
        text.add(told(shown));
        addLimits(text);
        text.add(toldSignals());
        target.ifPresent(value -> text.add("The target is " + axis.amount(value)));
        return text.addMissing(
                        months.points().size() - shown.size(), months.points().size())
                .toString();
    }

    private String told(List<MonthlyPoint> shown) {
        MonthlyPoint first = shown.get(0);
        MonthlyPoint last = shown.get(shown.size() - 1);
        String from =
                MonthNames.full(first.month()) + " " + axis.amount(first.value().getAsDouble());
        String to = MonthNames.full(last.month()) + " "
                + axis.amount(last.value().getAsDouble()) + (last.isProvisional() ? ", provisional" : "");
        return shown.size() == 1 ? to : "From " + from + " to " + to;
    }

    private void addLimits(Sentences text) {
        List<XmrSegment> segments = months.segments();
        XmrSegment last = segments.get(segments.size() - 1);
        if (last.centre().isEmpty()) {
            return;
        }
        String limits = last.limits().map(this::told).orElse("no limits");
        text.add("Mean " + axis.number(last.centre().getAsDouble()) + ", " + limits + " ("
                + Texts.say("standing", last.standing()) + ")");
    }

    private String told(Limits limits) {
        return "limits " + axis.number(limits.lower()) + " to " + axis.number(limits.upper());
    }

    private String toldSignals() {
        List<Optional<Signal>> signals = months.signals();
        long count = signals.stream().flatMap(Optional::stream).count();
        if (count == 0) {
            return "No month stands out";
        }
        int last = signals.size() - 1;
        while (signals.get(last).isEmpty()) {
            last--;
        }
        return "Months that stand out: " + count + ", last "
                + MonthNames.full(months.points().get(last).month()) + ", "
                + Texts.say("signal", signals.get(last).orElseThrow());
    }
}
