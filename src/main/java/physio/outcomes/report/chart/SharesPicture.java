package physio.outcomes.report.chart;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.SharesChart;
import physio.outcomes.report.SharesChart.Row;
import physio.outcomes.report.Texts;

/** Bars of 100%, one a row. */
final class SharesPicture {
    private SharesPicture() {}

    static Picture of(SharesChart shares, Size size) {
        List<Row> rows = shares.rows();
        List<List<String>> notes = rows.stream().map(row -> List.of(row.note())).toList();
        RowPlot text = RowPlot.even(rows.stream().map(Row::label).toList(), List.of(notes), size);
        NumberAxis axis = Theme.numbers(new Span(0, 100));
        axis.setTickUnit(new NumberTickUnit(size.pick(50, 25)));
        Key key = new Key(
                Arrays.stream(Share.values())
                        .map(share -> new Key.Entry(share.meaning(), share::draw))
                        .toList(),
                size);
        return text.captioned(
                        text.plot(dataset(rows), axis, new SharesRenderer()),
                        Texts.say("chart.shares.caption", shares.of()),
                        size)
                .with(key);
    }

    private static DefaultCategoryDataset dataset(List<Row> rows) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            RowKey key = new RowKey(i);
            dataset.addValue(Numbers.boxed(rows.get(i).improved()), Share.IMPROVED, key);
            dataset.addValue(Numbers.boxed(rows.get(i).unchanged()), Share.UNCHANGED, key);
            dataset.addValue(Numbers.boxed(rows.get(i).worse()), Share.WORSE, key);
        }
        return dataset;
    }
}
