package physio.outcomes.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.DeliveredFiles;
import physio.outcomes.ingest.FileChecks;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.IngestRules;
import physio.outcomes.ingest.RuleResult;
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

    /** Checks all files of the inputs. */
    public List<CheckedFile> run(List<String> inputs, Optional<Path> mappingFile, Optional<LocalDate> asOf) {
        Mapping mapping = mapping(mappingFile, workplace);
        Map<String, String> ownNames = ownNames(mapping);
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(workplace.clock()));
        SessionFiles files = new SessionFiles(new IngestRules(workplace.settings(), mapping, day), Store.passingKeys());
        List<CheckedFile> checked = new ArrayList<>();
        for (DeliveredFile file : DeliveredFiles.find(inputs, "check")) {
            workplace.progress().stage("Checking " + file.name());
            FindingsOnly sink = new FindingsOnly(FileChecks.notEvaluated(workplace.settings()));
            FileOutcome outcome = files.read(file, sink::emptied);
            checked.add(new CheckedFile(file.name(), outcome, sink.findings.groups(), sink.rules, ownNames));
        }
        return checked;
    }

    /** What every rule came to over all files. */
    public static List<RuleResult> total(List<CheckedFile> files) {
        List<RuleResult> total = new ArrayList<>(files.get(0).rules());
        for (CheckedFile file : files.subList(1, files.size())) {
            for (int i = 0; i < total.size(); i++) {
                total.set(i, total.get(i).plus(file.rules().get(i)));
            }
        }
        return total;
    }

    /** A mapping by its file, or that of canonical files. */
    static Mapping mapping(Optional<Path> mappingFile, Workplace workplace) {
        return mappingFile
                .map(file -> MappingReader.parse(
                        IngestJob.mappingSource(file, workplace), file.toString(), workplace.settings()))
                .orElseGet(() -> MappingReader.canonical(workplace.settings()));
    }

    private static Map<String, String> ownNames(Mapping mapping) {
        Map<String, String> names = new TreeMap<>();
        mapping.columns().forEach((canonical, column) -> {
            if (column.origin() instanceof From from && !from.columns().equals(List.of(canonical))) {
                names.put(canonical, String.join("+", from.columns()));
            }
        });
        return names;
    }

    /** Keeps findings also of a file that is refused: they say why. */
    private static final class FindingsOnly implements SessionSink {
        private final FileFindings findings = new FileFindings();
        private List<RuleResult> rules;

        FindingsOnly(List<RuleResult> unread) {
            this.rules = unread;
        }

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
        public void checked(FileChecks checks) {
            rules = checks.results();
        }

        @Override
        public void discard() {}

        @Override
        public void close() {}
    }
}
