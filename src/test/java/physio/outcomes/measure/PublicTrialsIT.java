package physio.outcomes.measure;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.ingest.DeliveredFiles;
import physio.outcomes.store.IngestRequest;
import physio.outcomes.store.Store;

/** Public data from file to table, against numbers that R computed (data/README.md beside the project). */
@ExtendWith(SparkTest.class)
class PublicTrialsIT {
    private final SparkSession spark;
    private final Path folder;

    PublicTrialsIT(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    @Test
    void givesTheNumbersOfTheBackPainTrial() throws IOException {
        ResultTable table = outcomes("ashar", "ashar/Ashar2022_outcomes_demographics.csv");
        String means =
                "n_patients baseline_mean baseline_sd follow_up_mean follow_up_sd change_mean change_sd improved";
        assertRow(
                table,
                "back_pain episode reprocessing",
                means,
                44,
                4.022727273,
                1.517167440,
                1.181818182,
                1.244013147,
                -2.840909091,
                1.627427444,
                34);
        assertRow(
                table,
                "back_pain episode placebo",
                means,
                44,
                3.886363636,
                1.512981180,
                2.840909091,
                1.641655175,
                -1.045454545,
                1.461992038,
                13);
        assertRow(
                table,
                "back_pain episode usual_care",
                means,
                47,
                3.510638298,
                1.427560102,
                3.127659574,
                1.453885667,
                -0.3829787234,
                1.074470375,
                8);
        String ends = "n_patients follow_up_mean follow_up_sd change_mean";
        assertRow(table, "odi episode reprocessing", ends, 44, 10.13636364, 10.63034469, -14.09090909);
        assertRow(table, "odi episode placebo", ends, 44, 19.0, 11.06849709, -2.909090909);
        assertRow(table, "odi episode usual_care", ends, 47, 20.68085106, 10.68340115, -1.234042553);
        assertRow(table, "promis_sleep episode reprocessing", ends, 44, 17.72727273, 6.752651973, -4.136363636);
        assertRow(table, "promis_sleep episode placebo", ends, 44, 20.5, 6.166300010, -1.659090909);
        assertRow(table, "promis_sleep episode usual_care", ends, 47, 20.89361702, 6.022544755, -1.404255319);
    }

    /** Newcombe's interval of the risk difference against usual care. */
    @Test
    void givesTheNumbersNeededOfTheBackPainTrial() throws IOException {
        ResultTable table = outcomes("ashar", "ashar/Ashar2022_outcomes_demographics.csv");
        String risk = "risk_difference rd_ci_low rd_ci_high";
        assertRow(table, "back_pain episode reprocessing", risk, 0.6025145068, 0.4087136591, 0.7305365587);
        assertRow(table, "back_pain episode placebo", risk, 0.1252417795, -0.0484894575, 0.2930288359);
    }

    @Test
    void givesTheNumbersOfTheDystoniaTrial() throws IOException {
        ResultTable table = outcomes("cdystonia", "cdystonia/cdystonia.csv");
        String figures = "n_patients baseline_mean change_mean change_sd change_median change_q1 change_q3 srm"
                + " hodges_lehmann hl_ci_low hl_ci_high improved improved_ci_low improved_ci_high deteriorated";
        assertRow(
                table,
                "twstrs episode botulinum_10000",
                figures,
                37,
                46.91891892,
                1.324324324,
                7.817551670,
                2,
                -5,
                6,
                -0.169403975,
                1,
                -1.5,
                3.5,
                0,
                0,
                0.09405783,
                4);
        assertRow(
                table,
                "twstrs episode botulinum_5000",
                figures,
                36,
                46.41666667,
                -0.888888889,
                7.629932701,
                -1.5,
                -5,
                4,
                0.116500226,
                -1,
                -3.5,
                1.5,
                4,
                0.04406640,
                0.25314808,
                4);
        assertRow(
                table,
                "twstrs episode placebo",
                figures,
                35,
                43.77142857,
                -0.314285714,
                10.961889673,
                2,
                -4,
                6,
                0.028670761,
                1,
                -2,
                3.5,
                5,
                0.06260231,
                0.29375554,
                4);
    }

    @Test
    void givesTheNumbersOfHipReplacement() throws IOException {
        ResultTable table = outcomes("nhs-hip", "nhs-proms/hip-provider-1819.csv.gz");
        String figures = "n_patients baseline_mean baseline_sd follow_up_mean improvement_mean change_sd change_median"
                + " change_q1 change_q3 improved improved_ci_low improved_ci_high deteriorated";
        assertRow(
                table,
                "oxford_hip session primary",
                figures,
                38_432,
                17.41996253,
                8.061084164,
                40.11448793,
                22.6945254,
                9.859888212,
                24,
                17,
                30,
                36_668,
                0.9519627849,
                0.9561479440,
                331);
        assertRow(
                table,
                "oxford_hip session revision",
                figures,
                1_951,
                20.85289595,
                11.469173425,
                34.77293696,
                13.9200410,
                12.130350290,
                14,
                6,
                23,
                1_516,
                0.7580335828,
                0.7949524382,
                105);
        String gain = "n_patients change_mean change_sd";
        assertRow(table, "eq_vas session primary", gain, 34_191, 14.41534322, 23.61443775);
        assertRow(table, "eq_vas session revision", "n_patients change_mean", 1_722, 7.881533101);
    }

    /** The row of all clinics for a measure, window and technique, to a millionth. */
    private static void assertRow(ResultTable table, String key, String columns, double... expected) {
        String[] parts = key.split(" ", -1);
        List<String> whole = List.of("all", "all", parts[0], parts[1], parts[2]);
        var row = table.rows().stream()
                .filter(candidate -> candidate.key().equals(whole))
                .findFirst()
                .orElseThrow();
        String[] names = columns.split(" ", -1);
        assertThat(names).hasSameSizeAs(expected);
        for (int i = 0; i < names.length; i++) {
            assertThat(Rows.number(table, row, names[i]))
                    .as(key + " " + names[i])
                    .isCloseTo(expected[i], withinPercentage(1e-4));
        }
    }

    private ResultTable outcomes(String mapping, String file) throws IOException {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path);
        Path jobs = Path.of("jobs");
        Settings settings = SettingsReader.read(
                List.of(jobs.resolve("outcomes.yaml"), jobs.resolve("mappings/" + mapping + ".settings.yaml")),
                Map.of());
        String mappingSource = Files.readString(jobs.resolve("mappings/" + mapping + ".yaml"));
        return table(stored(path, mappingSource, settings), settings);
    }

