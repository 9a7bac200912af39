package physio.outcomes.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Public data sets beside the project, compared without protection in a test's own folder; a test is skipped where they are absent. */
record PublicData(Path folder) {
    static final String ASHAR = "ashar/Ashar2022_outcomes_demographics.csv";
    static final String CDYSTONIA = "cdystonia/cdystonia.csv";
    static final String HIP = "nhs-proms/hip-provider-1819.csv.gz";

    /** Takes a file in by a mapping and compares what is in it. */
    ReportRun compared(String mapping, String file, Map<String, String> overrides) {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        ReportRun.ingest(folder, ReportRun.settings(mapping, Map.of()), path, mapping);
        return again(mapping, overrides);
    }

    /** Compares what is in the store once more, under other settings. */
    ReportRun again(String mapping, Map<String, String> overrides) {
        Map<String, String> all = new HashMap<>(overrides);
        all.put("privacy.profile", "none");
        return ReportRun.compared(folder, ReportRun.settings(mapping, all));
    }
}
