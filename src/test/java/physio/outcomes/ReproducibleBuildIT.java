package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one source by the same JDK, in other folders, time zones and languages, give the same bytes. */
@Tag("thorough")
class ReproducibleBuildIT {
    private static final String JAR = "physio-outcomes.jar";
    private static final String BILL = "bom.json";

    private final boolean isOffline = Boolean.getBoolean("build.offline");
    private final Path folder;

    ReproducibleBuildIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void twoBuildsGiveTheSameBytes() throws IOException, InterruptedException {
        Path one = build("one", "UTC", "C.UTF-8");
        Path other = build("in another/folder", "Asia/Kolkata", "tr_TR.UTF-8");
        assertThat(other.resolve(JAR)).hasSameBinaryContentAs(one.resolve(JAR));
        if (!isOffline) {
            assertThat(other.resolve(BILL)).hasSameBinaryContentAs(one.resolve(BILL));
        }
    }

    /** Builds a copy of the source, and says where the results are. */
    private Path build(String name, String zone, String language) throws IOException, InterruptedException {
        Path copy = folder.resolve(name);
        FileUtils.copyDirectory(Path.of("src").toFile(), copy.resolve("src").toFile(), false);
        Files.copy(Path.of("pom.xml"), copy.resolve("pom.xml"));
        Path output = folder.resolve("output");
        ProcessBuilder maven = new ProcessBuilder(maven())
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        maven.environment().put("TZ", zone);
        maven.environment().put("LC_ALL", language);
        Process process = maven.start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        return copy.resolve("target");
    }

    private List<String> maven() {
        List<String> command =
                new ArrayList<>(List.of("mvn", "-B", "-q", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"));
        if (isOffline) {
            command.add("-o");
        }
        command.add("package");
        return command;
    }
}
