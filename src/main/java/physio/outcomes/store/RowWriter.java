package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Writes rows into data files of a table, one a partition, that the table does not name until somebody commits them. */
final class RowWriter {
    private static final long TARGET_BYTES = 128L << 20;

    private final Table table;
    private final FanoutDataWriter<Record> writer;
    private final PartitionKey partition;
    private final InternalRecordWrapper wrapper;

    /** The delivery's number keeps the file names of tasks apart. */
    RowWriter(Table table, int delivery) {
        SyncedFileSystem.takeOver();
        this.table = table;
        this.partition = new PartitionKey(table.spec(), table.schema());
        this.wrapper = new InternalRecordWrapper(table.schema().asStruct());
        this.writer = new FanoutDataWriter<>(
                new GenericFileWriterFactory.Builder(table)
                        .dataSchema(table.schema())
                        .dataFileFormat(FileFormat.PARQUET)
                        .writerProperties(Map.of())
                        .build(),
                OutputFileFactory.builderFor(table, delivery, 0)
                        .format(FileFormat.PARQUET)
                        .build(),
                table.io(),
                TARGET_BYTES);
    }

    void write(Record row) {
        partition.partition(wrapper.wrap(row));
        writer.write(row, table.spec(), partition);
    }

    /** Closes the files and names them. */
    List<DataFile> finish() {
        try {
            writer.close();
            return List.copyOf(writer.result().dataFiles());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what was written. */
    void discard() {
        finish().forEach(file -> table.io().deleteFile(file.location()));
    }
}
