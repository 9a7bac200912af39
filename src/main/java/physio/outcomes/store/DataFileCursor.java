package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.iceberg.Table;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import physio.outcomes.store.DataFiles.Piece;

/** Goes over the rows of some data files, with Parquet's readers of single columns: no row is ever put together. */
final class DataFileCursor implements ColumnCursor {
    private final Table table;
    private final List<String> columns;
    private final List<ColumnValues> values;
    private final RowChoice choice;
    private final Iterator<Piece> pieces;
    private @Nullable ParquetFileReader file;
    private MessageType wanted = new MessageType("nothing");

    /** Those of the rows that lie together in the file at hand, what makes each when it is first needed, and the values that it fills. */
    private @Nullable ColumnReader[] readers = new ColumnReader[0];

    private IntFunction<ColumnReader> maker = column -> {
        throw new IllegalStateException("No file is open.");
    };

    private ColumnValues[] filled = new ColumnValues[0];
    private int[] levels = new int[0];

    /** How many of them the choice goes by. */
    private int leading;

    /** Of these rows, those that are not read yet, and those before them that only the columns have gone over that the choice goes by. */
    private long left;

    private long passed;

    /** The rows that were read last: how many they are, which are stopped at, and at which it stands. */
    private int rows;

    private final boolean[] chosen = new boolean[ColumnValues.ROWS];
    private int at;

    DataFileCursor(Table table, List<Piece> pieces, List<String> columns, List<ColumnValues> values, RowChoice choice) {
        this.choice = choice;
        this.table = table;
        this.pieces = pieces.iterator();
        this.columns = columns;
        this.values = values;
    }

    @Override
    public boolean next() {
        at++;
        while (true) {
            while (at < rows) {
                if (chosen[at]) {
                    return true;
                }
                at++;
            }
            if (left > 0) {
                read();
            } else if (!goOn()) {
                return false;
            }
        }
    }

    /** Reads some rows of the file at hand, and stands before the first. */
    private void read() {
        rows = (int) Math.min(left, ColumnValues.ROWS);
        left -= rows;
        Arrays.fill(chosen, true);
        for (int i = 0; i < leading; i++) {
            filled[i].read(reader(i), levels[i], chosen, rows);
        }
        boolean isAny = false;
        for (at = 0; at < rows; at++) {
            chosen[at] = choice.rows().test(this);
            isAny |= chosen[at];
        }
        if (isAny) {
            readOthers();
            at = 0;
        } else {
            passed += rows;
        }
    }

    private void readOthers() {
        for (int i = leading; i < readers.length; i++) {
            ColumnReader reader = reader(i);
            ColumnValues.pass(reader, levels[i], passed);
            filled[i].read(reader, levels[i], chosen, rows);
        }
        passed = 0;
    }

    private ColumnReader reader(int column) {
        ColumnReader reader = readers[column];
        if (reader == null) {
            reader = maker.apply(column);
            readers[column] = reader;
        }
        return reader;
    }

    /** Goes to the next rows that lie together in the file at hand, or else opens the next file; false when there is none. */
    private boolean goOn() {
        try {
            ParquetFileReader current = file;
            PageReadStore pages = current == null ? null : current.readNextRowGroup();
            if (current != null && pages != null) {
                read(current, pages);
                return true;
            }
            close();
            boolean isMore = pieces.hasNext();
            if (isMore) {
                open(pieces.next());
            }
            return isMore;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void open(Piece piece) throws IOException {
        ParquetFileReader opened = ParquetFileReader.open(
                new ParquetInput(table.io().newInputFile(piece.location())),
                // Without a look for Hadoop's files of settings at each file.
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withRange(piece.start(), piece.start() + piece.length())
                        .build());
        file = opened;
        wanted = wanted(opened.getFileMetaData().getSchema());
        opened.setRequestedSchema(wanted);
    }

    /** The wanted columns that a file has: columns are added to the table as measures appear. */
    private MessageType wanted(MessageType all) {
        List<Type> found = new ArrayList<>();
        List<ColumnValues> own = new ArrayList<>();
        leading = 0;
        for (int i = 0; i < columns.size(); i++) {
            values.get(i).clear();
            if (all.containsField(columns.get(i))) {
                found.add(all.getType(columns.get(i)));
                own.add(values.get(i));
                leading += i < choice.columns() ? 1 : 0;
            }
        }
        filled = own.toArray(ColumnValues[]::new);
        return new MessageType(all.getName(), found);
    }

    private void read(ParquetFileReader from, PageReadStore pages) {
        ColumnReadStoreImpl columnReaders = new ColumnReadStoreImpl(
                pages, new Converters(filled), wanted, from.getFileMetaData().getCreatedBy());
        List<ColumnDescriptor> descriptors = wanted.getColumns();
        maker = column -> columnReaders.getColumnReader(descriptors.get(column));
        readers = new ColumnReader[descriptors.size()];
        levels = descriptors.stream()
                .mapToInt(ColumnDescriptor::getMaxDefinitionLevel)
                .toArray();
        left = pages.getRowCount();
        passed = 0;
    }

    @Override
    public boolean isMissing(int column) {
        return values.get(column).isMissing(at);
    }

    @Override
    public long number(int column) {
        return values.get(column).value(at);
    }

    @Override
    public int code(int column) {
        return ((ColumnValues.OfTexts) values.get(column)).code(at);
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
                file = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The values as Parquet wants them. */
    private static final class Converters extends GroupConverter {
        private final ColumnValues[] values;

        Converters(ColumnValues[] values) {
            this.values = values;
        }

        @Override
        public Converter getConverter(int column) {
            return values[column];
        }

        @Override
        public void start() {
            // Columns are read one by one.
        }

        @Override
        public void end() {
            // Columns are read one by one.
        }
    }
}