    private Dataset<Row> stored(Path file, String mappingSource, Settings settings) {
        try (Store store = Store.forWriting(folder.resolve("store"), false, Clock.systemUTC())) {
            store.ingestion(settings, () -> spark, stage -> {})
                    .run(new IngestRequest(
                            DeliveredFiles.find(List.of(file.toString()), "public"),
                            settings,
                            Optional.of(mappingSource),
                            LocalDate.of(2024, 6, 30),
                            false,
                            false));
            return store.sessions(spark, store.state()).sessions();
        }
    }

    private static ResultTable table(Dataset<Row> sessions, Settings settings) {
        List<Measure> measures = List.copyOf(settings.measures().values());
        Dataset<Row> visits = Visits.of(sessions, settings.episode().gapDays());
        Dataset<Row> episodes = Episodes.of(visits, measures);
        Thresholds thresholds = Thresholds.of(episodes, measures);
        Dataset<Row> changes = Changes.ofSessions(visits, measures, thresholds)
                .unionByName(Changes.ofEpisodes(
                        episodes, measures, thresholds, settings.attribution().share()))
                .withColumn("period", lit("all"));
        return TechniqueOutcomes.table(
                "technique_outcomes",
                Cells.of(changes),
                settings.measures(),
                settings.compare().reference().orElseThrow());
    }
}
