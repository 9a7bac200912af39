package physio.outcomes.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.iceberg.CombinedScanTask;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.hadoop.Util;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileIO;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * The data files of a table, whose columns tasks read by themselves: to plan a query, and to make rows of columns and columns of the rows again, takes longer than
 * what is done with them.
 */
public final class DataFiles {
    /** Half a million sessions or so: with Iceberg's 128 MB a store that fits a laptop would be one part. */
    static final long PART_BYTES = 1L << 24;

    private final Table table;
    private final List<Part> parts;

    /**
     * What one task reads.
     *
     * @param hosts the machines that hold most of it, where the file system tells
     */
    public record Part(ArrayList<Piece> pieces, long rows, ArrayList<String> hosts) implements Serializable {}

    /** A part of a data file, by bytes. */
    record Piece(String location, long start, long length) implements Serializable {}

    private DataFiles(Table table, List<Part> parts) {
        this.table = table;
        this.parts = List.copyOf(parts);
    }

    /**
     * Those of a snapshot that may have rows of some kind; rows of others may be in them.
     *
     * @param bytes that a part has, about
     */
    static DataFiles of(Table table, long snapshot, Expression rows, long bytes) {
        List<Part> parts = new ArrayList<>();
        try (CloseableIterable<CombinedScanTask> tasks = table.newScan()
                .useSnapshot(snapshot)
                .filter(rows)
                .option(TableProperties.SPLIT_SIZE, String.valueOf(bytes))
                .planTasks()) {
            tasks.forEach(task -> parts.add(part(table.io(), task)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new DataFiles(table, parts);
    }

    private static Part part(FileIO io, CombinedScanTask task) {
        ArrayList<Piece> pieces = new ArrayList<>();
        task.files().forEach(file -> pieces.add(new Piece(file.file().location(), file.start(), file.length())));
        boolean isTold = pieces.stream().allMatch(piece -> Util.mayHaveBlockLocations(io, piece.location()));
        return new Part(
                pieces,
                task.estimatedRowsCount(),
                new ArrayList<>(isTold ? List.of(Util.blockLocations(io, task)) : List.of()));
    }

    /** What is read at a time, a task each: where it lies, if Spark has an executor there. */
    public JavaRDD<Part> tasks(SparkSession spark) {
        List<Tuple2<Part, Seq<String>>> placed = parts.stream()
                .map(part -> new Tuple2<>(
                        part, CollectionConverters.asScala(part.hosts()).toSeq()))
                .toList();
        return spark.sparkContext()
                .makeRDD(CollectionConverters.asScala(placed).toSeq(), ClassTag$.MODULE$.<Part>apply(Part.class))
                .toJavaRDD();
    }

    List<Part> parts() {
        return parts;
    }

    /** How many rows there are, about. */
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** Whether any file may have a column. */
    public boolean has(String column) {
        return table.schema().findField(column) != null;
    }

    /** What tasks read a part with. */
    public Reader reader() {
        return new Reader(SerializableTable.copyOf(table));
    }

    /** Reads parts, in tasks or outside. */
    public record Reader(Table table) implements Serializable {
        /** Goes over all rows of a part. */
        public ColumnCursor open(Part part, List<String> wanted, Map<String, ToIntFunction<String>> codes) {
            return open(part, wanted, codes, RowChoice.ALL);
        }

        /**
         * Goes over rows of a part; the files are let go of when the task ends, however it does.
         *
         * @param wanted columns; one that a file does not have is missing in its rows
         * @param codes of those that hold texts, what gives each text its code, which is not negative
         * @param choice which rows to stop at
         */
        public ColumnCursor open(
                Part part, List<String> wanted, Map<String, ToIntFunction<String>> codes, RowChoice choice) {
            List<ColumnValues> values = new ArrayList<>();
            for (String column : wanted) {
                values.add(Optional.ofNullable(codes.get(column))
                        .<ColumnValues>map(ColumnValues.OfTexts::new)
                        .orElseGet(ColumnValues::new));
            }
            DataFileCursor cursor = new DataFileCursor(table, part.pieces(), wanted, values, choice);
            Optional.ofNullable(TaskContext.get())
                    .ifPresent(
                            task -> task.addTaskCompletionListener((TaskCompletionListener) ended -> cursor.close()));
            return cursor;
        }
    }
}
