package physio.outcomes.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.FileCounts;
import physio.outcomes.ingest.FileParts;
import physio.outcomes.ingest.PartOfFile;
import physio.outcomes.ingest.text.FilePart;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * The parts in which files are to be read; a large file is read once to find them, each in a task of its own.
 *
 * @param places parts in order of delivery
 * @param refused files that turned out to be none that can be taken
 */
record DividedFiles(List<PartOfFile> places, List<StagedPart> refused) {

    static DividedFiles of(JavaSparkContext spark, PartTask task, List<PlannedFile> files) {
        List<PlannedFile> large = new ArrayList<>();
        DividedFiles divided = new DividedFiles(new ArrayList<>(), new ArrayList<>());
        for (PlannedFile file : files) {
            if (FileParts.isDivided(file.file(), FileParts.BYTES)) {
                large.add(file);
            } else {
                divided.places.add(new PartOfFile(file.file(), file.number(), FilePart.WHOLE));
            }
        }
        if (!large.isEmpty()) {
            spark.setJobDescription("Divide " + large.size() + " large files");
            spark.parallelize(large, large.size())
                    .map(file -> divide(file, task))
                    .collect()
                    .forEach(divided::add);
        }
        return divided;
    }

    /** A large file with its parts, or with why it cannot be taken. */
    private record Divided(
            PlannedFile file,
            List<FilePart> parts,
            @Nullable String refusal) implements Serializable {}

    private static Divided divide(PlannedFile file, PartTask task) {
        try {
            return new Divided(file, task.divide(file.file()), null);
        } catch (RefusedFile refused) {
            return new Divided(file, List.of(), refused.sentence());
        }
    }

    private void add(Divided divided) {
        PlannedFile file = divided.file();
        divided.parts().forEach(part -> places.add(new PartOfFile(file.file(), file.number(), part)));
        if (divided.refusal() != null) {
            PartOfFile whole = new PartOfFile(file.file(), file.number(), FilePart.WHOLE);
            refused.add(new StagedPart(whole, new FileCounts(), divided.refusal(), StagedPart.Files.NONE));
        }
    }
}
