package physio.outcomes.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant, for messages about names that nobody knows. */
public final class NearestName {
    private static final int FARTHEST = 3;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(FARTHEST);

    private NearestName() {}

    /** The known name within three edits of the given one; ties go to the first in code-point order. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> DISTANCE.apply(name, candidate) >= 0)
                .min(Comparator.comparing((String candidate) -> DISTANCE.apply(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a sentence about a name: {@code ; did you mean 'x'?}, or a full stop. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(".");
    }
}
