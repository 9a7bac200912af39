package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** Writes files and reads them as a clinic's deliveries, canonical ones unless a mapping is given. */
final class Deliveries {
    static final String SETTINGS = """
            measures:
              pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session, mcid: {absolute: 2}}
              posture: {unit: degrees, range: [-20, 80], resolution: 0.1, better: higher, timing: visit, mcid: {sd: 0.5}}
            techniques:
              dtm: {label: Deep tissue massage, synonyms: [deep]}
              mfr: {label: Myofascial release}
              sweep: {label: Long strokes, synonyms: [hand + roller]}
            regions: {neck: {}, knee: {}}
            """;
    static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private final Path folder;
    private final Settings settings;
    private final Mapping mapping;
    private final long partBytes;

    private Deliveries(Path folder, Settings settings, Mapping mapping, long partBytes) {
        this.folder = folder;
        this.settings = settings;
        this.mapping = mapping;
        this.partBytes = partBytes;
    }

    static Deliveries in(Path folder) {
        Settings settings = SettingsReader.parse(SETTINGS);
        return new Deliveries(folder, settings, MappingReader.canonical(settings), FileParts.BYTES);
    }

    /** A canonical file with these records. */
    static String file(String... records) {
        return "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n"
                + String.join("\n", records) + "\n";
    }

    /** The same with a mapping. */
    Deliveries mapped(String yaml) {
        return new Deliveries(folder, settings, MappingReader.parse(yaml, "the mapping", settings), partBytes);
    }

    /** The same with other settings, and a mapping of the jobs folder. */
    Deliveries mappedBy(Path mappingFile, Settings others) throws IOException {
        String yaml = Files.readString(mappingFile);
        return new Deliveries(folder, others, MappingReader.parse(yaml, mappingFile.toString(), others), partBytes);
    }

    /** Canonical files by other settings, such as those of the project. */
    Deliveries canonicalBy(Settings others) {
        return new Deliveries(folder, others, MappingReader.canonical(others), partBytes);
    }

    /** The same, read in parts of about this size. */
    Deliveries inParts(long bytes) {
        return new Deliveries(folder, settings, mapping, bytes);
    }

    Reading read(String csv) {
        return read("a.csv", csv.getBytes(UTF_8));
    }

    Reading read(String name, byte[] bytes) {
        try {
            return read(Files.write(folder.resolve(name), bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Reading read(Path file) {
        return read(
                DeliveredFiles.find(List.of(file.toString()), "test").files().get(0));
    }

    /** Reads a file as it was when it was listed. */
    Reading read(DeliveredFile file) {
        List<ListSink> sinks = new ArrayList<>();
        FileOutcome outcome = new SessionFiles(new IngestRules(settings, mapping, AS_OF), new TextKeying(), partBytes)
                .read(file, () -> {
                    ListSink sink = new ListSink();
                    sinks.add(sink);
                    return sink;
                });
        assertThat(sinks).allMatch(sink -> sink.isClosed() != sink.isDiscarded());
        assertThat(sinks.stream().anyMatch(ListSink::isClosed)).isEqualTo(outcome instanceof FileOutcome.Accepted);
        // All that sinks still hold, also those of a first pass that should have been discarded.
        return new Reading(
                outcome,
                sinks.stream().flatMap(sink -> sink.sessions().stream()).toList(),
                sinks.stream().flatMap(sink -> sink.findings().stream()).toList(),
                sinks.isEmpty() ? List.of() : sinks.get(sinks.size() - 1).results());
    }
}
