package physio.outcomes.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.report.HeterogeneityChart;
import physio.outcomes.report.HeterogeneityChart.Unit;
import physio.outcomes.report.Texts;

/** Units as squares, their pooled estimate as a diamond, what is to be expected of a further one as a bar. */
final class HeterogeneityPicture {
    private HeterogeneityPicture() {}

    static Picture of(HeterogeneityChart chart, Size size) {
        double greatest = chart.units().stream()
                .flatMapToDouble(unit -> unit.weight().stream())
                .max()
                .orElse(0);
        EstimateRows rows = new EstimateRows(size);
        chart.units().forEach(unit -> rows.add(unit.row(), glyph(unit, greatest)));
        rows.addHeading(Texts.say("heterogeneity.key.pooled"));
        rows.add(chart.pooled(), Glyphs.diamond());
        rows.add(chart.prediction(), Glyphs.bar());
        return rows.picture(chart.axis(), OptionalDouble.of(0))
                .captioned(rows.caption(chart.axis(), chart.better().favours()), size)
                .with(key(greatest, size));
    }

    private static Glyph glyph(Unit unit, double greatest) {
        return unit.weight().isPresent() && greatest > 0
                ? Glyphs.square(unit.weight().getAsDouble() / greatest)
                : Glyphs.dot();
    }

    private static Key key(double greatest, Size size) {
        Key.Entry unit = greatest > 0
                ? Glyphs.entry(Texts.say("heterogeneity.key.weighted"), Glyphs.square(0.5))
                : Glyphs.entry(Texts.say("heterogeneity.key.unit"), Glyphs.dot());
        return new Key(
                List.of(
                        unit,
                        Glyphs.entry(Texts.say("heterogeneity.key.diamond"), Glyphs.diamond()),
                        Glyphs.entry(Texts.say("heterogeneity.key.bar"), Glyphs.bar())),
                size);
    }
}
