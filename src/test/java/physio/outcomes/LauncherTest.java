package physio.outcomes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jobs/outcomes} in a project that is built already, with a Java and a Maven that only say how they were called. */
class LauncherTest {
    private static final List<String> TOOLS =
            List.of("bash", "sed", "head", "find", "du", "tail", "cut", "mkdir", "rm", "mv", "readlink", "dirname");

    private final Path folder;
    private final Path home;
    private final Path path;
    private final Map<String, String> environment = new HashMap<>();

    LauncherTest(@TempDir Path folder) throws IOException {
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
        Files.copy(Path.of("jobs/outcomes"), home.resolve("jobs/outcomes"));
        setAge("src/main/Source.java", 60);
        setAge("pom.xml", 60);
        write("target/physio-outcomes.jar");
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertEnded(
                launch("status"), 2, "Error: Java is missing: install a JDK, 17 or newer, or point JAVA_HOME to one.");
    }

    @ParameterizedTest
    @CsvSource({"11.0.2", "1.8.0_392", "16"})
    void anOldJavaIsRefused(String version) throws Exception {
        stubJava(version, "exit 0");
        assertEnded(
                launch("status"),
                2,
                "Error: Java " + version + " is too old: install a JDK, 17 or newer, or point JAVA_HOME to one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.9", "21-ea", "25.0.1"})
    void javaSeventeenAndNewerIsStarted(String version) throws Exception {
        stubJava(version, "exit 0");
        assertThat(launch("status").lines()).contains("physio.outcomes.cli.Main", "status", "code 0");
    }

