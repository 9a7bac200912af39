package physio.outcomes.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import physio.outcomes.domain.UserException;

/** Reads YAML into {@link YamlNode}s: scalars stay the text that was written, a repeated key is an error. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Function<JsonLocation, Place> places;

    private YamlTree(YAMLParser parser, Function<JsonLocation, Place> places) {
        this.parser = parser;
        this.places = places;
    }

    /** The mapping at the top of a file; an empty file is an empty mapping. */
    static YamlNode.Keys read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot read " + file + ": it is missing or not readable as UTF-8.");
        }
    }

    /** The mapping at the top of a text; {@code name} says in messages where it came from. */
    static YamlNode.Keys read(String text, String name) {
        YamlNode top = node(text, at -> Place.in(name, at.getLineNr(), at.getColumnNr()));
        if (top instanceof YamlNode.Keys keys) {
            return keys;
        }
        if (top instanceof YamlNode.Text empty && empty.value().isEmpty()) {
            return YamlNode.Keys.none(top.place());
        }
        throw UserException.usage("Invalid settings in " + name + ": the top of the file must be keys with values.");
    }

    /** Whatever a text holds that was not written in a file: every piece of it stands at one place. */
    static YamlNode readAt(Place place, String text) {
        return node(text, at -> place);
    }

    private static YamlNode node(String text, Function<JsonLocation, Place> places) {
        try (YAMLParser parser = YAML.createParser(text)) {
            YamlTree tree = new YamlTree(parser, places);
            if (parser.nextToken() == null) {
                return new YamlNode.Text("", places.apply(parser.currentTokenLocation()));
            }
            YamlNode top = tree.node();
            if (parser.nextToken() != null) {
                throw tree.invalid("a second document begins there; keep one a file");
            }
            return top;
        } catch (JsonProcessingException malformed) {
            throw invalid(
                    places.apply(malformed.getLocation()),
                    "check indentation and quotes there (a value that begins with *, &, @ or % needs quotes)");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A tree as JSON, which is YAML too: the same tree gives the same text. */
    static String write(YamlNode node) {
        try {
            return new ObjectMapper().writeValueAsString(plain(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object plain(YamlNode node) {
        if (node instanceof YamlNode.Keys keys) {
            Map<String, Object> plain = new LinkedHashMap<>();
            keys.entries().forEach((key, below) -> plain.put(key, plain(below.value())));
            return plain;
        }
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(YamlTree::plain).toList();
        }
        return ((YamlNode.Text) node).value();
    }

    private YamlNode node() throws IOException {
        Place place = places.apply(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return keys(place);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(place);
        }
        if (parser.isCurrentAlias()) {
            throw invalid("put quotes round a value that begins with *, or write it out if it is a YAML alias");
        }
        return new YamlNode.Text(token == JsonToken.VALUE_NULL ? "" : parser.getText(), place);
    }

    private YamlNode keys(Place place) throws IOException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place at = places.apply(parser.currentTokenLocation());
            parser.nextToken();
            if (entries.put(key, new YamlNode.Entry(at, node())) != null) {
                throw invalid(at, "the key '" + key + "' stands there for the second time");
            }
        }
        return new YamlNode.Keys(entries, place);
    }

    private YamlNode items(Place place) throws IOException {
        List<YamlNode> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node());
        }
        return new YamlNode.Items(nodes, place);
    }

    private UserException invalid(String what) {
        return invalid(places.apply(parser.currentTokenLocation()), what);
    }

    private static UserException invalid(Place place, String what) {
        return UserException.usage("Invalid YAML at " + place.text() + ": " + what + ".");
    }
}
