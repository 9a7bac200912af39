package physio.outcomes.ingest.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A column's name as words: {@code date_of_birth}, {@code dateOfBirth} and {@code Date of Birth} are the same two. */
final class HeaderWords {
    private static final Set<String> FILLERS = Set.of("of", "the", "der", "des", "die", "das", "von", "s");

    private HeaderWords() {}

    /** Lower-case words without digits and fillers; umlauts written out. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c) || beginsWord(name, i)) {
                add(word, words);
            }
            if (Character.isLetter(c)) {
                word.append(spelled(c));
            }
        }
        add(word, words);
        return words;
    }

    /** A capital after a small letter, or the last capital of several before a small letter: {@code NHSNumber}. */
    private static boolean beginsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        boolean isAfterSmall = Character.isLowerCase(name.charAt(at - 1));
        boolean isBeforeSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return isAfterSmall || (isBeforeSmall && Character.isUpperCase(name.charAt(at - 1)));
    }

    private static String spelled(char c) {
        return switch (Character.toLowerCase(c)) {
            case 'ä' -> "ae";
            case 'ö' -> "oe";
            case 'ü' -> "ue";
            case 'ß' -> "ss";
            default -> String.valueOf(c).toLowerCase(Locale.ROOT);
        };
    }

    private static void add(StringBuilder word, List<String> words) {
        if (!word.isEmpty() && !FILLERS.contains(word.toString())) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
