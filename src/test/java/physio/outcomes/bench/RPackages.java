package physio.outcomes.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What peers in R need. */
final class RPackages {
    private RPackages() {}

    static boolean areInstalled(String... names) {
        String script =
                Arrays.stream(names).map(name -> "library(" + name + ")").collect(Collectors.joining("; "));
        try {
            TimedProcess.run(Map.of(), List.of("Rscript", "-e", script));
            return true;
        } catch (IOException | IllegalStateException absent) {
            return false;
        }
    }
}
