package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code src/test/r/bench-mixed.R} said.
 *
 * @param rows of the model
 * @param seconds of each call
 * @param estimates of techniques against the reference
 */
record LmerPeer(long rows, List<Double> seconds, Map<String, Double> estimates) {

    static boolean isInstalled() {
        return RPackages.areInstalled("lme4");
    }

    /** Runs the script on a folder with one CSV file. */
    static LmerPeer of(Path home, Path rows, String reference, int runs) throws IOException {
        TimedProcess run = TimedProcess.run(
                Map.of(),
                List.of(
                        "Rscript",
                        home.resolve("src/test/r/bench-mixed.R").toString(),
                        rows.toString(),
                        reference,
                        String.valueOf(runs)));
        long count = 0;
        List<Double> seconds = new ArrayList<>();
        Map<String, Double> estimates = new LinkedHashMap<>();
        for (String line : run.output().lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "rows" -> count = Long.parseLong(words[1]);
                case "seconds" -> seconds.add(Double.valueOf(words[1]));
                case "technique" -> estimates.put(words[1], Double.valueOf(words[2]));
                default -> {}
            }
        }
        return new LmerPeer(count, seconds, estimates);
    }
}
