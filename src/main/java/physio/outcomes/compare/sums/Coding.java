package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final ArrayList<Attribute> attributes = new ArrayList<>();
    private final Layout layout;

    /** For each factor of case mix, the level of a code by code + 1. */
    private final int[][] levels;

    private final int[] ofLabels;
    private final int[] ofNumbers = new int[LAST_VISIT + 2];

    /**
     * A coding.
     *
     * @param caseMix names of the factors
     * @param rare the values of each factor, visits among them, that are pooled
     * @param visitOrder the visits in their order
     */
    public Coding(Vocabulary vocabulary, List<String> caseMix, Map<String, Set<String>> rare, List<String> visitOrder) {
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor("technique", vocabulary.values(Attribute.TECHNIQUE)));
        levels = new int[caseMix.size()][];
        for (int f = 0; f < levels.length; f++) {
            Attribute attribute = Attribute.ofFactor(caseMix.get(f));
            attributes.add(attribute);
            List<String> values = vocabulary.values(attribute);
            Factor factor = new Factor(caseMix.get(f), kept(values, rare.getOrDefault(caseMix.get(f), Set.of())));
            levels[f] = new int[values.size() + 1];
            levels[f][0] = level(factor, MISSING);
            for (int code = 0; code < values.size(); code++) {
                levels[f][code + 1] = level(factor, values.get(code));
            }
            factors.add(factor);
        }
        Factor visit = new Factor("visit", keptInOrder(visitOrder, rare.getOrDefault("visit", Set.of())));
        factors.add(visit);
        ofLabels = vocabulary.values(Attribute.VISIT).stream()
                .mapToInt(label -> level(visit, label))
                .toArray();
        for (int number = 1; number <= LAST_VISIT + 1; number++) {
            ofNumbers[number] = level(visit, numbered(number));
        }
        layout = new Layout(factors);
    }

    /** The level of the visit of a number. */
    public static String numbered(int number) {
        return number > LAST_VISIT ? LATER : String.valueOf(number);
    }

    /** A value's level, or the pooled one, or −1 where the value never occurs. */
    private static int level(Factor factor, String value) {
        int level = factor.level(value);
        return level >= 0 ? level : factor.level(POOLED);
    }

    private static List<String> kept(List<String> values, Set<String> rare) {
        List<String> kept = new ArrayList<>(values);
        kept.removeAll(rare);
        kept.removeAll(Set.of(MISSING));
        if (!rare.isEmpty()) {
            kept.add(POOLED);
        }
        kept.sort(null);
        if (!rare.contains(MISSING)) {
            kept.add(MISSING);
        }
        return kept;
    }

    private static List<String> keptInOrder(List<String> values, Set<String> rare) {
        List<String> kept = new ArrayList<>(values);
        kept.removeAll(rare);
        if (!rare.isEmpty()) {
            kept.add(POOLED);
        }
        return kept;
    }

    /** Where the levels stand in a vector. */
    public Layout layout() {
        return layout;
    }

    /** Gives a row its levels. */
    void code(AnalysisRow row) {
        int[] own = row.levels.length == levels.length + 2 ? row.levels : new int[levels.length + 2];
        own[0] = row.technique;
        for (int f = 0; row.coded != row.about && f < levels.length; f++) {
            own[f + 1] = levels[f][row.code(attributes.get(f)) + 1];
        }
        row.coded = row.about;
        own[levels.length + 1] =
                row.visit >= 0 ? ofLabels[row.visit] : ofNumbers[Math.min(-1 - row.visit, LAST_VISIT + 1)];
        row.levels = own;
    }
}
