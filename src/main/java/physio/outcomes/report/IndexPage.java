package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Link;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** The page that finds all reports. */
public final class IndexPage {
    private IndexPage() {}

    /** A report that there is: its folder below the reports and its title. */
    public record Entry(String folder, String title) {}

    /**
     * The page.
     *
     * @param months monthly reports, the newest first
     * @param comparisons by name
     */
    public static Page of(String organisation, List<Entry> months, List<Entry> comparisons) {
        List<Link> links = new ArrayList<>();
        months.forEach(entry -> links.add(link(entry)));
        comparisons.forEach(entry -> links.add(link(entry)));
        return new Page(
                "Reports",
                organisation,
                links.size() + " reports, the newest month first",
                Optional.empty(),
                links,
                List.of(new Section(
                        "about",
                        "What is here",
                        List.of(
                                new Paragraph(
                                        "A monthly report says what changed in a month, for all clinics and for each. A comparison holds"
                                                + " techniques against a reference, adjusted for who got them."),
                                new Grid(
                                        "Reports and their folders",
                                        List.of("Report", "Folder"),
                                        Stream.concat(months.stream(), comparisons.stream())
                                                .map(entry -> List.of(entry.title(), entry.folder()))
                                                .toList())))));
    }

    private static Link link(Entry entry) {
        return new Link(entry.title(), entry.folder() + "/index.html");
    }
}
