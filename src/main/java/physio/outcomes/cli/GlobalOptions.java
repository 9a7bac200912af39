package physio.outcomes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;
import physio.outcomes.job.Cohorts;
import physio.outcomes.job.Destination;
import physio.outcomes.job.Progress;
import physio.outcomes.job.SparkEngine;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Option;

/** The options that all commands share. */
final class GlobalOptions {
    @Option(names = "--store", paramLabel = "DIR", description = "Folder of the store (default: store/ beside jobs/).")
    private Path store = home().resolve("store");

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Folder of the reports, also an address such as hdfs://… (default: reports/ beside jobs/).")
    private String reports = home().resolve("reports").toString();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings laid over jobs/outcomes.yaml; may repeat, later wins.")
    private List<Path> settings = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one key, such as privacy.profile=public.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** The folder that holds {@code jobs/}: the launcher says where. */
    static Path home() {
        return Path.of(System.getProperty("outcomes.home", ""));
    }

    /** What a job works with. */
    Workplace workplace(SparkEngine spark, Cohorts cohorts, Progress progress) {
        return new Workplace(
                readSettings(), store, Destination.of(reports), Clock.systemUTC(), spark, cohorts, progress);
    }

    /** A mapping by its file, or by its name below {@code jobs/mappings/}. */
    static Path mappingFile(String nameOrFile) {
        Path named = home().resolve("jobs").resolve("mappings").resolve(nameOrFile + ".yaml");
        Path file = Files.exists(named) ? named : Path.of(nameOrFile);
        if (!Files.exists(file)) {
            throw UserException.usage(
                    "Cannot find the mapping " + nameOrFile + ": it is neither a file nor a name in jobs/mappings/.");
        }
        return file;
    }

    private Settings readSettings() {
        List<Path> files = new ArrayList<>();
        files.add(home().resolve("jobs").resolve("outcomes.yaml"));
        files.addAll(settings);
        return SettingsReader.read(files, overrides);
    }
}
