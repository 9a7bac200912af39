package physio.outcomes.measure.statistic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** CSV files of reference numbers (made by the scripts of src/test/r) and of public data outside the project. */
public final class ReferenceFiles {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private ReferenceFiles() {}

    /** What R says, from src/test/resources/reference. */
    public static List<CSVRecord> reference(String name) {
        return read(Path.of("src/test/resources/reference", name + ".csv"));
    }

    /** A public file beside the project; its test is skipped where it is absent. */
    public static List<CSVRecord> shared(String name) {
        Path file = Path.of("../shared/data", name);
        assumeTrue(Files.exists(file), () -> "skipped: no " + file);
        return read(file);
    }

    private static List<CSVRecord> read(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var records = FORMAT.parse(new InputStreamReader(text, UTF_8))) {
            return records.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    public static boolean has(CSVRecord row, String column) {
        return !row.get(column).isEmpty();
    }

    /** Whole numbers between blanks. */
    static long[] values(CSVRecord row) {
        return Arrays.stream(row.get("values").split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    static Histogram histogram(long... values) {
        return Histogram.of(
                Arrays.stream(values).boxed().collect(Collectors.groupingBy(value -> value, Collectors.counting())));
    }

    /** The sums of {@code rows}, each giving a cluster and a value. */
    static <T> ClusteredMean clusteredMean(List<T> rows, Function<T, String> cluster, ToLongFunction<T> value) {
        Map<String, List<Long>> clusters = rows.stream()
                .collect(Collectors.groupingBy(
                        cluster, Collectors.mapping(row -> value.applyAsLong(row), Collectors.toList())));
        return clusters.values().stream()
                .map(ReferenceFiles::oneCluster)
                .reduce(ClusteredMean::plus)
                .orElseThrow();
    }

    private static ClusteredMean oneCluster(List<Long> values) {
        long size = values.size();
        long sum = values.stream().mapToLong(Long::longValue).sum();
        return new ClusteredMean(size, 1, big(sum), big(size * size), big(size * sum), big(sum * sum));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
