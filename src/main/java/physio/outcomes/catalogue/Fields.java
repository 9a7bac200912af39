package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.UserException;

/**
 * The keys of one YAML mapping while they are read: each is asked for by name, and what nobody asked for is an error
 * that names the nearest key that somebody did.
 */
final class Fields {
    private final YamlNode.Keys keys;
    private final String path;
    private final TreeSet<String> known = new TreeSet<>();

    Fields(YamlNode.Keys keys, String path) {
        this.keys = keys;
        this.path = path;
    }

    Optional<String> text(String key) {
        return node(key).map(node -> asText(key, node));
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> invalid(key, "is missing"));
    }

    Optional<BigDecimal> decimal(String key) {
        return text(key).map(text -> decimalOf(key, text));
    }

    Optional<Integer> integer(String key) {
        return decimal(key).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException fractional) {
                throw invalid(key, "must be a whole number");
            }
        });
    }

    Optional<Boolean> flag(String key) {
        return text(key).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key, "must be true or false");
        });
    }

    /** One text or a list of texts. */
    Optional<List<String>> texts(String key) {
        return node(key)
                .map(node -> node instanceof YamlNode.Items items
                        ? items.nodes().stream().map(item -> asText(key, item)).toList()
                        : List.of(asText(key, node)));
    }

    <T> List<T> each(String key, Function<Fields, T> reader) {
        return node(key)
                .map(node -> {
                    if (node instanceof YamlNode.Items items) {
                        return items.nodes().stream()
                                .map(item -> reading(key, item, reader))
                                .toList();
                    }
                    throw invalid(key, "must be a list");
                })
                .orElse(List.of());
    }

    /** The named entries below a key, in the order of the file. */
    <T> Map<String, T> entries(String key, Reader<T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        node(key)
                .map(node -> asKeys(key, node))
                .ifPresent(below -> below.nodes().forEach((name, node) -> {
                    Fields fields = new Fields(asKeys(key + "." + name, node), path + key + "." + name + ".");
                    entries.put(name, reader.read(name, fields));
                    fields.rejectUnknown();
                }));
        return entries;
    }

    /** The texts below a key by name. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        node(key)
                .map(node -> asKeys(key, node))
                .ifPresent(below -> below.nodes().forEach((name, node) -> texts.put(name, asText(name, node))));
        return texts;
    }

    <T> Optional<T> section(String key, Function<Fields, T> reader) {
        return node(key).map(node -> reading(key, node, reader));
    }

    /** Says what a key must be; the message names file path of the key, never a record. */
    UserException invalid(String key, String what) {
        return UserException.usage(
                "Invalid setting '" + path + key + "' (near line " + keys.line() + "): it " + what + ".");
    }

    /** The keys that stand here, for a section whose keys are the user's own. */
    List<String> keys() {
        return List.copyOf(keys.nodes().keySet());
    }

    void rejectUnknown() {
        keys.nodes().keySet().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw UserException.usage("Unknown setting '" + path + key + "'" + NearestName.hint(key, known)
                            + " Known there: " + String.join(", ", known) + ".");
                });
    }

    private <T> T reading(String key, YamlNode node, Function<Fields, T> reader) {
        Fields fields = new Fields(asKeys(key, node), path + key + ".");
        T value = reader.apply(fields);
        fields.rejectUnknown();
        return value;
    }

    private Optional<YamlNode> node(String key) {
        known.add(key);
        return Optional.ofNullable(keys.nodes().get(key));
    }

    private YamlNode.Keys asKeys(String key, YamlNode node) {
        if (node instanceof YamlNode.Keys below) {
            return below;
        }
        if (node instanceof YamlNode.Text text && text.value().isEmpty()) {
            return new YamlNode.Keys(Map.of(), text.line());
        }
        throw invalid(key, "must be keys with values");
    }

    private String asText(String key, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.value();
        }
        throw invalid(key, "must be a single value");
    }

    private BigDecimal decimalOf(String key, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw invalid(key, "must be a number");
        }
    }

    /** Reads one named entry. */
    interface Reader<T> {
        T read(String name, Fields fields);
    }
}
