package physio.outcomes.catalogue;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import physio.outcomes.catalogue.Mapping.Csv;

/** Reads how a file is written. */
final class CsvReader {
    private static final int MOST_SKIPPED = 1000;

    private CsvReader() {}

    static Csv csv(Fields fields) {
        Csv csv = new Csv(
                character(fields, "delimiter").orElse(','),
                charset(fields),
                character(fields, "decimal").orElse('.'),
                skippedLines(fields),
                Set.copyOf(fields.texts("missing").orElse(List.of())));
        if ("\"\n\r".indexOf(csv.delimiter()) >= 0) {
            throw fields.invalid("delimiter", "cannot be a quote or a line end: these have a meaning of their own");
        }
        // Files are cut by their bytes, before they are decoded.
        if (csv.delimiter() == 0 || csv.delimiter() > 127) {
            throw fields.invalid("delimiter", "must be a character of ASCII, such as ; or a tab");
        }
        if (csv.decimal() != '.' && csv.decimal() != ',') {
            throw fields.invalid("decimal", "must be . or ,");
        }
        if (csv.delimiter() == csv.decimal()) {
            throw fields.invalid(
                    fields.has("decimal") ? "decimal" : "delimiter",
                    "makes '" + csv.decimal() + "' both delimiter and decimal mark; change one of both");
        }
        return csv;
    }

    private static int skippedLines(Fields fields) {
        int lines = fields.integer("skip_lines").orElse(0);
        if (lines < 0 || lines > MOST_SKIPPED) {
            throw fields.invalid("skip_lines", "must be from 0 to " + MOST_SKIPPED);
        }
        return lines;
    }

    private static Optional<Character> character(Fields fields, String key) {
        return fields.text(key).map(text -> {
            if (text.length() != 1) {
                throw fields.invalid(key, "must be one character (a tab is \"\\t\", in double quotes)");
            }
            return text.charAt(0);
        });
    }

    private static Charset charset(Fields fields) {
        try {
            return Charset.forName(fields.text("charset").orElse("UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw fields.invalid("charset", "must be a character set that Java knows, such as UTF-8 or windows-1252");
        }
    }
}
