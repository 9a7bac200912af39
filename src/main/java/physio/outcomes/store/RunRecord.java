package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Tally;

/** {@code store/runs/000007.json}: the day no session may lie after, and the files of a run with their SHA-256 and counts. */
final class RunRecord {
    private RunRecord() {}

    static void write(Path folder, List<Delivery> deliveries, LocalDate asOf) {
        int run = deliveries.get(0).run();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("run", run);
        record.put("as_of", asOf.toString());
        record.put("files", deliveries.stream().map(RunRecord::file).toList());
        try {
            Files.createDirectories(folder.resolve("runs"));
            DurableFiles.write(folder.resolve("runs").resolve(String.format(Locale.ROOT, "%06d.json", run)), record);
        } catch (IOException failed) {
            throw UserException.store("The files are in the store, but " + folder.resolve("runs")
                    + " could not be written: check room and permissions.");
        }
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
        file.put("warnings", delivery.remarks().stream().map(Remark::toString).toList());
        return file;
    }
}
