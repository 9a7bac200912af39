package physio.outcomes.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.DataDictionary;
import physio.outcomes.report.TableFiles;

/**
 * The folder of one report below the reports: written aside and renamed into place, so that a reader sees the old report or the new
 * one, and no page of the old one stays.
 */
final class ReportFolder {
    private static final String RUN = "run.json";

    private final Path reports;
    private final String name;

    ReportFolder(Path reports, String name) {
        this.reports = reports;
        this.name = name;
    }

    /** What a report was made from: two with one origin are the same. Snapshots are of this store and no other. */
    record Origin(List<Integer> deliveries, String snapshots, String settings, String version, String request) {}

    Path page() {
        return reports.resolve(name).resolve("index.html");
    }

    /** Whether the report is there already, made from the same. */
    boolean isMadeFrom(Origin origin) {
        return Files.exists(page())
                && runRecord(reports.resolve(name))
                        .map(run -> run.path("origin").equals(new ObjectMapper().<JsonNode>valueToTree(origin)))
                        .orElse(false);
    }

    /**
     * Writes a report.
     *
     * @param files contents by file name
     * @param tables written as CSV below {@code tables/} and together as {@code results.json}
     * @param stages what each took
     */
    void write(
            String title,
            Map<String, byte[]> files,
            List<PublishedTable> tables,
            Origin origin,
            Map<String, Stages.Usage> stages) {
        Path aside = reports.resolve("." + name + ".new");
        try {
            delete(aside);
            Files.createDirectories(aside.resolve("tables"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(aside.resolve(file.getKey()), file.getValue());
            }
            for (PublishedTable table : tables) {
                Files.writeString(aside.resolve("tables").resolve(table.name() + ".csv"), TableFiles.csv(table));
            }
            Files.writeString(aside.resolve("tables").resolve("dictionary.csv"), DataDictionary.csv(tables));
            Files.writeString(aside.resolve("results.json"), TableFiles.json(title, tables));
            Files.writeString(aside.resolve(RUN), run(title, origin, stages));
            putInPlace(aside);
        } catch (IOException | UncheckedIOException failed) {
            throw UserException.store(
                    "Cannot write the report to " + reports.resolve(name) + ": check room and permissions.");
        }
    }

    /** The title of the report in a folder, when there is one. */
    static Optional<String> title(Path folder) {
        return runRecord(folder).map(run -> run.path("title").asText());
    }

    private void putInPlace(Path aside) throws IOException {
        Path place = reports.resolve(name);
        Path old = reports.resolve("." + name + ".old");
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static String run(String title, Origin origin, Map<String, Stages.Usage> stages) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode run = mapper.createObjectNode();
        run.put("title", title);
        run.set("origin", mapper.valueToTree(origin));
        ObjectNode used = run.putObject("stages");
        stages.forEach((stage, usage) ->
                used.putObject(stage).put("seconds", usage.seconds()).put("peak_heap_bytes", usage.peakHeapBytes()));
        return run.toPrettyString() + "\n";
    }

    private static Optional<JsonNode> runRecord(Path folder) {
        try {
            Path file = folder.resolve(RUN);
            return Files.exists(file)
                    ? Optional.of(new ObjectMapper().readTree(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