    @Test
    void javaHomeGoesBeforeThePath() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdk 17/bin"));
        stub(bin.resolve("java"), javaScript("17.0.9", "exit 0"));
        stubJava("11.0.2", "exit 0");
        environment.put("JAVA_HOME", folder.resolve("jdk 17").toString());
        assertThat(launch("status").lines()).contains("code 0");
    }

    @Test
    void throughALinkFromAnotherFolderItFindsItsProject() throws Exception {
        stubJava("17.0.9", "exit 0");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/bin"));
        Files.createSymbolicLink(elsewhere.resolve("first"), home.resolve("jobs/outcomes"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));
        assertThat(launch(second, "report", "--month", "2024-05", "two words").lines())
                .contains(
                        "-Doutcomes.home=" + home,
                        "-Doutcomes.log=" + home.resolve("target/outcomes.log"),
                        "-Doutcomes.terminal=false",
                        home + "/target/physio-outcomes.jar:" + home + "/target/lib/a.jar:" + home
                                + "/target/lib/b.jar")
                .containsSubsequence("physio.outcomes.cli.Main", "report", "--month", "2024-05", "two words", "code 0");
    }

    @Test
    void aSearchPathOfCdDoesNotLeadItAstray() throws Exception {
        stubJava("17.0.9", "exit 0");
        environment.put("CDPATH", home.toString());
        assertThat(launch(Path.of("jobs/outcomes"), "status").lines()).contains("-Doutcomes.home=" + home);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "75"})
    void endsWithTheCodeOfTheProgram(int code) throws Exception {
        stubJava("17.0.9", "exit " + code);
        assertThat(launch("run", "nothing").lines()).endsWith("code " + code);
    }

    @ParameterizedTest
    @CsvSource({"17.0.9, false", "23, false", "24, true", "25-ea, true"})
    void aNewerJavaIsAllowedWhatSparkAndIcebergDo(String version, boolean isAllowed) throws Exception {
        stubJava(version, "exit 0");
        assertThat(launch("status").lines().anyMatch("--sun-misc-unsafe-memory-access=allow"::equals))
                .isEqualTo(isAllowed);
    }

    @Test
    void theFirstRunLeavesAnArchiveOfClassesThatLaterOnesUse() throws Exception {
        stubJava("17.0.9", "for a in \"$@\"; do case $a in -XX:ArchiveClassesAtExit=*) : >\"${a#*=}\" ;; esac; done");
        Path archive = home.resolve("target/cds/17.0.9.jsa");
        assertThat(launch("run", "in")).contains("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(archive.getParent()).isDirectoryContaining(archive::equals);
        assertThat(launch("run", "in").lines()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void aRunThatFailsLeavesNoArchive() throws Exception {
        stubJava("17.0.9", "for a in \"$@\"; do case $a in -XX:A*) : >\"${a#*=}\"; exit 4 ;; esac; done");
        assertThat(launch("run", "in").lines()).endsWith("code 4");
        assertThat(home.resolve("target/cds")).isEmptyDirectory();
    }

    @Test
    void aLargeInputGetsTheOptimisingCompiler() throws Exception {
        stubJava("17.0.9", "exit 0");
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[65 << 20]);
        assertThat(launch("ingest", "in").lines()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("ingest", large.toString()).lines()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void sourcesNewerThanTheBuildAreBuiltAndTheOldArchiveGoes() throws Exception {
        stubJava("17.0.9", "exit 0");
        stub(path.resolve("mvn"), mavenScript("3.8.7", ": >\"" + home + "/target/built\""));
        setAge("target/physio-outcomes.jar", 120);
        write("target/cds/17.0.9.jsa");
        assertThat(launch("status").lines()).contains("physio.outcomes.cli.Main", "code 0");
        assertThat(home.resolve("target/built")).exists();
        assertThat(home.resolve("target/cds")).doesNotExist();
    }

    @Test
    void aBuildThatFailsSaysWhereItsOutputIs() throws Exception {
        stubJava("17.0.9", "exit 0");
        stub(path.resolve("mvn"), mavenScript("3.9.9", "echo what went wrong; exit 1"));
        Files.delete(home.resolve("target/physio-outcomes.jar"));
        String output = launch("status");
        assertThat(output.lines()).contains("what went wrong").doesNotContain("physio.outcomes.cli.Main");
        assertEnded(
                output,
                1,
                "Error: The build failed; all of its output is in " + home.resolve("target/build.log") + ".");
    }

    @Test
    void withoutMavenItSaysWhatToInstallBeforeItBuilds() throws Exception {
        stubJava("17.0.9", "exit 0");
        Files.delete(home.resolve("target/physio-outcomes.jar"));
        assertEnded(
                launch("status"), 2, "Error: Maven is missing: install Maven, 3.8 or newer, to build this program.");
        stub(path.resolve("mvn"), mavenScript("3.6.3", "exit 0"));
        assertEnded(launch("status"), 2, "Error: Maven 3.6 is too old: install Maven, 3.8 or newer.");
    }

    private static void assertEnded(String output, int code, String sentence) {
        assertThat(output.lines()).endsWith(sentence, "code " + code);
    }

    private String launch(String... arguments) throws IOException, InterruptedException {
        return launch(home.resolve("jobs/outcomes"), arguments);
    }

    /** What the launcher prints, and as a last line its exit code. */
    private String launch(Path launcher, String... arguments) throws IOException, InterruptedException {
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

    private void stubJava(String version, String end) throws IOException {
        stub(path.resolve("java"), javaScript(version, end));
    }

    private static String javaScript(String version, String end) {
        return "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2026-01-01' >&2; exit; fi\n"
                + "printf '%s\\n' \"$@\"\n" + end + "\n";
    }

    private static String mavenScript(String version, String end) {
        return "if [ \"$1\" = -v ]; then echo 'Apache Maven " + version + " (x)'; exit; fi\n" + end + "\n";
    }

    private void stub(Path file, String script) throws IOException {
        Files.writeString(file, "#!" + path.resolve("bash") + "\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void write(String name) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), "");
    }

    private void setAge(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(
                home.resolve(name), FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private static Path installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This machine has no " + tool));
    }
}
