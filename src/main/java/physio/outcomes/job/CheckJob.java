package physio.outcomes.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Origin;
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
    private static final String REPEATED = "comes twice in this run with different content;"
            + " deliver one, or give 'ingest' --replace to let the later one count.";

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
        DeliveredFiles.Found found = DeliveredFiles.find(inputs, "check");
        found.refused()
                .forEach(refusal -> checked.add(new CheckedFile(
                        refusal.name(),
                        new FileOutcome.Refused(refusal.name() + " " + refusal.sentence()),
                        List.of(),
                        FileChecks.notEvaluated(workplace.settings()),
                        ownNames)));
        Set<String> repeated = repeatedNames(found.files());
        for (DeliveredFile file : found.files()) {
            workplace.progress().stage("Checking " + file.name());
            CheckedFile read = checked(file, files, ownNames);
            checked.add(repeated.contains(file.name()) ? read.refused(REPEATED) : read);
        }
        return checked;
    }

    private CheckedFile checked(DeliveredFile file, SessionFiles files, Map<String, String> ownNames) {
        List<FindingsOnly> sinks = new ArrayList<>();
        FileOutcome outcome = files.read(file, () -> {
            sinks.add(new FindingsOnly());
            return sinks.get(sinks.size() - 1);
        });
        FileFindings findings = new FileFindings();
        List<RuleResult> rules = FileChecks.notEvaluated(workplace.settings());
        for (FindingsOnly sink : sinks) {
            if (sink.checks != null) {
                findings.addAll(sink.findings);
                rules = sink.checks.results();
            }
        }
        return new CheckedFile(file.name(), outcome, findings.groups(), rules, ownNames);
    }

    private static Set<String> repeatedNames(List<DeliveredFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        DeliveredFile::name, Collectors.mapping(DeliveredFile::sha256, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(file -> file.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
            Origin origin = column.origin();
            if (origin instanceof From from && !from.names().contains(canonical)) {
                names.put(canonical, from.names().get(0));
            } else if (origin instanceof Joined joined) {
                names.put(canonical, String.join("+", joined.columns()));
            } else if (origin instanceof Flags flags) {
                names.put(canonical, String.join("+", flags.techniques().keySet()));
            }
        });
        return names;
    }

    /** Keeps findings also of a file that is refused: they say why. Those of a part that was read again never hear of checks. */
    private static final class FindingsOnly implements SessionSink {
        private final FileFindings findings = new FileFindings();
        private @Nullable FileChecks checks;

        @Override
        public void accept(Session session) {}

        @Override
        public void quarantine(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void checked(FileChecks fileChecks) {
            checks = fileChecks;
        }

        @Override
        public void discard() {}

        @Override
        public void close() {}
    }
}
