package physio.outcomes.report;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language that no text is written in: that of the file of texts with each letter changed. What is left in Latin letters is no fixed text. */
public final class OtherLetters {
    /** The id of a table or column is one word, so that a name in it excuses no text. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,}");

    private OtherLetters() {}

    /** All texts, their letters Cyrillic. */
    public static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        TextFile.english().forEach((key, text) -> texts.put(key, changed(text)));
        texts.put("language", "xx");
        return texts;
    }

    /** The words of a page in Latin letters, but for those of names and settings. */
    public static Set<String> left(String html, String names) {
        String said = html.replaceAll("(?s)<style>.*?</style>", " ")
                .replaceAll("<[^>]* aria-label=\"([^\"]*)\"[^>]*>", " $1 ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("&[a-z]+;", " ");
        Set<String> words = words(said);
        words.removeAll(words(names));
        return words;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String changed(String text) {
        return text.chars()
                .mapToObj(letter -> String.valueOf((char)
                        (Character.isLetter(letter) && letter < 128
                                ? 'а' + Character.toLowerCase(letter) - 'a'
                                : letter)))
                .collect(Collectors.joining());
    }
}
