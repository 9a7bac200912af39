package physio.outcomes.report;

import java.util.List;
import java.util.Locale;
import physio.outcomes.catalogue.Measure;

/** Names of factors, levels and model terms as people read them. */
final class CaseMixLabels {
    private static final List<String> FACTORS =
            List.of("age_band", "sex", "body_region", "condition", "chronicity", "clinic");
    private static final String BASELINE = "baseline";
    private static final String BASELINE_OF = "baseline_";

    private final ComparisonSubject subject;

    CaseMixLabels(ComparisonSubject subject) {
        this.subject = subject;
    }

    /** A row of the table of characteristics, with its level where it has levels. */
    String characteristic(String name, String level) {
        if (name.startsWith(BASELINE_OF)) {
            return baseline(name.substring(BASELINE_OF.length()));
        }
        if (name.equals("sessions")) {
            return "Sessions in the episode";
        }
        return level.isEmpty() ? factor(name) : factor(name) + ": " + level(name, level);
    }

    private String baseline(String measure) {
        return subject.measures().stream()
                .filter(one -> one.id().equals(measure))
                .map(one -> "Baseline " + inSentence(one) + ", " + one.unit())
                .findFirst()
                .orElse("Baseline " + measure);
    }

    private static String inSentence(Measure measure) {
        return measure.label().toLowerCase(Locale.ROOT);
    }

    /** A term of a model, such as {@code baseline:body_regionneck}. */
    String term(String term) {
        return switch (term) {
            case BASELINE -> "Baseline";
            case "baseline^2" -> "Baseline, squared";
            case "earlier_episodes" -> "Earlier episodes";
            default ->
                term.startsWith(BASELINE + ":")
                        ? "Baseline by " + level(term.substring(BASELINE.length() + 1))
                        : level(term);
        };
    }

    /** What a term of a model is about, without its level. */
    String characteristicOf(String term) {
        if (term.startsWith(BASELINE + ":")) {
            return "Baseline by "
                    + FACTORS.stream()
                            .filter(term.substring(BASELINE.length() + 1)::startsWith)
                            .findFirst()
                            .map(CaseMixLabels::factor)
                            .orElse("level")
                            .toLowerCase(Locale.ROOT);
        }
        return FACTORS.stream()
                .filter(term::startsWith)
                .findFirst()
                .map(CaseMixLabels::factor)
                .orElseGet(() -> term(term));
    }

    private String level(String term) {
        return FACTORS.stream()
                .filter(term::startsWith)
                .findFirst()
                .map(factor -> characteristic(factor, term.substring(factor.length())))
                .orElse(term);
    }

    /** A name such as {@code age_band} as words. */
    static String factor(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String level(String factor, String level) {
        return switch (level) {
            case "missing" -> "not recorded";
            case "pooled" -> "rare ones together";
            default -> factor.equals("body_region") ? subject.region(level) : level;
        };
    }
}
