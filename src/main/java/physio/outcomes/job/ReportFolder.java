package physio.outcomes.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one report below the reports: written aside and renamed into place, so that a reader sees the old report or the new
 * one, and no page of the old one stays.
 */
final class ReportFolder {
    static final String RUN = "run.json";

    private final Destination reports;
    private final String name;

    ReportFolder(Destination reports, String name) {
        this.reports = reports;
        this.name = name;
    }

    /** What a report was made from: two with one origin are the same. Snapshots are of this store and no other. */
    record Origin(List<Integer> deliveries, String snapshots, String settings, String version, String request) {}

    Destination page() {
        return place().resolve("index.html");
    }

    private Destination place() {
        return reports.resolve(name);
    }

    /** Whether the report is there already, made from the same. */
    boolean isMadeFrom(Origin origin) {
        return page().exists()
                && runRecord(place())
                        .map(run -> run.path("origin").equals(new ObjectMapper().<JsonNode>valueToTree(origin)))
                        .orElse(false);
    }

    /** A new report, to be put in the place of the one that may be there. */
    ReportDraft draft() {
        return ReportDraft.of(place());
    }

    /** The title of the report in a folder, when there is one. */
    static Optional<String> title(Destination folder) {
        return runRecord(folder).map(run -> run.path("title").asText());
    }

    private static Optional<JsonNode> runRecord(Destination folder) {
        try {
            Destination file = folder.resolve(RUN);
            return file.exists() ? Optional.of(new ObjectMapper().readTree(file.read())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
