package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.report.OtherLetters;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;

/** Reports of the sample data in a language of other letters: what is left in Latin ones is the settings' or the data's. */
@ExtendWith(SparkTest.class)
class LanguageIT {
    /** Commands and files, columns, and codes of the data. */
    private static final String NAMES =
            "physio outcomes jobs compare reports as of name default run json tables csv balance"
                    + " change_distribution clinic_id session_date technique pain_before mobility_before female male acute subacute"
                    + " chronic post_surgical nonspecific osteoarthritis overuse strain tension_headache";

    private static final String PRACTITIONER = "\\b[0-9a-f]{8}\\b";

    private final Path folder;

    LanguageIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.folder = folder;
    }

    @AfterEach
    void goBack() {
        Texts.choose(TextFile.english());
    }

    @Test
    void noPageOfTheSampleDataHoldsEnglish() throws IOException {
        Settings settings = ReportRun.settings(
                "",
                Map.of(
                        "report.language",
                        texts().toString(),
                        "report.practitioners",
                        "true",
                        "report.targets.pain",
                        "2"));
        ReportRun.ingest(folder, settings, Path.of("sample-data"), "");
        Set<String> left = new TreeSet<>();
        ReportRun month = ReportRun.reported(folder, settings);
        for (String page : new String[] {"index.html", "clinic-C09.html", "clinic-C12.html", "../index.html"}) {
            left.addAll(OtherLetters.left(month.text(page).replaceAll(PRACTITIONER, ""), names()));
        }
        assertThat(month.text("index.html")).contains("lang=\"xx\"");
        left.addAll(OtherLetters.left(ReportRun.compared(folder, settings).page(), names()));
        assertThat(left).isEmpty();
    }

    private Path texts() throws IOException {
        return Files.writeString(
                folder.resolve("texts.xx.properties"),
                OtherLetters.texts().entrySet().stream()
                        .map(text -> text.getKey() + "=" + text.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** Words of the settings, remarks apart, and of the names above. */
    private static String names() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("jobs/outcomes.yaml"))) {
            return NAMES + " " + lines.map(line -> line.replaceAll("#.*", "")).collect(Collectors.joining(" "));
        }
    }
}
