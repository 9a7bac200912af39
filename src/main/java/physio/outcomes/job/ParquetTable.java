package physio.outcomes.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.inmemory.InMemoryOutputFile;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.DataDictionary;
import physio.outcomes.report.TableFiles;

/**
 * Published tables as Parquet, one file a table, the same bytes for the same table: dimensions and words as strings, counts as long,
 * statistics as double with the 12 digits that CSV has, and {@code suppressed} as boolean. Texts are as they are: no spreadsheet
 * opens the file. Types go by what a column holds and not by its values, so that files of different months fit together.
 */
final class ParquetTable {
    private ParquetTable() {}

    /** A table. */
    static byte[] of(PublishedTable table) {
        List<Types.NestedField> fields = new ArrayList<>();
        table.dimensions().forEach(name -> add(fields, name, Types.StringType.get()));
        table.columns().forEach(column -> add(fields, column.name(), type(table, column)));
        add(fields, "suppressed", Types.BooleanType.get());
        Schema schema = new Schema(fields);
        return bytes(schema, table.rows().stream().map(row -> row(schema, row)).toList());
    }

    /** What the columns of tables mean. */
    static byte[] dictionary(List<PublishedTable> tables) {
        List<Types.NestedField> fields = new ArrayList<>();
        DataDictionary.HEADER.forEach(name -> add(fields, name, Types.StringType.get()));
        Schema schema = new Schema(fields);
        return bytes(
                schema,
                DataDictionary.lines(tables).stream()
                        .map(line -> row(schema, line))
                        .toList());
    }

    private static void add(List<Types.NestedField> fields, String name, Type type) {
        fields.add(Types.NestedField.optional(fields.size() + 1, name, type));
    }

    private static Type type(PublishedTable table, ResultColumn column) {
        return switch (DataDictionary.kind(table.name(), column)) {
            case WORDS -> Types.StringType.get();
            case COUNT -> Types.LongType.get();
            case STATISTIC -> Types.DoubleType.get();
        };
    }

    private static Record row(Schema schema, PublishedRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.key());
        row.figures().forEach(figure -> {
            Type type = schema.columns().get(values.size()).type();
            values.add(value(figure, type.typeId() == Type.TypeID.DOUBLE));
        });
        values.add(row.isSuppressed());
        return row(schema, values);
    }

    private static Record row(Schema schema, List<? extends @Nullable Object> values) {
        GenericRecord row = GenericRecord.create(schema);
        for (int i = 0; i < values.size(); i++) {
            row.set(i, values.get(i));
        }
        return row;
    }

    private static @Nullable Object value(Figure figure, boolean isStatistic) {
        if (figure instanceof Figure.Count count) {
            return isStatistic ? (Object) (double) count.value() : (Object) count.value();
        }
        if (figure instanceof Figure.Value value) {
            return TableFiles.rounded(value.value()).doubleValue();
        }
        return figure instanceof Figure.Text text ? text.value() : null;
    }

    private static byte[] bytes(Schema schema, List<Record> rows) {
        InMemoryOutputFile file = new InMemoryOutputFile();
        Parquet.WriteBuilder writer = Parquet.write(file).schema(schema);
        // Iceberg's own writer begins the file with its first row; without it, Parquet's writes one of no rows too.
        if (!rows.isEmpty()) {
            writer.createWriterFunc(type -> GenericParquetWriter.create(schema, type));
        }
        try (FileAppender<Record> appender = writer.build()) {
            appender.addAll(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
