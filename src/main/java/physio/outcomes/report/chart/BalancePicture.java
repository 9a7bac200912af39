package physio.outcomes.report.chart;

import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import physio.outcomes.report.BalanceChart;
import physio.outcomes.report.BalanceChart.Term;
import physio.outcomes.report.Texts;

/** Terms of the case mix with their differences before and after weighting. */
final class BalancePicture {
    /** The axis reaches at least here, so that balance looks like balance. */
    private static final double LEAST = 0.3;

    private final List<RowText> labels = new ArrayList<>();
    private final List<List<String>> figures = new ArrayList<>();
    private final DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    private final Size size;

    private BalancePicture(Size size) {
        this.size = size;
    }

    static boolean hasTerms(BalanceChart chart) {
        return !chart.inModel().isEmpty() || !chart.outside().isEmpty();
    }

    static Picture of(BalanceChart chart, Size size) {
        BalancePicture picture = new BalancePicture(size);
        picture.add(Texts.say("balance.in_model"), chart.inModel());
        picture.add(Texts.say("balance.outside"), chart.outside());
        return picture.drawn(span(chart));
    }

    private void add(String heading, List<Term> terms) {
        if (!terms.isEmpty()) {
            add(
                    RowText.heading(heading, RowPlot.labelWidth(size)),
                    "",
                    new Term(heading, OptionalDouble.empty(), OptionalDouble.empty()));
        }
        terms.forEach(term -> add(RowText.indented(term.label(), RowPlot.labelWidth(size)), figures(term), term));
    }

    private void add(RowText label, String figure, Term term) {
        RowKey key = new RowKey(labels.size());
        dataset.addValue(Numbers.boxed(term.before()), BalanceMark.BEFORE, key);
        dataset.addValue(Numbers.boxed(term.after()), BalanceMark.AFTER, key);
        labels.add(label);
        figures.add(List.of(figure));
    }

    private static String figures(Term term) {
        return term.before().isEmpty() && term.after().isEmpty()
                ? ""
                : figure(term.before()) + " → " + figure(term.after());
    }

    private static String figure(OptionalDouble difference) {
        return difference.isPresent() ? BalanceChart.axis().number(difference.getAsDouble()) : NotShown.text();
    }

    private static Span span(BalanceChart chart) {
        double most = Stream.concat(chart.inModel().stream(), chart.outside().stream())
                .flatMap(term -> Stream.of(term.before(), term.after()))
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        double high = Math.max(LEAST, most);
        return new Span(-0.03 * high, 1.06 * high);
    }

    private static List<Rule> rules() {
        return List.of(
                rule(BalanceChart.BALANCED, "balance.rule.balanced", Theme.dashed(1, 2, 2)),
                rule(BalanceChart.COMPARABLE, "balance.rule.comparable", Theme.dashed(1, 7, 3)));
    }

    private static Rule rule(double value, String key, Stroke stroke) {
        return new Rule(value, Texts.say(key, Texts.number(String.valueOf(value))), Theme.INK, stroke);
    }

    private Picture drawn(Span span) {
        RowPlot text = RowPlot.grouped(labels, List.of(figures), size);
        CategoryPlot plot = text.plot(dataset, Theme.numbers(span, size.pick(3, 6)), new BalanceRenderer(labels));
        List<Rule> rules = rules();
        rules.forEach(rule -> plot.addRangeMarker(rule.marker(), Layer.BACKGROUND));
        return text.captioned(
                        plot,
                        Texts.say(
                                "balance.quantity.weighting",
                                BalanceChart.axis().label()),
                        size)
                .with(new Key(
                        Stream.concat(
                                        Stream.of(BalanceMark.BEFORE.entry(), BalanceMark.AFTER.entry()),
                                        rules.stream().map(Rule::entry))
                                .toList(),
                        size));
    }
}
