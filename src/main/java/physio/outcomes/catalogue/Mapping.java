package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an export becomes canonical session records without a script.
 *
 * @param csv how the file is written
 * @param where rows are kept whose column has one of these values
 * @param columns by canonical name
 * @param ignored columns of the file left out on purpose
 * @param isIgnoringOthers whether every column that is not mapped is left out on purpose
 */
public record Mapping(
        Csv csv,
        Map<String, Set<String>> where,
        Map<String, Column> columns,
        Set<String> ignored,
        boolean isIgnoringOthers) {

    /** The delimiter, the character set, the decimal mark, lines before the header, and values that mean missing. */
    public record Csv(char delimiter, Charset charset, char decimal, int skipLines, Set<String> missing) {
        static final Csv CANONICAL = new Csv(',', StandardCharsets.UTF_8, '.', 0, Set.of());
    }

    /**
     * Where a canonical column's value comes from, and what is done to it, in this order: missing values, value map, then by the
     * column's type.
     *
     * @param origin where from
     * @param missing further values that mean missing
     * @param values a value map; what it does not name stays as it is
     * @param date how a date is read, ISO if absent
     * @param scale a factor for numbers
     * @param band the width of the bands that a whole number is put into, such as 10 for ages
     */
    public record Column(
            Origin origin,
            Set<String> missing,
            Map<String, String> values,
            Optional<DateForm> date,
            Optional<BigDecimal> scale,
            Optional<Integer> band) {

        static Column of(Origin origin) {
            return new Column(origin, Set.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Where a value comes from. */
    public sealed interface Origin {}

    /** One column of the file, by the first of its names that the header has; two of them in one header refuse the file. */
    public record From(List<String> names, boolean isOptional) implements Origin {}

    /** Columns of the file whose values are joined; one of them missing makes the value missing. */
    public record Joined(List<String> columns, String join, boolean isOptional) implements Origin {}

    /**
     * A column a technique, which says yes or no: all that say yes, joined by {@code +}.
     *
     * @param techniques codes by column of the file
     * @param yes texts that mean yes, folded by {@link TechniqueNames#folded}
     * @param no texts that mean no, folded too; a missing one means no as well
     */
    public record Flags(Map<String, String> techniques, Set<String> yes, Set<String> no) implements Origin {}

    /** The same value in each row. */
    public record Constant(String value) implements Origin {}

    /** The file's logical name and the record's number. */
    public record RowNumber() implements Origin {}

    /** How a date is written. */
    public sealed interface DateForm {}

    /** By a pattern of {@link DateTimeFormatter}, resolved strictly. */
    public record Pattern(DateTimeFormatter format) implements DateForm {

        /** A pattern as a mapping writes it, with {@code yyyy} for the year: the strict resolver wants an era with that, so it becomes uuuu. */
        public static Pattern of(String text) {
            return new Pattern(DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT));
        }
    }

    /** As a number of units since a day. */
    public record Offset(LocalDate origin, ChronoUnit unit) implements DateForm {}
}
