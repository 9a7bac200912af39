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
                Texts.say("reports.title"),
                organisation,
                Texts.say(links.size(), "reports.subtitle", Words.count(links.size())),
                Optional.empty(),
                links,
                List.of(new Section(
                        "about",
                        Texts.say("reports.about.heading"),
                        List.of(
                                new Paragraph(Texts.say("reports.about")),
                                new Grid(
                                        Texts.say("reports.caption"),
                                        List.of(Texts.say("reports.report"), Texts.say("reports.folder")),
                                        Stream.concat(months.stream(), comparisons.stream())
                                                .map(entry -> List.of(entry.title(), entry.folder()))
                                                .toList())))));
    }

    private static Link link(Entry entry) {
        return new Link(entry.title(), entry.folder() + "/index.html");
    }
}
