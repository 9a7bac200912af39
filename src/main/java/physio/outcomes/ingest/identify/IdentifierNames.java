package physio.outcomes.ingest.identify;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import physio.outcomes.ingest.identify.Identified.Evidence;

/** Tells from a column's name whether it identifies people. */
public final class IdentifierNames {
    private IdentifierNames() {}

    /**
     * The first column that is named like an identifier.
     *
     * @param leftOut columns that the mapping leaves out by name
     */
    public static Optional<Identified> firstOf(List<String> names, Set<String> leftOut) {
        for (String name : names) {
            Optional<IdentifierKind> kind = leftOut.contains(name.strip()) ? Optional.empty() : kind(name);
            if (kind.isPresent()) {
                return Optional.of(new Identified(name.strip(), kind.get(), Evidence.NAME));
            }
        }
        return Optional.empty();
    }

    /** What a name identifies people by, if it does. */
    static Optional<IdentifierKind> kind(String name) {
        List<String> words = HeaderWords.of(name);
        for (IdentifierKind kind : IdentifierKind.values()) {
            boolean isAlone = NamePhrases.ALONE.getOrDefault(kind, List.of()).contains(words);
            if (isAlone
                    || NamePhrases.ANYWHERE.getOrDefault(kind, List.of()).stream()
                            .anyMatch(phrase -> says(words, phrase))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static boolean says(List<String> words, List<String> phrase) {
        if (String.join("", words).equals(String.join("", phrase))) {
            return true;
        }
        int at = Collections.indexOfSubList(words, phrase);
        if (at < 0) {
            return false;
        }
        int after = at + phrase.size();
        boolean isOrganisations = at > 0 && NamePhrases.ORGANISATIONS.contains(words.get(at - 1));
        boolean isContact = after < words.size() && NamePhrases.CONTACTS.contains(words.get(after));
        return !isOrganisations && !isContact;
    }
}
