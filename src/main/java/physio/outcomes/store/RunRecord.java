package physio.outcomes.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Tally;
import physio.outcomes.store.LedgerSummary.Numbers;

/** {@code store/runs/000007.json}: the day no session may lie after, and the files of a run with their SHA-256 and counts. */
final class RunRecord {
    private RunRecord() {}

    static void write(Path folder, List<Delivery> deliveries, LocalDate asOf) {
        int run = deliveries.get(0).run();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("run", run);
        record.put("as_of", asOf.toString());
        record.put("files", deliveries.stream().map(RunRecord::file).toList());
        Path file = file(folder, run);
        try {
            Files.createDirectories(folder.resolve("runs"));
            DurableFiles.write(file, record);
        } catch (IOException failed) {
            throw UserException.store("Cannot write to " + folder.resolve("runs")
                    + ": check room and permissions. Nothing was taken in.");
        }
    }

    /** Writes the record of a run anew when its deliveries are no more what it says; one that cannot be read stays as it is. */
    static void restate(Path folder, List<Delivery> deliveries) {
        if (fault(folder, deliveries).isPresent()) {
            asOf(file(folder, deliveries.get(0).run())).ifPresent(asOf -> write(folder, deliveries, asOf));
        }
    }

    private static Optional<LocalDate> asOf(Path file) {
        try {
            return Optional.of(LocalDate.parse(
                    new ObjectMapper().readTree(file.toFile()).path("as_of").asText()));
        } catch (IOException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, int run) {
        return folder.resolve("runs").resolve(String.format(Locale.ROOT, "%06d.json", run));
    }

    /** The numbers of the newest run that there is a record of, and of its newest delivery. */
    static Numbers last(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("runs"))) {
            return Numbers.NONE;
        }
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            Optional<Path> newest =
                    files.filter(file -> file.toString().endsWith(".json")).max(Comparator.naturalOrder());
            if (newest.isEmpty()) {
                return Numbers.NONE;
            }
            JsonNode record = new ObjectMapper().readTree(newest.orElseThrow().toFile());
            int delivery = 0;
            for (JsonNode file : record.path("files")) {
                delivery = Math.max(delivery, file.path("delivery").asInt());
            }
            return new Numbers(delivery, record.path("run").asInt(), 0);
        }
    }

    /** What is wrong with the record of a run that brought some deliveries, as a sentence: nothing of the store is read from it. */
    static Optional<String> fault(Path folder, List<Delivery> deliveries) {
        int run = deliveries.get(0).run();
        Path file = file(folder, run);
        ObjectMapper json = new ObjectMapper();
        try {
            JsonNode record = json.readTree(Files.readString(file));
            JsonNode expected =
                    json.valueToTree(deliveries.stream().map(RunRecord::file).toList());
            // Those of earlier versions know nothing of erasing.
            record.path("files").forEach(of -> ((ObjectNode) of).putIfAbsent("erased", IntNode.valueOf(0)));
            if (record.path("run").asInt() == run
                    && json.readTree(expected.toString()).equals(record.path("files"))) {
                return Optional.empty();
            }
        } catch (IOException unreadable) {
            // Falls through: a missing record and a damaged one have the same remedy.
        }
        return Optional.of("The record of run " + run + " (" + file
                + ") is missing or damaged: put it back from a backup, or do without it; no report is made from it.");
    }

    private static Map<String, Object> file(Delivery delivery) {
        Tally tally = delivery.tally();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("delivery", delivery.number());
        file.put("source", delivery.file().source());
        file.put("name", delivery.file().name());
        file.put("sha256", delivery.file().sha256());
        delivery.replaces().ifPresent(replaced -> file.put("replaces", replaced));
        file.put("parsed", tally.parsed());
        file.put("stored", tally.stored());
        file.put("quarantined", tally.quarantined());
        file.put("duplicates", tally.duplicates());
        file.put("filtered", tally.filtered());
        file.put("erased", tally.erased());
        file.put("warnings", delivery.remarks().stream().map(Remark::toString).toList());
        return file;
    }
}
