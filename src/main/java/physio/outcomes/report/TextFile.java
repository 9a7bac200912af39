package physio.outcomes.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings.Report;
import physio.outcomes.domain.UserException;

/** A file of texts in one language, a property a text, in UTF-8. */
public final class TextFile {
    private static final int MOST_NAMED = 5;

    private TextFile() {}

    /** The texts that the settings ask for, by key. */
    public static Map<String, String> of(Report settings) {
        return settings.language().equals(Report.ENGLISH) ? english() : translated(Path.of(settings.language()));
    }

    /** All texts in English, by key. */
    public static Map<String, String> english() {
        String name = "/texts." + Report.ENGLISH + ".properties";
        try (InputStream stream = Objects.requireNonNull(TextFile.class.getResourceAsStream(name), name)) {
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The texts of a file, by key; none may be missing, or a page would be in two languages.
     *
     * @throws UserException when the file cannot be read, or its texts are not those that reports need
     */
    static Map<String, String> translated(Path file) {
        Map<String, String> texts = read(file);
        Map<String, String> english = english();
        refuse(file, "lacks the texts", without(english.keySet(), texts.keySet()));
        refuse(file, "has texts that no report asks for", without(texts.keySet(), english.keySet()));
        Set<String> astray = english.keySet().stream()
                .filter(key -> !places(english.getOrDefault(key, "")).equals(places(texts.getOrDefault(key, ""))))
                .collect(Collectors.toCollection(TreeSet::new));
        refuse(file, "has other places to fill, such as {0}, than English in", astray);
        return texts;
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw UserException.usage("Cannot read the texts " + file
                    + ": check report.language in the settings, and that the file holds properties in UTF-8.");
        }
    }

    private static Map<String, String> read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Set<String> places(String text) {
        return Texts.PLACEHOLDER
                .matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    private static void refuse(Path file, String what, Set<String> keys) {
        if (!keys.isEmpty()) {
            String more = keys.size() > MOST_NAMED ? " and " + (keys.size() - MOST_NAMED) + " more" : "";
            throw UserException.usage("The file " + file + " " + what + " "
                    + keys.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more + ".");
        }
    }
}
