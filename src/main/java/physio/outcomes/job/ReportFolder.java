package physio.outcomes.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one report below the reports: written aside and renamed into place, so that a reader sees the old report or the new
 * one, and no page of the old one stays.
 */
final class ReportFolder {
    static final String RUN = "run.json";

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

    /** A new report, to be put in the place of the one that may be there. */
    ReportDraft draft() {
        return ReportDraft.of(reports.resolve(name));
    }

    /** The title of the report in a folder, when there is one. */
    static Optional<String> title(Path folder) {
        return runRecord(folder).map(run -> run.path("title").asText());
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
}
