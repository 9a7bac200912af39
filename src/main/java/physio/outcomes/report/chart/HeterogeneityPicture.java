package physio.outcomes.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.report.HeterogeneityChart;
import physio.outcomes.report.HeterogeneityChart.Unit;

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
        rows.addHeading("Pooled");
        rows.add(chart.pooled(), Glyphs.diamond());
        rows.add(chart.prediction(), Glyphs.bar());
        return rows.picture(chart.axis(), OptionalDouble.of(0))
                .captioned(EstimateRows.caption(chart.axis(), chart.better().favours()), size)
                .with(key(greatest, size));
    }

    private static Glyph glyph(Unit unit, double greatest) {
        return unit.weight().isPresent() && greatest > 0
                ? Glyphs.square(unit.weight().getAsDouble() / greatest)
                : Glyphs.dot();
    }

    private static Key key(double greatest, Size size) {
        Key.Entry unit = greatest > 0
                ? Glyphs.entry("one unit, area by weight", Glyphs.square(0.5))
                : Glyphs.entry("one unit", Glyphs.dot());
        return new Key(
                List.of(
                        unit,
                        Glyphs.entry("pooled, 95% interval", Glyphs.diamond()),
                        Glyphs.entry("95% prediction interval for a further unit", Glyphs.bar())),
                size);
    }
}
