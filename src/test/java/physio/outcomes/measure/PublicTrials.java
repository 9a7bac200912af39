package physio.outcomes.measure;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.ingest.DeliveredFiles;
import physio.outcomes.store.IngestRequest;
import physio.outcomes.store.Store;

/** Public data beside the project, taken from its file through a store to the table of outcomes; tests are skipped without it. */
final class PublicTrials {
    private final SparkSession spark;
    private final Path folder;

    PublicTrials(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** Outcomes of all periods together, by the mapping and settings of that name. */
    ResultTable outcomes(String mapping, String file) throws IOException {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        Path jobs = Path.of("jobs");
        Settings settings = SettingsReader.read(
                List.of(jobs.resolve("outcomes.yaml"), jobs.resolve("mappings/" + mapping + ".settings.yaml")),
                Map.of());
        String mappingSource = Files.readString(jobs.resolve("mappings/" + mapping + ".yaml"));
        return table(stored(path, mappingSource, settings), settings);
    }

    private Dataset<Row> stored(Path file, String mappingSource, Settings settings) {
        try (Store store = Store.forWriting(folder.resolve("store"), false, Clock.systemUTC())) {
            store.ingestion(settings, () -> spark, progress -> {})
                    .run(new IngestRequest(
                            DeliveredFiles.find(List.of(file.toString()), "public"),
                            settings,
                            Optional.of(mappingSource),
                            LocalDate.of(2024, 6, 30),
                            false,
                            false));
            return store.sessions(spark, store.state()).sessions();
        }
    }

    private static ResultTable table(Dataset<Row> sessions, Settings settings) {
        List<Measure> measures = List.copyOf(settings.measures().values());
        Dataset<Row> visits = Visits.of(sessions, settings.episode().gapDays());
        Dataset<Row> episodes = Episodes.of(visits, measures);
        Thresholds thresholds = Thresholds.of(episodes, measures);
        Dataset<Row> changes = Changes.ofSessions(visits, measures, thresholds)
                .unionByName(Changes.ofEpisodes(
                        episodes, measures, thresholds, settings.attribution().share()))
                .withColumn("period", lit("all"));
        return TechniqueOutcomes.table(
                "technique_outcomes",
                Cells.of(changes),
                settings.measures(),
                settings.compare().reference().orElseThrow());
    }
}
