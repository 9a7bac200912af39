package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
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
    private final List<ColumnCell> cells;
    private final Iterator<Piece> pieces;
    private @Nullable ParquetFileReader file;
    private MessageType wanted = new MessageType("nothing");

    /** Those of the file at hand, and for each the cell that it fills. */
    private ColumnReader[] readers = new ColumnReader[0];

    private ColumnCell[] filled = new ColumnCell[0];
    private int[] levels = new int[0];
    private long left;

    DataFileCursor(Table table, List<Piece> pieces, List<String> columns, List<ColumnCell> cells) {
        this.table = table;
        this.pieces = pieces.iterator();
        this.columns = columns;
        this.cells = cells;
    }

    @Override
    public boolean next() {
        while (left == 0) {
            if (!goOn()) {
                return false;
            }
        }
        left--;
        for (int i = 0; i < readers.length; i++) {
            if (readers[i].getCurrentDefinitionLevel() == levels[i]) {
                readers[i].writeCurrentValueToConverter();
            } else {
                filled[i].clear();
            }
            readers[i].consume();
        }
        return true;
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
                ParquetReadOptions.builder()
                        .withRange(piece.start(), piece.start() + piece.length())
                        .build());
        file = opened;
        wanted = wanted(opened.getFileMetaData().getSchema());
        opened.setRequestedSchema(wanted);
    }

    /** The wanted columns that a file has: columns are added to the table as measures appear. */
    private MessageType wanted(MessageType all) {
        List<Type> found = new ArrayList<>();
        List<ColumnCell> own = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.get(i).clear();
            if (all.containsField(columns.get(i))) {
                found.add(all.getType(columns.get(i)));
                own.add(cells.get(i));
            }
        }
        filled = own.toArray(ColumnCell[]::new);
        return new MessageType(all.getName(), found);
    }

    private void read(ParquetFileReader from, PageReadStore pages) {
        ColumnReadStoreImpl columnReaders = new ColumnReadStoreImpl(
                pages, new Cells(filled), wanted, from.getFileMetaData().getCreatedBy());
        readers =
                wanted.getColumns().stream().map(columnReaders::getColumnReader).toArray(ColumnReader[]::new);
        levels = wanted.getColumns().stream()
                .mapToInt(column -> column.getMaxDefinitionLevel())
                .toArray();
        left = pages.getRowCount();
    }

    @Override
    public boolean isMissing(int column) {
        return cells.get(column).isMissing();
    }

    @Override
    public long number(int column) {
        return cells.get(column).value();
    }

    @Override
    public int code(int column) {
        return ((ColumnCell.OfTexts) cells.get(column)).code();
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

    /** The cells as Parquet wants them. */
    private static final class Cells extends GroupConverter {
        private final ColumnCell[] cells;

        Cells(ColumnCell[] cells) {
            this.cells = cells;
        }

        @Override
        public Converter getConverter(int column) {
            return cells[column];
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
