package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/**
 * How large tasks become as data grow: what one task does alone must not grow with the sessions, and a clinic that has half of them must not make one task
 * larger than the others. Writes {@code target/task-sizes.txt}.
 */
@Tag("thorough")
@ExtendWith(SparkTest.class)
class TaskSizesIT {
    private static final int FEW = 400_000;
    private static final int MANY = 3 * FEW;

    /** What sums of all cells may take, and what they may grow by as more cells have patients. */
    private static final long SUMS = 1 << 20;

    private final SparkSession spark;
    private final Path folder;
    private final List<String> told = new ArrayList<>();

    TaskSizesIT(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    @Test
    void whatOneTaskDoesAloneAndWhatComesToTheDriverDoNotGrowWithTheSessions() throws Exception {
        Map<String, TaskSizes.Stage> few = stages(simulated("few", FEW), FEW);
        Map<String, TaskSizes.Stage> many = stages(simulated("many", MANY), MANY);
        Files.write(Path.of("target/task-sizes.txt"), told);
        assertThat(many).hasSizeGreaterThan(10).allSatisfy((name, stage) -> {
            long before = few.containsKey(name) ? few.get(name).results() : 0;
            assertThat(stage.results()).isLessThan(before * 3 / 2 + SUMS);
            assertThat(stage.tasks() > 1 ? 0 : stage.read()).isLessThan(SUMS);
        });
    }

    @Test
    void aClinicWithHalfOfTheSessionsMakesNoTaskLarger() throws Exception {
        Path plain = simulated("plain", FEW);
        Path skewed = Files.createDirectories(folder.resolve("skewed"));
        long ofTheFirst = 0;
        for (Path file : files(plain)) {
            List<String> lines = skewed(Files.readAllLines(file));
            ofTheFirst += lines.stream().filter(line -> line.contains(",C01,")).count();
            Files.write(skewed.resolve(file.getFileName()), lines);
        }
        assertThat(ofTheFirst).isGreaterThan(FEW / 2);
        Map<String, TaskSizes.Stage> large = stages(skewed, FEW);
        large.values().removeIf(stage -> stage.tasks() == 1 || stage.read() < SUMS * stage.tasks());
        assertThat(large)
                .hasSizeGreaterThan(5)
                .allSatisfy((name, stage) ->
                        assertThat((double) stage.largest()).isLessThan(1.5 * stage.read() / stage.tasks()));
    }

    /** Sessions of patients of even numbers go to the first clinic. */
    private static List<String> skewed(List<String> lines) {
        List<String> names = List.of(lines.get(0).split(",", -1));
        int patient = names.indexOf("patient_id");
        int clinic = names.indexOf("clinic_id");
        List<String> skewed = new ArrayList<>(lines);
        skewed.replaceAll(line -> {
            String[] fields = line.split(",", -1);
            if (fields.length > patient && fields[patient].matches("P\\d*[02468]")) {
                fields[clinic] = "C01";
            }
            return String.join(",", fields);
        });
        return skewed;
    }

    private Path simulated(String name, int sessions) {
        Path out = folder.resolve(name);
        assertThat(Ended.of("simulate", "--sessions", String.valueOf(sessions), "--out", out.toString())
                        .code())
                .isZero();
        return out;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** Those of taking the sessions in, reporting and comparing them. */
    private Map<String, TaskSizes.Stage> stages(Path input, int sessions) throws Exception {
        Place place = Place.in(folder.resolve(input.getFileName() + "-place"));
        TaskSizes sizes = new TaskSizes();
        spark.sparkContext().addSparkListener(sizes);
        try {
            Ended ended = place.command("run", input.toString());
            assertThat(ended.code()).as(ended.err()).isZero();
            // Spark tells listeners from a thread of its own.
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } finally {
            spark.sparkContext().removeSparkListener(sizes);
        }
        told.add(sessions + " sessions");
        sizes.largest().forEach((name, stage) -> told.add(stage.perSession(sessions) + "  " + name));
        return sizes.largest();
    }
}
