package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The peer that a tutorial of Spark would lead to: typed CSV, SQL, Parquet by month; for the {@link PeerSteps} that its arguments name. */
public final class PlainSparkJob {
    private static final String SCHEMA =
            "session_id STRING, patient_id STRING, clinic_id STRING, session_date DATE, technique STRING,"
                    + " practitioner_id STRING, body_region STRING, condition STRING, chronicity STRING, age_band STRING, sex STRING,"
                    + " duration_min SMALLINT, attendance STRING, adverse_event STRING, pain_before TINYINT, pain_after TINYINT,"
                    + " mobility_before TINYINT, mobility_after TINYINT, sleep_score TINYINT, function_score TINYINT,"
                    + " stress_score TINYINT, _corrupt_record STRING";

    private PlainSparkJob() {}

    public static void main(String[] arguments) throws IOException {
        PeerSteps steps = PeerSteps.of(arguments);
        Map<String, String> values = steps.values("array(", ")");
        try (SparkSession spark = SparkSession.builder()
                .appName("plain-spark")
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "8")
                .getOrCreate()) {
            if (steps.isIngest()) {
                ingest(spark, steps, values);
            }
            if (steps.month().isPresent()) {
                measure(spark, steps, values);
            }
        }
    }

    private static void ingest(SparkSession spark, PeerSteps steps, Map<String, String> values) throws IOException {
        spark.read()
                .schema(SCHEMA)
                .option("header", "true")
                .csv(steps.files() + "/*.csv")
                .createOrReplaceTempView("delivered");
        PeerScript.statements("ingest-spark", values).forEach(spark::sql);
        spark.table("sound")
                .dropDuplicates("session_key")
                .write()
                .partitionBy("month")
                .option("compression", "zstd")
                .parquet(steps.out().resolve("sessions").toString());
        spark.table("quarantined")
                .write()
                .parquet(steps.out().resolve("quarantine").toString());
        spark.sql("UNCACHE TABLE checked");
    }

    private static void measure(SparkSession spark, PeerSteps steps, Map<String, String> values) throws IOException {
        spark.read().parquet(steps.out().resolve("sessions").toString()).createOrReplaceTempView("sessions");
        Dataset<Row> outcomes = spark.emptyDataFrame();
        for (String statement : PeerScript.statements("measure-spark", values)) {
            outcomes = spark.sql(statement);
        }
        write(outcomes, steps.out().resolve("technique_outcomes.csv"));
    }

    private static void write(Dataset<Row> table, Path file) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setHeader(table.columns()).get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            for (Row row : table.collectAsList()) {
                printer.printRecord(
                        IntStream.range(0, row.size()).mapToObj(row::get).toArray());
            }
        }
    }
}
