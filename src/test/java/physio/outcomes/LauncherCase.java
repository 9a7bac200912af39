package physio.outcomes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project of stubs whose launcher is run: what the launcher gives Java, Java's stub prints. */
abstract class LauncherCase {
    private static final List<String> TOOLS =
            List.of("bash", "sed", "head", "find", "du", "tail", "cut", "mkdir", "rm", "mv", "readlink", "dirname");

    final Path folder;
    final Path home;
    final Path path;
    final Map<String, String> environment = new HashMap<>();

    LauncherCase(@TempDir Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.home = this.folder.resolve("the project");
        this.path = this.folder.resolve("path");
    }

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(path);
        for (String tool : TOOLS) {
            Files.createSymbolicLink(path.resolve(tool), installed(tool));
        }
        write("src/main/Source.java");
        write("pom.xml");
        write("target/lib/b.jar");
        write("target/lib/a.jar");
        Files.createDirectories(home.resolve("jobs"));
        for (String script : List.of("outcomes", "submit", "common.sh")) {
            Files.copy(Path.of("jobs", script), home.resolve("jobs").resolve(script));
        }
        setAge("src/main/Source.java", 60);
        setAge("pom.xml", 60);
        write("target/physio-outcomes.jar");
    }

    String launch(String... arguments) throws IOException, InterruptedException {
        return launch(home.resolve("jobs/outcomes"), arguments);
    }

    /** What the launcher prints, and as a last line its exit code. */
    String launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path.resolve("bash").toString(), launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory((launcher.isAbsolute() ? folder : home).toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return output + "code " + process.waitFor();
    }

    void stubJava(String version, String end) throws IOException {
        stub(path.resolve("java"), javaScript(version, end));
    }

    static String javaScript(String version, String end) {
        return "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2026-01-01' >&2; exit; fi\n"
                + "printf '%s\\n' \"$@\"\n" + end + "\n";
    }

    static String mavenScript(String version, String end) {
        return "if [ \"$1\" = -v ]; then echo 'Apache Maven " + version + " (x)'; exit; fi\n" + end + "\n";
    }

    void stub(Path file, String script) throws IOException {
        Files.writeString(file, "#!" + path.resolve("bash") + "\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    void write(String name) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), "");
    }

    void setAge(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(
                home.resolve(name), FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    static Path installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This machine has no " + tool));
    }
}
