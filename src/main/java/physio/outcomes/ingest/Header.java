package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import physio.outcomes.catalogue.CanonicalColumns;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Origin;
import physio.outcomes.domain.NearestName;
import physio.outcomes.ingest.text.RefusedFile;

/** A file's header, checked against the mapping: every column is known or left out on purpose, and none that is needed is missing. */
final class Header {
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private Header(List<String> names) throws RefusedFile {
        for (String name : names) {
            if (positions.put(name.strip(), positions.size()) != null) {
                throw new RefusedFile("has a column twice in its header; rename or remove one of them.");
            }
        }
    }

    static Header check(List<String> names, Mapping mapping) throws RefusedFile {
        if (names.isEmpty()) {
            throw new RefusedFile("is empty; ask for it again.");
        }
        Header header = new Header(names);
        header.rejectMissing(mapping);
        header.rejectTwice(mapping);
        header.rejectUnknown(mapping);
        return header;
    }

    /** Where a column stands, from 0; absent when the file has none of that name. */
    Optional<Integer> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    /** Where the first of these columns stands that the file has. */
    Optional<Integer> position(List<String> names) {
        return present(names).findFirst().flatMap(this::position);
    }

    int size() {
        return positions.size();
    }

    private void rejectMissing(Mapping mapping) throws RefusedFile {
        List<String> missing = new ArrayList<>();
        mapping.columns().values().forEach(column -> absent(column.origin()).forEach(missing::add));
        mapping.where().keySet().stream()
                .filter(name -> !positions.containsKey(name))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new RefusedFile(missingSentence(missing, mapping));
        }
    }

    /** The columns that an origin needs and the file lacks; of one with aliases, the name that it is first called. */
    private Stream<String> absent(Origin origin) {
        if (origin instanceof From from) {
            return from.isOptional() || present(from.names()).findFirst().isPresent()
                    ? Stream.empty()
                    : from.names().stream().limit(1);
        }
        if (origin instanceof Joined joined && joined.isOptional()) {
            return Stream.empty();
        }
        return columnsOf(origin).stream().filter(name -> !positions.containsKey(name));
    }

    private Stream<String> present(List<String> names) {
        return names.stream().filter(positions::containsKey);
    }

    /** Two columns that mean the same may say different things, and nobody knows which of them is right. */
    private void rejectTwice(Mapping mapping) throws RefusedFile {
        for (Map.Entry<String, Mapping.Column> column : mapping.columns().entrySet()) {
            if (column.getValue().origin() instanceof From from) {
                List<String> present = present(from.names()).toList();
                if (present.size() > 1) {
                    throw new RefusedFile("has both '" + present.get(0) + "' and '" + present.get(1) + "', which the"
                            + " mapping takes for " + column.getKey() + "; take one of them out of the mapping's"
                            + " aliases and leave it out on purpose (ignore).");
                }
            }
        }
    }

    private static Collection<String> columnsOf(Origin origin) {
        if (origin instanceof From from) {
            return from.names();
        }
        if (origin instanceof Joined joined) {
            return joined.columns();
        }
        return origin instanceof Flags flags ? flags.techniques().keySet() : List.of();
    }

    private String missingSentence(List<String> missing, Mapping mapping) {
        if (positions.size() == 1 && mapping.csv().delimiter() == ',') {
            return "has one column only; declare its delimiter in a mapping (csv: {delimiter: \";\"});"
                    + " 'outcomes map' drafts one.";
        }
        if (missing.containsAll(CanonicalColumns.REQUIRED)) {
            return "has no header with the needed columns " + String.join(", ", CanonicalColumns.REQUIRED)
                    + "; give a --mapping, which 'outcomes map' drafts, or skip lines before the header with one.";
        }
        String name = missing.get(0);
        return "lacks the needed column '" + name + "'" + NearestName.hint(name, positions.keySet())
                + " Rename it or map it.";
    }

    private void rejectUnknown(Mapping mapping) throws RefusedFile {
        if (mapping.isIgnoringOthers()) {
            return;
        }
        Set<String> known = new TreeSet<>(mapping.ignored());
        known.addAll(mapping.where().keySet());
        mapping.columns().values().forEach(column -> known.addAll(columnsOf(column.origin())));
        for (String name : positions.keySet()) {
            if (!known.contains(name)) {
                throw new RefusedFile(
                        "has the column '" + printable(name) + "', which no mapping knows and which may identify"
                                + " somebody; map it, or leave it out on purpose (ignore: [" + printable(name) + "]).");
            }
        }
    }

    /** A header name is not a value, but a file without a header shows its first record there: letters only. */
    private static String printable(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z_ -]", "?");
        return letters.equals(name.toLowerCase(Locale.ROOT)) ? name : letters;
    }
}
