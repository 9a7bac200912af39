package physio.outcomes.catalogue;

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
import physio.outcomes.domain.UserException;

/** Reads YAML into {@link YamlNode}s: scalars stay the text that was written, a repeated key is an error. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final String name;

    private YamlTree(YAMLParser parser, String name) {
        this.parser = parser;
        this.name = name;
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
        YamlNode top = readNode(text, name);
        if (top instanceof YamlNode.Keys keys) {
            return keys;
        }
        if (top instanceof YamlNode.Text empty && empty.value().isEmpty()) {
            return new YamlNode.Keys(Map.of(), 1);
        }
        throw UserException.usage("Invalid settings in " + name + ": the top of the file must be keys with values.");
    }

    /** Whatever stands at the top of a text. */
    static YamlNode readNode(String text, String name) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return parser.nextToken() == null ? new YamlNode.Text("", 1) : new YamlTree(parser, name).node();
        } catch (JsonProcessingException malformed) {
            throw UserException.usage("Invalid YAML in " + name + ", line "
                    + malformed.getLocation().getLineNr() + ": check indentation and quotes there.");
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
            keys.nodes().forEach((key, below) -> plain.put(key, plain(below)));
            return plain;
        }
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(YamlTree::plain).toList();
        }
        return ((YamlNode.Text) node).value();
    }

    private YamlNode node() throws IOException {
        int line = parser.currentLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return keys(line);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(line);
        }
        return new YamlNode.Text(token == JsonToken.VALUE_NULL ? "" : parser.getText(), line);
    }

    private YamlNode keys(int line) throws IOException {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (nodes.put(key, node()) != null) {
                throw UserException.usage("Invalid YAML in " + name + ", line "
                        + parser.currentLocation().getLineNr() + ": the key '" + key + "' stands there twice.");
            }
        }
        return new YamlNode.Keys(nodes, line);
    }

    private YamlNode items(int line) throws IOException {
        List<YamlNode> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node());
        }
        return new YamlNode.Items(nodes, line);
    }
}
