package physio.outcomes.ingest.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.TechniqueNames;
import physio.outcomes.domain.NearestName;

/** Guesses the technique that a text means. */
final class TechniqueWords {
    /** Parts of words that mean a technique, by its code: guesses, and only if the catalogue has that code. */
    private static final Map<String, List<String>> STEMS = """
            effleurage: streich, effleurage, stroking, ausstreich
            petrissage: knet, walkung, petrissage, kneading
            deep_tissue: tiefengeweb, tiefenmassage, deeptissue, tiefemassage
            myofascial_release: faszi, fasci, myofas
            trigger_point: trigger
            stretching: dehn, stretch
            pnf: pnf, propriozeptiv, proprioceptive
            friction: friktion, friction, cyriax
            """.lines()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> List.of(line[1].split(", ", -1))));

    private final TechniqueNames names;
    private final Settings settings;

    TechniqueWords(Settings settings) {
        this.names = new TechniqueNames(settings);
        this.settings = settings;
    }

    /** Whether ingest reads the text without a value map. */
    boolean isKnown(String text) {
        return names.isKnown(text);
    }

    /** The code of the one technique that a text names or seems to name. */
    Optional<String> single(String text) {
        return names.code(text).or(() -> likely(text));
    }

    /** The same, of several too: in code-point order and joined by {@code +}. */
    Optional<String> code(String text) {
        List<Optional<String>> parts = Arrays.stream(text.split("\\s*(?:[+,;/&]|\\bund\\b|\\band\\b)\\s*", -1))
                .map(this::single)
                .toList();
        if (parts.size() > 1 && parts.stream().allMatch(Optional::isPresent)) {
            return Optional.of(String.join(
                    "+", new TreeSet<>(parts.stream().map(Optional::orElseThrow).toList())));
        }
        return single(text);
    }

    private Optional<String> likely(String text) {
        Words words = Words.of(text);
        List<String> codes = settings.techniques().values().stream()
                .filter(technique -> words.containsAll(Words.of(technique.code()))
                        || words.containsAll(Words.of(technique.label()))
                        || STEMS.getOrDefault(technique.code(), List.of()).stream()
                                .anyMatch(words.joined()::contains))
                .map(Settings.Technique::code)
                .toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : codes.isEmpty() ? near(text) : Optional.empty();
    }

    /** A slip of the pen: of a short name, three edits make anything. */
    private Optional<String> near(String text) {
        String folded = TechniqueNames.folded(text);
        return folded.length() < 7
                ? Optional.empty()
                : NearestName.of(folded, names.names()).flatMap(names::code);
    }
}
