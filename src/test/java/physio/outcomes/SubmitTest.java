package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jobs/submit} in a project that is built already, with a Spark that only says how it was called. */
class SubmitTest extends LauncherCase {
    private static final String MASTER = "--master=spark://host:7077";

    private final Path spark;

    SubmitTest(@TempDir Path folder) throws IOException {
        super(folder);
        this.spark = this.folder.resolve("the spark");
    }

    @BeforeEach
    void makeSpark() throws IOException {
        stubJava("17.0.9", "exit 0");
        write("target/lib/spark-core_2.13-4.1.3.jar");
        write("target/lib/picocli-4.7.7.jar");
        write("target/lib/commons-text-1.14.0.jar");
        Files.createDirectories(spark.resolve("bin"));
        Files.createDirectories(spark.resolve("jars"));
        stub(spark.resolve("bin/spark-submit"), "printf '%s\\n' \"$@\" \"$SPARK_SUBMIT_OPTS\"\nexit 3\n");
        for (String jar : new String[] {"spark-core_2.13-4.1.1.jar", "commons-text-1.13.1.jar", "a-2.jar"}) {
            Files.createFile(spark.resolve("jars").resolve(jar));
        }
        environment.put("SPARK_HOME", spark.toString());
    }

    private String submit(String... arguments) throws IOException, InterruptedException {
        return launch(home.resolve("jobs/submit"), arguments);
    }

    @Test
    void whatSparkLacksIsSentToItAndEachOptionGoesWhereItBelongs() throws Exception {
        String lib = home + "/target/lib/";
        assertThat(submit("--master", "spark://host:7077", "--conf=a=b", "-v", "run", "two words", "--month", "2024-05")
                        .lines())
                .containsExactly(
                        "--master",
                        "spark://host:7077",
                        "--conf=a=b",
                        "-v",
                        "--class",
                        "physio.outcomes.cli.Main",
                        "--jars",
                        lib + "a.jar," + lib + "b.jar," + lib + "picocli-4.7.7.jar",
                        home + "/target/physio-outcomes.jar",
                        "run",
                        "two words",
                        "--month",
                        "2024-05",
                        " \"-Doutcomes.home=" + home + "\" \"-Doutcomes.log=" + home + "/target/outcomes.log\""
                                + " \"-Doutcomes.terminal=false\" \"-Dlog4j2.configurationFile=" + home
                                + "/target/classes/log4j2.properties\" \"-Djava.awt.headless=true\""
                                + " \"-Dfile.encoding=UTF-8\"",
                        "code 3");
    }

    @Test
    void anotherSparkIsRefused() throws Exception {
        Files.move(spark.resolve("jars/spark-core_2.13-4.1.1.jar"), spark.resolve("jars/spark-core_2.12-3.5.7.jar"));
        assertEnded(
                submit(MASTER, "status"),
                "Error: Spark 3.5 with Scala 2.12 is in " + spark + "/jars, and Spark 4.1 with Scala 2.13 is needed.");
    }

    @Test
    void withoutSparkItSaysWhatToInstall() throws Exception {
        environment.put("SPARK_HOME", folder.resolve("nowhere").toString());
        assertEnded(
                submit(MASTER, "status"), "Error: spark-submit is missing: install Spark, and point SPARK_HOME to it.");
        environment.remove("SPARK_HOME");
        assertEnded(
                submit(MASTER, "status"), "Error: spark-submit is missing: install Spark, and point SPARK_HOME to it.");
    }

    @Test
    void aSparkWithoutItsJarsIsNone() throws Exception {
        stub(path.resolve("spark-submit"), "exit 0");
        environment.remove("SPARK_HOME");
        assertEnded(
                submit(MASTER, "status"),
                "Error: There are no jars beside " + path.resolve("spark-submit")
                        + ": point SPARK_HOME to the folder that Spark was unpacked into.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--class Other run", "--class=Other run", "--jars x.jar run", "--jars=x.jar run"})
    void whatTheLauncherGivesNobodyElseGives(String arguments) throws Exception {
        assertThat(submit(arguments.split(" "))).containsPattern("Error: --(class|jars)\\S* is given by this launcher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--deploy-mode cluster run", "--deploy-mode=cluster run"})
    void theProgramRunsWhereItIsStarted(String arguments) throws Exception {
        assertEnded(
                submit(arguments.split(" ")),
                "Error: --deploy-mode cluster is not supported: the program runs where it is started.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Which command?",
        "--master=local[2], Which command?",
        "--master, The option --master needs a value",
        "--help, Usage: jobs/submit"
    })
    void withoutACommandItSaysHowItIsUsed(String arguments, String sentence) throws Exception {
        assertThat(submit(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .contains("Error: " + sentence)
                .endsWith("code 2");
    }

    private static void assertEnded(String output, String sentence) {
        assertThat(output.lines()).endsWith(sentence, "code 2");
    }
}
