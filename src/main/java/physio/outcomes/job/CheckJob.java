package physio.outcomes.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.DeliveredFiles;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.IngestRules;
import physio.outcomes.ingest.Session;
import physio.outcomes.ingest.SessionFiles;
import physio.outcomes.ingest.SessionSink;
import physio.outcomes.store.Store;

/** Reads files by the rules of ingest and keeps nothing but what is wrong with them. */
public final class CheckJob {
    private final Workplace workplace;

    public CheckJob(Workplace workplace) {
        this.workplace = workplace;
    }

    /** A file with what came of it and what is wrong with its records. */
    public record CheckedFile(String name, FileOutcome outcome, List<Finding> findings) {}

    /** Checks all files of the inputs. */
    public List<CheckedFile> run(List<String> inputs, Optional<Path> mappingFile, Optional<LocalDate> asOf) {
        Mapping mapping = mappingFile
                .map(file -> MappingReader.parse(
                        IngestJob.mappingSource(file, workplace), file.toString(), workplace.settings()))
                .orElseGet(() -> MappingReader.canonical(workplace.settings()));
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(workplace.clock()));
        SessionFiles files = new SessionFiles(new IngestRules(workplace.settings(), mapping, day), Store.passingKeys());
        List<CheckedFile> checked = new ArrayList<>();
        DeliveredFiles.Found found = DeliveredFiles.find(inputs, "check");
        found.refusals()
                .forEach(sentence -> checked.add(new CheckedFile("", new FileOutcome.Refused(sentence), List.of())));
        for (DeliveredFile file : found.files()) {
            workplace.progress().stage("Checking " + file.name());
            FindingsOnly sink = new FindingsOnly();
            FileOutcome outcome = files.read(file, sink::emptied);
            checked.add(new CheckedFile(file.name(), outcome, sink.findings));
        }
        return checked;
    }

    /** Keeps findings also of a file that is refused: they say why. */
    private static final class FindingsOnly implements SessionSink {
        private final List<Finding> findings = new ArrayList<>();

        FindingsOnly emptied() {
            findings.clear();
            return this;
        }

        @Override
        public void accept(Session session) {}

        @Override
        public void quarantine(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void discard() {}

        @Override
        public void close() {}
    }
}
