package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Vocabulary;

/** Turns what a row says into levels of factors: technique, case mix, visit. Missing is a level of its own; rare ones share one. */
public final class Coding implements Serializable {
    /** The level of rows without a value; it stands last. */
    public static final String MISSING = "missing";
    /** The level of rare values. */
    public static final String POOLED = "pooled";
    /** Visits of episodes without labels that come later than this are one level. */
    public static final int LAST_VISIT = 12;

    private static final String LATER = ">" + LAST_VISIT;
    private static final long serialVersionUID = 1L;

    private final Attribute arms;
    private final ArrayList<Attribute> attributes = new ArrayList<>();
    private final Layout layout;

    /** By sample. */
    private final ArrayList<Levels> levels = new ArrayList<>();

    /**
     * A coding.
     *
     * @param caseMix names of the factors
     * @param rare by sample, the values of each factor, visits among them, that are pooled
     * @param visitOrder the visits in their order
     */
    public Coding(
            Vocabulary vocabulary, List<String> caseMix, List<Map<String, Set<String>>> rare, List<String> visitOrder) {
        this(Attribute.TECHNIQUE, vocabulary, caseMix, rare, visitOrder);
    }

    private Coding(
            Attribute arms,
            Vocabulary vocabulary,
            List<String> caseMix,
            List<Map<String, Set<String>>> rare,
            List<String> visitOrder) {
        this.arms = arms;
        List<Factor> factors = new ArrayList<>(List.of(new Factor(arms.column(), vocabulary.values(arms))));
        for (String name : caseMix) {
            Attribute attribute = Attribute.ofFactor(name);
            attributes.add(attribute);
            factors.add(caseMix(name, vocabulary.values(attribute), rare));
        }
        List<String> visits = new ArrayList<>(visitOrder);
        if (pool("visit", visits, rare)) {
            visits.add(POOLED);
        }
        factors.add(new Factor("visit", visits));
        layout = new Layout(factors);
        rare.forEach(own -> levels.add(new Levels(own, factors, attributes, vocabulary)));
    }

    /** With clinics or practitioners in the place of techniques, for one sample without visits. */
    static Coding of(Attribute group, Vocabulary vocabulary, List<String> caseMix, Map<String, Set<String>> rare) {
        return new Coding(group, vocabulary, caseMix, List.of(rare), List.of());
    }

    private static Factor caseMix(String name, List<String> values, List<Map<String, Set<String>>> rare) {
        List<String> kept = new ArrayList<>(values);
        kept.remove(MISSING);
        kept.add(MISSING);
        boolean isPooled = pool(name, kept, rare);
        boolean hasMissing = kept.remove(MISSING);
        if (isPooled) {
            kept.add(POOLED);
        }
        kept.sort(null);
        if (hasMissing) {
            kept.add(MISSING);
        }
        return new Factor(name, kept);
    }

    /** Takes out what is rare in all samples, and tells whether any sample has rare values. */
    private static boolean pool(String factor, List<String> values, List<Map<String, Set<String>>> rare) {
        values.removeIf(value -> rare.stream().allMatch(own -> of(own, factor).contains(value)));
        return rare.stream().anyMatch(own -> !of(own, factor).isEmpty());
    }

    private static Set<String> of(Map<String, Set<String>> rare, String factor) {
        return rare.getOrDefault(factor, Set.of());
    }

    /** The level of the visit of a number. */
    public static String numbered(int number) {
        return number > LAST_VISIT ? LATER : String.valueOf(number);
    }

    /** Where the levels stand in a vector. */
    public Layout layout() {
        return layout;
    }

    /** Gives a row its levels. */
    void code(AnalysisRow row) {
        Levels of = levels.get(row.sample);
        int visit = layout.visit();
        int[] own = row.levels.length == visit + 1 ? row.levels : new int[visit + 1];
        own[0] = arms == Attribute.TECHNIQUE ? row.technique : row.code(arms);
        if (row.coded != row.about || row.codedFor != row.sample) {
            for (int f = 1; f < visit; f++) {
                own[f] = of.codes[f - 1][row.code(attributes.get(f - 1)) + 1];
            }
            row.coded = row.about;
            row.codedFor = row.sample;
        }
        own[visit] = row.visit >= 0 ? of.labels[row.visit] : of.numbers[Math.min(-1 - row.visit, LAST_VISIT + 1)];
        row.levels = own;
    }

    /** What becomes of values in one sample. */
    private static final class Levels implements Serializable {
        private static final long serialVersionUID = 1L;

        /** For each factor of case mix, the level of a code by code + 1. */
        private final int[][] codes;

        private final int[] labels;
        private final int[] numbers;

        Levels(Map<String, Set<String>> rare, List<Factor> factors, List<Attribute> attributes, Vocabulary vocabulary) {
            codes = new int[attributes.size()][];
            for (int f = 0; f < codes.length; f++) {
                Factor factor = factors.get(f + 1);
                Stream<String> values =
                        Stream.concat(Stream.of(MISSING), vocabulary.values(attributes.get(f)).stream());
                codes[f] = values.mapToInt(value -> level(factor, value, rare)).toArray();
            }
            Factor visit = factors.get(factors.size() - 1);
            labels = vocabulary.values(Attribute.VISIT).stream()
                    .mapToInt(label -> level(visit, label, rare))
                    .toArray();
            numbers = IntStream.rangeClosed(0, LAST_VISIT + 1)
                    .map(number -> level(visit, numbered(number), rare))
                    .toArray();
        }

        /** A value's level, or the pooled one, or −1 where there is neither. */
        private static int level(Factor factor, String value, Map<String, Set<String>> rare) {
            return factor.level(of(rare, factor.name()).contains(value) ? POOLED : value);
        }
    }
}
