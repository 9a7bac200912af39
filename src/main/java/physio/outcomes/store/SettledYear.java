package physio.outcomes.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * What the sessions of a year, and of those before it, come to in its months: nothing that comes after {@code asOf} ends changes it, unless an episode goes on that
 * the year is over for.
 *
 * @param year of the months
 * @param asOf the year as of whose end it is: a later one
 * @param basis what it was made from, and by which settings
 * @param measures of its rows
 * @param terms what its rows are in: thresholds and columns
 * @param rows of tables of months, by table
 * @param baselines of the episodes that began in the year, by measure: how many, their sum and that of their squares, in steps; none where no threshold goes by them
 */
public record SettledYear(
        int year,
        int asOf,
        String basis,
        List<String> measures,
        String terms,
        Map<String, List<ResultRow>> rows,
        Map<String, List<Long>> baselines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The SHA-256 of what comes after it; a line that says what it is of; and one a row. */
    String text() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(rows)
                .forEach((table, own) ->
                        own.forEach(row -> lines.append(line(table, row)).append('\n')));
        ObjectNode head = JSON.createObjectNode();
        head.put("year", year);
        head.put("as_of", asOf);
        head.put("basis", basis);
        head.set("measures", JSON.valueToTree(measures));
        head.put("terms", terms);
        head.set("tables", JSON.valueToTree(new TreeMap<>(rows).keySet()));
        head.set("baselines", JSON.valueToTree(new TreeMap<>(baselines)));
        String body = head + "\n" + lines;
        return DigestUtils.sha256Hex(body) + "\n" + body;
    }

    private static ArrayNode line(String table, ResultRow row) {
        Contributors of = row.contributors();
        ArrayNode line = JSON.createArrayNode().add(table);
        line.add(JSON.<ArrayNode>valueToTree(row.key()));
        line.add(of.patients()).add(JSON.<ArrayNode>valueToTree(of.largest()));
        of.grid().ifPresentOrElse(line::add, line::addNull);
        line.add(of.isDominated()).add(of.isAlike());
        ArrayNode figures = line.addArray();
        row.figures().forEach(figure -> add(figures, figure));
        return line;
    }

    private static void add(ArrayNode figures, Figure figure) {
        if (figure instanceof Figure.Count count) {
            figures.add(count.value());
        } else if (figure instanceof Figure.Value number) {
            figures.add(number.value());
        } else if (figure instanceof Figure.Text text) {
            figures.add(text.value());
        } else {
            figures.addNull();
        }
    }

    /**
     * What {@link #text} was of.
     *
     * @throws IllegalArgumentException when the text is damaged
     */
    static SettledYear of(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || !DigestUtils.sha256Hex(text.substring(end + 1)).equals(text.substring(0, end))) {
            throw new IllegalArgumentException("Not what was written");
        }
        Iterator<String> lines = text.lines().skip(1).iterator();
        try {
            JsonNode head = JSON.readTree(lines.next());
            Map<String, List<ResultRow>> rows = new TreeMap<>();
            head.path("tables").forEach(table -> rows.put(table.asText(), new ArrayList<>()));
            while (lines.hasNext()) {
                JsonNode row = JSON.readTree(lines.next());
                rows.computeIfAbsent(row.path(0).asText(), table -> new ArrayList<>())
                        .add(row(row));
            }
            Map<String, List<Long>> baselines = new TreeMap<>();
            head.path("baselines").properties().forEach(of -> baselines.put(of.getKey(), numbers(of.getValue())));
            return new SettledYear(
                    head.path("year").asInt(),
                    head.path("as_of").asInt(),
                    head.path("basis").asText(),
                    texts(head.path("measures")),
                    head.path("terms").asText(),
                    rows,
                    baselines);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    private static ResultRow row(JsonNode line) {
        return new ResultRow(
                texts(line.path(1)),
                new Contributors(
                        line.path(2).asLong(),
                        numbers(line.path(3)),
                        line.path(4).isNull()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(line.path(4).asDouble()),
                        line.path(5).asBoolean(),
                        line.path(6).asBoolean()),
                list(line.path(7), SettledYear::figure));
    }

    private static Figure figure(JsonNode figure) {
        if (figure.isIntegralNumber()) {
            return new Figure.Count(figure.asLong());
        }
        if (figure.isNumber()) {
            return new Figure.Value(figure.asDouble());
        }
        return figure.isTextual() ? new Figure.Text(figure.asText()) : Figure.BLANK;
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static List<Long> numbers(JsonNode array) {
        return list(array, JsonNode::asLong);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> value) {
        return StreamSupport.stream(array.spliterator(), false).map(value).toList();
    }
}
