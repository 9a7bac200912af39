package physio.outcomes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.SpreadsheetText;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;

/** Published tables as CSV and JSON, numbers with 12 significant digits. */
public final class TableFiles {
    /** Of {@code results.json}; changes when a reader of the earlier one would stumble. */
    public static final int SCHEMA_VERSION = 1;

    private static final MathContext DIGITS = new MathContext(12);

    private TableFiles() {}

    /** A table as CSV with a header; a hidden row has blank figures and {@code suppressed} true. */
    public static String csv(PublishedTable table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            List<String> header = new ArrayList<>(table.dimensions());
            table.columns().forEach(column -> header.add(column.name()));
            header.add("suppressed");
            printer.printRecord(header);
            for (PublishedRow row : table.rows()) {
                List<String> cells = new ArrayList<>();
                row.key().forEach(key -> cells.add(SpreadsheetText.inert(key)));
                row.figures().forEach(figure -> cells.add(text(figure)));
                cells.add(String.valueOf(row.isSuppressed()));
                printer.printRecord(cells);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** All tables of a report as one JSON text. */
    public static String json(String title, List<PublishedTable> tables) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("title", title);
        ObjectNode all = root.putObject("tables");
        tables.forEach(table -> addTable(all.putArray(table.name()), table));
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static void addTable(ArrayNode rows, PublishedTable table) {
        for (PublishedRow row : table.rows()) {
            ObjectNode object = rows.addObject();
            for (int i = 0; i < table.dimensions().size(); i++) {
                object.put(table.dimensions().get(i), row.key().get(i));
            }
            for (int i = 0; i < table.columns().size(); i++) {
                addFigure(object, table.columns().get(i).name(), row.figures().get(i));
            }
            object.put("suppressed", row.isSuppressed());
        }
    }

    private static void addFigure(ObjectNode object, String name, Figure figure) {
        if (figure instanceof Figure.Count count) {
            object.put(name, count.value());
        } else if (figure instanceof Figure.Value value) {
            object.put(name, rounded(value.value()));
        } else if (figure instanceof Figure.Text text) {
            object.put(name, text.value());
        } else {
            object.putNull(name);
        }
    }

    private static String text(Figure figure) {
        if (figure instanceof Figure.Count count) {
            return String.valueOf(count.value());
        }
        if (figure instanceof Figure.Value value) {
            return plain(rounded(value.value()));
        }
        return figure instanceof Figure.Text text ? SpreadsheetText.inert(text.value()) : "";
    }

    /** A number with as many digits as all files give. */
    public static BigDecimal rounded(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    /** Written out where that stays short, else with an exponent. */
    private static String plain(BigDecimal number) {
        boolean isShort = number.scale() <= 20 && number.precision() - number.scale() <= 15;
        return isShort ? number.toPlainString() : number.toString();
    }
}
