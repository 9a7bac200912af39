package physio.outcomes.ingest.draft;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The words of a name, however it is written: {@code PatientenNr}, {@code patienten_nr} and {@code Patienten-Nr.} are the same. */
record Words(List<String> words) {

    static Words of(String name) {
        String german = name.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String plain = Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return new Words(plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1)));
    }

    /** All of them in one. */
    String joined() {
        return String.join("", words);
    }

    boolean containsAll(Words others) {
        return !others.words.isEmpty() && words.containsAll(others.words);
    }
}
