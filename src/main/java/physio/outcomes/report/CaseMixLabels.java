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
        return level.isEmpty() ? factor(name) : factor(name) + ": " + level(name, level);
    }

    private String baseline(String measure) {
        return subject.measures().stream()
                .filter(one -> one.id().equals(measure))
                .map(one -> Texts.say("case_mix.baseline.of", inSentence(one), one.unit()))
                .findFirst()
                .orElseGet(() -> Texts.say("case_mix.baseline.unknown", measure));
    }

    private static String inSentence(Measure measure) {
        return measure.label().toLowerCase(Locale.ROOT);
    }

    /** A term of a model, such as {@code baseline:body_regionneck}. */
    String term(String term) {
        return switch (term) {
            case BASELINE, "earlier_episodes" -> factor(term);
            case "baseline^2" -> Texts.say("case_mix.baseline.squared");
            default ->
                term.startsWith(BASELINE + ":")
                        ? Texts.say("case_mix.baseline.by", level(term.substring(BASELINE.length() + 1)))
                        : level(term);
        };
    }

    /** What a term of a model is about, without its level. */
    String characteristicOf(String term) {
        if (term.startsWith(BASELINE + ":")) {
            return Texts.say(
                    "case_mix.baseline.by",
                    FACTORS.stream()
                            .filter(term.substring(BASELINE.length() + 1)::startsWith)
                            .findFirst()
                            .map(CaseMixLabels::told)
                            .orElseGet(() -> Texts.say("case_mix.level")));
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
        return CodeLabels.of("case_mix", name);
    }

    /** A name such as {@code age_band} as words within a sentence. */
    static String told(String name) {
        return CodeLabels.told("case_mix", name);
    }

    private String level(String factor, String level) {
        return switch (level) {
            case "missing", "pooled" -> Texts.say("case_mix.level." + level);
            default -> factor.equals("body_region") ? subject.region(level) : level;
        };
    }
}
