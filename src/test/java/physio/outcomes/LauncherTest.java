package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jobs/outcomes} in a project that is built already, with a Java and a Maven that only say how they were called. */
class LauncherTest extends LauncherCase {
    LauncherTest(@TempDir Path folder) throws IOException {
        super(folder);
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
    void aLargeInputGetsTheOptimisingCompiler() throws Exception {
        stubJava("17.0.9", "exit 0");
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[65 << 20]);
        assertThat(launch("ingest", "in").lines()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("ingest", large.toString()).lines()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    /** What a command reads of it. */
    @Test
    void aLargeStoreGetsItForCommandsThatReadAllOfIt() throws Exception {
        stubJava("17.0.9", "exit 0");
        Path store = Files.createDirectories(folder.resolve("a store"));
        Files.write(store.resolve("sessions"), new byte[30 << 20]);
        assertThat(engine("ingest", store)).contains("-XX:TieredStopAtLevel=1");
        assertThat(engine("report", store)).contains("-XX:TieredStopAtLevel=1");
        assertThat(engine("compare", store)).doesNotContain("-XX:TieredStopAtLevel=1");
        Files.write(store.resolve("more sessions"), new byte[60 << 20]);
        assertThat(engine("ingest", store)).contains("-XX:TieredStopAtLevel=1");
        assertThat(engine("report", store)).doesNotContain("-XX:TieredStopAtLevel=1");
        Path kept = Files.createDirectories(store.resolve("derived"));
        Files.write(kept.resolve("2021.jsonl"), new byte[1]);
        Files.write(kept.resolve("2022.jsonl"), new byte[1]);
        assertThat(engine("report", store)).contains("-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @CsvSource({"report, --reports", "export, --to"})
    void whatIsWrittenAnewIsNoInput(String command, String option) throws Exception {
        stubJava("17.0.9", "exit 0");
        Path reports = Files.createDirectories(folder.resolve("old reports"));
        Files.write(reports.resolve("index.pdf"), new byte[65 << 20]);
        assertThat(launch(command, option, reports.toString()).lines()).contains("-XX:TieredStopAtLevel=1");
    }

    private Stream<String> engine(String command, Path store) throws Exception {
        return launch(command, "--store", store.toString()).lines();
    }

    /** How large it is nobody can tell from here, nor how large tables are that lie there. */
    @Test
    void soDoWhatLiesInAnotherFileSystemAndAStoreWithItsTablesThere() throws Exception {
        stubJava("17.0.9", "exit 0");
        assertThat(launch("ingest", "hdfs://host:8020/exports").lines()).doesNotContain("-XX:TieredStopAtLevel=1");
        Path store = Files.createDirectories(folder.resolve("a store"));
        assertThat(launch("report", "--store", store.toString()).lines()).contains("-XX:TieredStopAtLevel=1");
        Files.writeString(store.resolve("warehouse"), "hdfs://host:8020/tables");
        assertThat(launch("report", "--store", store.toString()).lines()).doesNotContain("-XX:TieredStopAtLevel=1");
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
}
