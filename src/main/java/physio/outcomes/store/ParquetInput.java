package physio.outcomes.store;

import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A data file of a table, read as the table reads it, for Parquet's own reader. */
record ParquetInput(org.apache.iceberg.io.InputFile file) implements InputFile {

    @Override
    public long getLength() {
        return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() {
        org.apache.iceberg.io.SeekableInputStream stream = file.newStream();
        return new DelegatingSeekableInputStream(stream) {
            @Override
            public long getPos() throws IOException {
                return stream.getPos();
            }

            @Override
            public void seek(long place) throws IOException {
                stream.seek(place);
            }
        };
    }

    /** Parquet names the file by it when it is damaged. */
    @Override
    public String toString() {
        return file.location();
    }
}
