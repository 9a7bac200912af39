package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.UserException;

/**
 * The keys of one YAML mapping while they are read: each is asked for by name, and what nobody asked for is an error
 * that names the nearest key that somebody did.
 */
final class Fields {
    /** Of a shorter name, a few edits make any other. */
    private static final int SHORTEST_TO_MISTYPE = 3;

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

    /** A number above zero. */
    Optional<BigDecimal> positive(String key) {
        Optional<BigDecimal> number = decimal(key);
        if (number.isPresent() && number.get().signum() <= 0) {
            throw invalid(key, "must be above 0");
        }
        return number;
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

    /** One text or a list of texts; a key with nothing behind it is an empty list. */
    Optional<List<String>> texts(String key) {
        return node(key)
                .map(node -> node instanceof YamlNode.Items items
                        ? items.nodes().stream().map(item -> asText(key, item)).toList()
                        : Stream.of(asText(key, node))
                                .filter(text -> !text.isEmpty())
                                .toList());
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
        below(key).entries().forEach((name, entry) -> {
            Fields fields = new Fields(asKeys(key + "." + name, entry.value()), path + key + "." + name + ".");
            entries.put(name, reader.read(name, fields));
            fields.rejectUnknown();
        });
        return entries;
    }

    /** The texts below a key by name. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        below(key).entries().forEach((name, entry) -> texts.put(name, asText(key, entry.value())));
        return texts;
    }

    <T> Optional<T> section(String key, Function<Fields, T> reader) {
        return node(key).map(node -> reading(key, node, reader));
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    /** Says what the value of a key must be; the message names the place of the value, never a record. */
    UserException invalid(String key, String what) {
        return wrong(key, keys.entry(key).map(entry -> entry.value().place()).orElse(keys.place()), what);
    }

    /** The same of one text of a list, by its index. */
    UserException invalidItem(String key, int index, String what) {
        boolean isList = keys.entry(key)
                .filter(entry -> entry.value() instanceof YamlNode.Items)
                .isPresent();
        return isList
                ? wrong(
                        key,
                        ((YamlNode.Items) keys.entry(key).orElseThrow().value())
                                .nodes()
                                .get(index)
                                .place(),
                        what)
                : invalid(key, what);
    }

    /** The same of what stands under a name below a key. */
    UserException invalidEntry(String key, String name, String what) {
        return at(key).invalid(name, what);
    }

    /** Says that a key cannot stand here; the message names the place of the key. */
    UserException misplaced(String key, String what) {
        return wrong(key, keyPlace(key), what);
    }

    /** The same of a name below a key. */
    UserException misplacedEntry(String key, String name, String what) {
        return at(key).misplaced(name, what);
    }

    /** What stands below a key, for a check of what was read already. */
    Fields at(String key) {
        return new Fields(below(key), path + key + ".");
    }

    /** Where these keys begin. */
    Place place() {
        return keys.place();
    }

    /** Where a key stands, or where it would. */
    Place keyPlace(String key) {
        return keys.entry(key).map(YamlNode.Entry::key).orElse(keys.place());
    }

    /** What somebody probably meant, for the end of what is said of a value. */
    static String suggestion(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .filter(nearest -> name.length() >= SHORTEST_TO_MISTYPE)
                .map(nearest -> " (did you mean '" + nearest + "'?)")
                .orElse("");
    }

    /** The keys that stand here, for a section whose keys are the user's own. */
    List<String> keys() {
        return List.copyOf(keys.names());
    }

    /** Refuses a key that nobody asked for. */
    void rejectUnknown() {
        rejectUnknown(known);
    }

    /** Refuses a key that is none of these; for a reader that asks for some of them only in some cases. */
    void rejectUnknown(Iterable<String> allowed) {
        allowed.forEach(known::add);
        keys.names().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw UserException.usage("Unknown setting '" + path + key + "' at "
                    + keyPlace(key).text() + NearestName.hint(key, known) + " Known there: "
                    + String.join(", ", known) + ".");
        });
    }

    private UserException wrong(String key, Place place, String what) {
        return UserException.usage("Invalid setting '" + path + key + "' at " + place.text() + ": it " + what + ".");
    }

    private <T> T reading(String key, YamlNode node, Function<Fields, T> reader) {
        Fields fields = new Fields(asKeys(key, node), path + key + ".");
        T value = reader.apply(fields);
        fields.rejectUnknown();
        return value;
    }

    private Optional<YamlNode> node(String key) {
        known.add(key);
        return keys.entry(key).map(YamlNode.Entry::value);
    }

    private YamlNode.Keys below(String key) {
        return node(key).map(node -> asKeys(key, node)).orElse(YamlNode.Keys.none(keys.place()));
    }

    private YamlNode.Keys asKeys(String key, YamlNode node) {
        if (node instanceof YamlNode.Keys below) {
            return below;
        }
        if (node instanceof YamlNode.Text text && text.value().isEmpty()) {
            return YamlNode.Keys.none(text.place());
        }
        throw wrong(key, node.place(), "must be keys with values");
    }

    private String asText(String key, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.value();
        }
        throw wrong(key, node.place(), "must be a single value");
    }

    private BigDecimal decimalOf(String key, String text) {
        try {
            return DecimalText.read(text);
        } catch (NumberFormatException notANumber) {
            throw invalid(key, "must be a number");
        }
    }

    /** Reads one named entry. */
    interface Reader<T> {
        T read(String name, Fields fields);
    }
}
