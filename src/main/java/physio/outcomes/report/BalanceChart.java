package physio.outcomes.report;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far two groups of patients differ in each term of the case mix, before and after weighting: a love plot. By its
 * convention only the size of a difference is drawn, not which group is higher.
 *
 * @param inModel terms that the weights are made from
 * @param outside terms that they are not made from, and by which they are judged
 */
public record BalanceChart(String id, String title, List<Term> inModel, List<Term> outside) implements Chart {
    /** Up to here groups count as balanced (Austin, Statistics in Medicine 2009). */
    public static final double BALANCED = 0.1;
    /** Beyond it they are not compared (Rubin, Health Services and Outcomes Research Methodology 2001). */
    public static final double COMPARABLE = 0.25;

    /**
     * One term.
     *
     * @param before weighting, in standard deviations of any sign; empty where it is suppressed
     * @param after weighting; empty where it is suppressed
     */
    public record Term(String label, OptionalDouble before, OptionalDouble after) {
        public Term {
            before = absolute(before);
            after = absolute(after);
        }

        private static OptionalDouble absolute(OptionalDouble difference) {
            return difference.isPresent() ? OptionalDouble.of(Math.abs(difference.getAsDouble())) : difference;
        }

        /** A term with both its differences. */
        public static Term of(String label, double before, double after) {
            return new Term(label, OptionalDouble.of(before), OptionalDouble.of(after));
        }

        private String told() {
            Axis axis = axis();
            return Texts.say(
                    "balance.alternative.term",
                    label,
                    axis.number(before.orElseThrow()),
                    axis.amount(after.orElseThrow()));
        }
    }

    public BalanceChart {
        Chart.checkedId(id);
        inModel = List.copyOf(inModel);
        outside = List.copyOf(outside);
    }

    /** What is drawn. */
    public static Axis axis() {
        return new Axis(Texts.say("balance.quantity"), Texts.say("balance.unit"), 2);
    }

    @Override
    public String alternative() {
        Sentences text = new Sentences(Texts.say("balance.alternative"), "");
        List<Term> all = Stream.concat(inModel.stream(), outside.stream()).toList();
        long shown = all.stream().filter(BalanceChart::isWhole).count();
        if (shown == 0) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        add(text, "balance.alternative.in_model", inModel);
        add(text, "balance.alternative.outside", outside);
        return text.addMissing((int) (all.size() - shown), all.size()).toString();
    }

    private static boolean isWhole(Term term) {
        return term.before().isPresent() && term.after().isPresent();
    }

    private static void add(Sentences text, String key, List<Term> terms) {
        List<Term> shown = terms.stream().filter(BalanceChart::isWhole).toList();
        if (shown.isEmpty()) {
            return;
        }
        Comparator<Term> byAfter =
                Comparator.comparingDouble(term -> term.after().orElseThrow());
        text.add(Texts.say(
                key,
                Words.count(shown.size()),
                shown.stream().max(byAfter).orElseThrow().told()));
        long beyond = shown.stream()
                .filter(term -> term.after().orElseThrow() > COMPARABLE)
                .count();
        text.add(Texts.say("balance.alternative.above", Texts.number(String.valueOf(COMPARABLE)), Words.count(beyond)));
    }
}
