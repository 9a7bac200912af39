package physio.outcomes.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.DataDictionary;
import physio.outcomes.report.TableFiles;

/**
 * A report that is being written beside its place, file by file, so that only those being drawn are in memory. Until it is put in
 * place, a reader sees the old one; a draft that never is leaves nothing behind.
 */
final class ReportDraft implements AutoCloseable {
    private final Path place;
    private final Path aside;

    private ReportDraft(Path place) {
        this.place = place;
        this.aside = place.resolveSibling("." + place.getFileName() + ".new");
    }

    /** An empty draft of a report; what a run that died left beside it goes. */
    static ReportDraft of(Path place) {
        ReportDraft draft = new ReportDraft(place);
        draft.write(() -> {
            delete(draft.aside);
            Files.createDirectories(draft.aside.resolve("tables"));
        });
        return draft;
    }

    /** Writes a file; threads may do so at once. */
    void add(String file, byte[] content) {
        write(() -> Files.write(aside.resolve(file), content));
    }

    /**
     * Ends the draft: from now on it is the report.
     *
     * @param tables written as CSV below {@code tables/} and together as {@code results.json}
     * @param stages what each took
     */
    void putInPlace(
            String title, List<PublishedTable> tables, ReportFolder.Origin origin, Map<String, Stages.Usage> stages) {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("results.json", () -> TableFiles.json(title, tables));
        tables.forEach(table -> texts.put("tables/" + table.name() + ".csv", () -> TableFiles.csv(table)));
        texts.put("tables/dictionary.csv", () -> DataDictionary.csv(tables));
        List.copyOf(texts.entrySet()).parallelStream()
                .forEach(text -> add(text.getKey(), text.getValue().get().getBytes(StandardCharsets.UTF_8)));
        write(() -> {
            Files.writeString(aside.resolve(ReportFolder.RUN), run(title, origin, stages));
            replace();
        });
    }

    private void replace() throws IOException {
        Path old = place.resolveSibling("." + place.getFileName() + ".old");
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    @Override
    public void close() {
        write(() -> delete(aside));
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException | UncheckedIOException failed) {
            throw UserException.store("Cannot write the report to " + place + ": check room and permissions.");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static String run(String title, ReportFolder.Origin origin, Map<String, Stages.Usage> stages) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode run = mapper.createObjectNode();
        run.put("title", title);
        run.set("origin", mapper.valueToTree(origin));
        ObjectNode used = run.putObject("stages");
        stages.forEach((stage, usage) ->
                used.putObject(stage).put("seconds", usage.seconds()).put("peak_heap_bytes", usage.peakHeapBytes()));
        return run.toPrettyString() + "\n";
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
