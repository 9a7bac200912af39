package physio.outcomes.report;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remarks that tables hold beside estimates, such as {@code not comparable: an arm has fewer than 20 patients}, in the language of
 * {@link Texts}. The English words of a remark, without its numbers, are the key of its text; a remark that has none, such as the
 * name of a term, stays as it is.
 */
final class Notes {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern UNBALANCED =
            Pattern.compile("after weighting the arms still differ in (.+) by more than (.+) standard deviations");

    private Notes() {}

    /** Remarks that semicolons join, the reason of each after a colon. */
    static String of(String notes) {
        return joined(notes, "; ", note -> joined(note, ": ", Notes::said));
    }

    private static String joined(String parts, String by, UnaryOperator<String> said) {
        return Stream.of(parts.split(by, -1)).map(said).collect(Collectors.joining(by));
    }

    private static String said(String words) {
        Matcher unbalanced = UNBALANCED.matcher(words);
        return unbalanced.matches()
                ? Texts.say("note.differ.in", term(unbalanced.group(1)), Texts.number(unbalanced.group(2)))
                : known(key(words), numbers(words)).orElse(words);
    }

    private static String term(String words) {
        return Stream.of("baseline by body region ", "clinic ")
                .filter(words::startsWith)
                .findFirst()
                .flatMap(start -> known("differ." + key(start), words.substring(start.length())))
                .or(() -> known("differ." + key(words)))
                .orElse(words);
    }

    private static Optional<String> known(String name, String... words) {
        String key = "note." + name;
        return Texts.find(key).map(text -> Texts.say(key, words));
    }

    private static String key(String words) {
        return Stream.of(NUMBER.matcher(words).replaceAll("").split("[^A-Za-z]+"))
                .collect(Collectors.joining("_"));
    }

    private static String[] numbers(String words) {
        return NUMBER.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(Texts::number)
                .toArray(String[]::new);
    }
}
