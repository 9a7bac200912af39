package physio.outcomes.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import physio.outcomes.domain.UserException;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.DataDictionary;
import physio.outcomes.report.TableFiles;

/**
 * A report that is being written beside its place, file by file, so that only those being drawn are in memory. Until it is put in
 * place, a reader sees the old one; a draft that never is leaves nothing behind.
 */
final class ReportDraft implements AutoCloseable {
    private final Destination place;
    private final Destination aside;

    private ReportDraft(Destination place) {
        this.place = place;
        this.aside = place.sibling("." + place.name() + ".new");
    }

    /** An empty draft of a report; what a run that died left beside it goes. */
    static ReportDraft of(Destination place) {
        ReportDraft draft = new ReportDraft(place);
        draft.write(() -> {
            draft.aside.delete();
            draft.aside.resolve("tables").makeFolders();
        });
        return draft;
    }

    /** Writes a file; threads may do so at once. */
    void add(String file, byte[] content) {
        write(() -> aside.resolve(file).write(content));
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
            aside.resolve(ReportFolder.RUN).write(run(title, origin, stages).getBytes(StandardCharsets.UTF_8));
            replace();
        });
    }

    private void replace() throws IOException {
        Destination old = place.sibling("." + place.name() + ".old");
        old.delete();
        if (place.exists()) {
            place.moveTo(old);
        }
        aside.moveTo(place);
        old.delete();
    }

    @Override
    public void close() {
        write(aside::delete);
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
}
