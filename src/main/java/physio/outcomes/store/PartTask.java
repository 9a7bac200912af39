package physio.outcomes.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.FileParts;
import physio.outcomes.ingest.IngestRules;
import physio.outcomes.ingest.PartOfFile;
import physio.outcomes.ingest.PartReading;
import physio.outcomes.ingest.Verdicts;
import physio.outcomes.ingest.text.FilePart;
import physio.outcomes.ingest.text.HadoopStorage;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * What a task needs to turn a part of a file into data files, on whichever machine Spark runs it. Settings and mapping travel as the
 * texts they were read from.
 */
final class PartTask implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Table sessions;
    private final Table quarantine;
    private final StoreKey key;
    private final String settingsSource;
    private final @Nullable String mappingSource;
    private final LocalDate asOf;

    /** Of files elsewhere: with settings that may be secret, so that it goes with the task and not into what tasks hand on. */
    private final @Nullable HadoopStorage storage;

    private transient @Nullable IngestRules rules;

    PartTask(Table sessions, Table quarantine, StoreKey key, IngestRequest request) {
        this.sessions = SerializableTable.copyOf(sessions);
        this.quarantine = SerializableTable.copyOf(quarantine);
        this.key = key;
        this.settingsSource = request.settings().source();
        this.mappingSource = request.mappingSource().orElse(null);
        this.asOf = request.asOf();
        boolean isLocal = request.found().files().stream()
                .allMatch(file -> file.location().isLocal());
        this.storage = isLocal ? null : HadoopStorage.ofThisMachine();
    }

    /** The rules, read once where they are used. */
    IngestRules rules() {
        IngestRules read = rules;
        if (read == null) {
            Settings settings = SettingsReader.parse(settingsSource);
            Mapping mapping = mappingSource == null
                    ? MappingReader.canonical(settings)
                    : MappingReader.parse(mappingSource, "the mapping", settings);
            read = new IngestRules(settings, mapping, asOf);
            rules = read;
        }
        return read;
    }

    StagingSink sink(PartOfFile place) {
        List<String> scores = rules().settings().scoreColumns().stream()
                .map(ScoreColumn::name)
                .toList();
        return new StagingSink(sessions, quarantine, scores, place.delivery());
    }

    PartReading open(PartOfFile place, StagingSink sink, Optional<Verdicts> verdicts) throws RefusedFile {
        PartOfFile here = new PartOfFile(reached(place.file()), place.delivery(), place.part());
        return new PartReading.Reader(rules(), key, here, sink, verdicts).open();
    }

    /** The parts of a large file. */
    List<FilePart> divide(DeliveredFile file) throws RefusedFile {
        return FileParts.of(reached(file), rules().mapping().csv(), FileParts.BYTES);
    }

    /** A file as the program would reach it. */
    private DeliveredFile reached(DeliveredFile file) {
        return storage == null ? file : file.by(storage);
    }

    /** Removes data files that are no longer wanted. */
    void delete(StagedPart.Files files) {
        files.locations().forEach(sessions.io()::deleteFile);
    }
}
