package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;

/** Reads single data files of a table, without Spark. */
final class DataFileRows {
    private DataFileRows() {}

    /**
     * Hands over the rows of a file one by one.
     *
     * @param wanted their columns
     * @param each given a record that the next row fills anew
     */
    static void forEach(Table table, String location, Schema wanted, Consumer<Record> each) {
        try (CloseableIterable<Record> rows = Parquet.read(table.io().newInputFile(location))
                .project(wanted)
                .createReaderFunc(fileSchema -> GenericParquetReaders.buildReader(wanted, fileSchema))
                .reuseContainers()
                .build()) {
            rows.forEach(each);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
