package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/**
 * What a peer is asked for: settings, input folder and output folder, then {@code ingest}, {@code measure} and a month as {@code YYYY-MM}, or both.
 *
 * @param month to be measured
 */
record PeerSteps(Settings settings, Path files, Path out, boolean isIngest, Optional<String> month) {

    static PeerSteps of(String... arguments) throws IOException {
        List<String> all = Arrays.asList(arguments);
        int measure = all.indexOf("measure");
        return new PeerSteps(
                SettingsReader.read(List.of(Path.of(arguments[0])), Map.of()),
                Path.of(arguments[1]),
                Files.createDirectories(Path.of(arguments[2])),
                all.contains("ingest"),
                measure < 0 ? Optional.empty() : Optional.of(all.get(measure + 1)));
    }

    /** The values of scripts; lists in a peer's words. */
    Map<String, String> values(String openList, String closeList) throws IOException {
        Map<String, String> values = PeerScript.checks(settings, openList, closeList);
        month.ifPresent(name -> values.put("month", "DATE '" + name + "-01'"));
        return values;
    }
}
