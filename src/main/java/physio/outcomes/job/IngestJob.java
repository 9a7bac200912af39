package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.DeliveredFiles;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.store.IngestRequest;
import physio.outcomes.store.IngestResult;
import physio.outcomes.store.Store;
import physio.outcomes.store.TablePlace;

/** Takes delivered files into the store. */
public final class IngestJob {
    private final Workplace workplace;

    public IngestJob(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * What is to be taken in.
     *
     * @param inputs files, folders or globs
     * @param source who sent them
     * @param mapping a mapping file, absent for canonical files
     * @param asOf no session may lie after this day, absent for the day of the run
     * @param isForced whether an older version of a file may be taken again
     * @param isReplacing whether a file may replace one of the same name that shares no session with it
     * @param isWaiting whether to wait for another run to end
     */
    public record Order(
            List<String> inputs,
            String source,
            Optional<Path> mapping,
            Optional<LocalDate> asOf,
            boolean isForced,
            boolean isReplacing,
            boolean isWaiting) {}

    /** Finds the files, reads those that are new, and commits them together. */
    public IngestResult run(Order order) {
        Optional<String> warehouse = workplace.settings().store().warehouse();
        boolean hasLocalInput = order.inputs().stream().map(FileLocation::of).anyMatch(FileLocation::isLocal);
        if (hasLocalInput || TablePlace.planned(workplace.store(), warehouse).isInFolders()) {
            workplace.spark().requireSharedFolders();
        }
        workplace.progress().stage("Looking at the files");
        DeliveredFiles.Found files = DeliveredFiles.find(order.inputs(), order.source());
        Optional<String> mapping = order.mapping().map(file -> mappingSource(file, workplace));
        IngestRequest request = new IngestRequest(
                files,
                workplace.settings(),
                mapping,
                order.asOf().orElseGet(() -> LocalDate.now(workplace.clock())),
                order.isForced(),
                order.isReplacing());
        try (Store store = Store.forWriting(workplace.store(), warehouse, order.isWaiting(), workplace.clock())) {
            return store.ingestion(workplace.settings(), workplace.spark()::session, workplace.progress()::stage)
                    .run(request);
        }
    }

    /** A mapping's text, checked. */
    static String mappingSource(Path file, Workplace workplace) {
        try {
            String source = Files.readString(file);
            MappingReader.parse(source, file.toString(), workplace.settings());
            return source;
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot read the mapping " + file + ": it is missing or not readable as UTF-8.");
        }
    }
}
