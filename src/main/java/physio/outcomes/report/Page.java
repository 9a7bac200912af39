package physio.outcomes.report;

import java.util.List;
import java.util.Optional;

/**
 * A page of a report as data: what HTML and PDF are made from.
 *
 * @param title of the page, its only first-level heading
 * @param organisation whose page it is
 * @param subtitle what the page covers: month, clinics, state of the data
 * @param warning shown in red on top, such as that figures are unprotected
 * @param links to other pages: text and relative address
 * @param sections in reading order
 */
public record Page(
        String title,
        String organisation,
        String subtitle,
        Optional<String> warning,
        List<Link> links,
        List<Section> sections) {

    /** A link to another page of the reports. */
    public record Link(String text, String address) {}

    /** A chapter; its id is its anchor. */
    public record Section(String id, String heading, List<Block> blocks) {}

    /** What a section is made of. */
    public sealed interface Block {}

    /** A paragraph. */
    public record Paragraph(String text) implements Block {}

    /** A heading within a section. */
    public record Heading(String text) implements Block {}

    /** A list of sentences. */
    public record Sentences(List<String> texts) implements Block {}

    /** Headline figures in a row. */
    public record Tiles(List<Tile> tiles) implements Block {}

    /**
     * A headline figure.
     *
     * @param value with its unit
     * @param detail n and interval, or why there is no value
     * @param benchmark the same figure for the organisation, on a clinic's page
     * @param statuses how it develops and whether it keeps to its target; may be empty
     * @param months its course, drawn small; none where there is nothing to join
     */
    public record Tile(
            String label,
            String value,
            String detail,
            String benchmark,
            List<Status> statuses,
            Optional<MonthsChart> months) {}

    /** A judgement on a figure: a mark and a few words such as "Improving". */
    public record Status(Tone tone, String text) {}

    /** Whether a judgement is good news. */
    public enum Tone {
        GOOD,
        BAD,
        PLAIN
    }

    /** A chart. */
    public record Drawing(Chart chart) implements Block {}

    /**
     * A table; the first cell of a row is its heading, the others are figures.
     *
     * @param caption says what the table holds
     */
    public record Grid(String caption, List<String> headings, List<List<String>> rows) implements Block {}

    /** Terms and what they mean. */
    public record Definitions(List<Definition> definitions) implements Block {}

    /** A term and its meaning. */
    public record Definition(String term, String meaning) {}
}
