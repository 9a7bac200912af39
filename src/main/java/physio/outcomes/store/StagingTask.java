package physio.outcomes.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.MappingReader;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.IngestRules;
import physio.outcomes.ingest.SessionFiles;

/**
 * Turns one delivered file into data files, on whichever machine Spark runs it. Settings and mapping travel as the texts they were
 * read from.
 */
final class StagingTask implements Function<PlannedFile, StagedDelivery> {
    private static final long serialVersionUID = 1L;

    private final Table sessions;
    private final Table quarantine;
    private final StoreKey key;
    private final String settingsSource;
    private final @Nullable String mappingSource;
    private final LocalDate asOf;

    StagingTask(Table sessions, Table quarantine, StoreKey key, IngestRequest request) {
        this.sessions = sessions;
        this.quarantine = quarantine;
        this.key = key;
        this.settingsSource = request.settings().source();
        this.mappingSource = request.mappingSource().orElse(null);
        this.asOf = request.asOf();
    }

    @Override
    public StagedDelivery call(PlannedFile planned) {
        Settings settings = SettingsReader.parse(settingsSource);
        Mapping mapping = mappingSource == null
                ? MappingReader.canonical(settings)
                : MappingReader.parse(mappingSource, "the mapping", settings);
        List<String> scores =
                settings.scoreColumns().stream().map(ScoreColumn::name).toList();
        List<StagingSink> sinks = new ArrayList<>();
        FileOutcome outcome = new SessionFiles(new IngestRules(settings, mapping, asOf), key)
                .read(planned.file(), () -> {
                    sinks.add(new StagingSink(sessions, quarantine, scores, planned.number()));
                    return sinks.get(sinks.size() - 1);
                });
        if (outcome instanceof FileOutcome.Refused) {
            return new StagedDelivery(planned.number(), planned.file(), outcome, List.of(), List.of(), null, null);
        }
        StagingSink.Files files = sinks.get(sinks.size() - 1).files();
        return new StagedDelivery(
                planned.number(),
                planned.file(),
                outcome,
                files.sessions(),
                files.quarantine(),
                files.firstDate().orElse(null),
                files.lastDate().orElse(null));
    }
}
