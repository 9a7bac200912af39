package physio.outcomes.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import physio.outcomes.report.ForestChart;

/** Estimates in groups, each kind with a mark of its own. */
final class ForestPicture {
    private ForestPicture() {}

    static Picture of(ForestChart forest, Size size) {
        List<String> models = forest.models();
        EstimateRows rows = new EstimateRows(size);
        for (ForestChart.Group group : forest.groups()) {
            rows.addHeading(group.label());
            group.estimates().forEach(row -> rows.add(row, Glyphs.of(LineStyle.of(models.indexOf(row.label())))));
        }
        String hint = forest.reference().isPresent()
                ? forest.better().favours()
                : forest.better().across();
        return rows.picture(forest.axis(), forest.reference())
                .captioned(rows.caption(forest.axis(), hint), size)
                .with(key(models, size));
    }

    private static Key key(List<String> models, Size size) {
        return new Key(
                IntStream.range(0, models.size())
                        .mapToObj(i -> new Key.Entry(models.get(i), LineStyle.of(i)::drawMark))
                        .toList(),
                size);
    }
}
