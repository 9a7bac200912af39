package physio.outcomes.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed texts of reports and the signs that numbers are written with, from one file a language.
 *
 * <p>A text holds {@code {0}}, {@code {1}} … for what is filled in; apostrophes and other signs stand for themselves, which they do
 * not in Java's message formats. A process writes in one language, as with Java's default locale: it is chosen before the first page.
 */
public final class Texts {
    /** What stands for the first, the second … of the words that are filled in. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private static volatile Texts chosen = new Texts(TextFile.english());

    private final Map<String, String> byKey;

    private Texts(Map<String, String> byKey) {
        this.byKey = byKey;
    }

    /** From now on texts are these, in the language of their key {@code language}. */
    public static void choose(Map<String, String> texts) {
        chosen = new Texts(texts);
    }

    /** A text with words in the places for them. */
    public static String say(String key, String... words) {
        return PLACEHOLDER.matcher(chosen.text(key)).replaceAll(place -> Matcher.quoteReplacement(word(place, words)));
    }

    /** The text of one of several, whose key is a group's and its name in small letters. */
    public static String say(String group, Enum<?> one) {
        return say(group + "." + one.name().toLowerCase(Locale.ROOT));
    }

    /** The text for one thing, of key {@code <key>.one}, or that for none or several, {@code <key>.many}. */
    public static String say(long things, String key, String... words) {
        return say(key + (things == 1 ? ".one" : ".many"), words);
    }

    /** A text that not every name has, such as the label of a column. */
    static Optional<String> find(String key) {
        return Optional.ofNullable(chosen.byKey.get(key));
    }

    /** A number as Java writes it, with the language's signs. */
    public static String number(String plain) {
        StringBuilder written = new StringBuilder();
        plain.chars().forEach(sign -> {
            switch (sign) {
                case '.' -> written.append(say("number.decimal"));
                case ',' -> written.append(say("number.group"));
                case '-' -> written.append(say("number.minus"));
                default -> written.append((char) sign);
            }
        });
        return written.toString();
    }

    private String text(String key) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("Invalid text: " + key + " (must be in the file of texts)");
        }
        return text;
    }

    private static String word(MatchResult place, String... words) {
        return words[Integer.parseInt(place.group(1))];
    }
}
