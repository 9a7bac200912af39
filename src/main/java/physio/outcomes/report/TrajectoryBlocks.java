package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;

/** The mean score at each visit, by technique. */
final class TrajectoryBlocks {
    /** More lines than these hide each other's intervals. */
    private static final int MOST_IN_ONE = 3;

    private final ComparisonSubject subject;
    private final Measure measure;
    private final List<PublishedRow> rows;
    private final VisitLabels visits;

    private TrajectoryBlocks(ComparisonSubject subject, Measure measure, List<PublishedRow> rows) {
        this.subject = subject;
        this.measure = measure;
        this.rows = rows;
        this.visits = VisitLabels.of(rows);
    }

    static List<Block> of(ComparisonSubject subject, Measure measure) {
        List<PublishedRow> rows = subject.rows("trajectories", measure);
        return rows.isEmpty() ? List.of() : new TrajectoryBlocks(subject, measure, rows).blocks();
    }

    private List<Block> blocks() {
        return List.of(
                new Heading(Texts.say("visits.heading")),
                new Paragraph(Texts.say("trajectory.intro", visits.told())),
                new Drawing(chart()),
                grid());
    }

    private Chart chart() {
        String id = "visits-" + measure.id();
        String title = Texts.say("trajectory.title", measure.label());
        Axis axis = new Axis(Texts.say("visits.quantity", measure.instrument()), measure.unit(), 1);
        Better better = measure.polarity() > 0 ? Better.HIGHER : Better.LOWER;
        List<String> techniques = techniques();
        if (techniques.size() <= MOST_IN_ONE) {
            return new TrajectoryChart(
                    id,
                    title,
                    axis,
                    better,
                    techniques.stream().map(this::series).toList());
        }
        String common = common(techniques);
        return new TrajectoryPanels(
                id,
                title,
                axis,
                better,
                series(common),
                techniques.stream()
                        .filter(technique -> !technique.equals(common))
                        .map(this::series)
                        .toList());
    }

    /** What stands in each panel: all together, or else the reference. */
    private String common(List<String> techniques) {
        String reference = Optional.ofNullable(
                        subject.about().references().get(measure.id() + " " + ComparisonSubject.LASTING))
                .filter(techniques::contains)
                .orElse(techniques.get(0));
        return techniques.contains(MonthlySubject.ALL) ? MonthlySubject.ALL : reference;
    }

    private List<String> techniques() {
        return rows.stream().map(row -> row.key("technique")).distinct().toList();
    }

    private TrajectoryChart.Series series(String technique) {
        return new TrajectoryChart.Series(
                subject.techniqueLabel(technique),
                rows.stream()
                        .filter(row -> row.key("technique").equals(technique))
                        .map(row -> new TrajectoryChart.Visit(
                                visits.number(row.key("visit")),
                                row.number("score_mean"),
                                row.number("score_ci_low"),
                                row.number("score_ci_high"),
                                row.count("n_patients")))
                        .toList());
    }

    private Grid grid() {
        List<String> headings = new ArrayList<>(List.of(Texts.say("trajectory.column.visit")));
        techniques().forEach(technique -> headings.add(subject.techniqueLabel(technique)));
        return new Grid(
                Texts.say("trajectory.caption", measure.label(), measure.unit()),
                headings,
                visits.labels().stream().map(this::cells).toList());
    }

    private List<String> cells(String visit) {
        List<String> cells = new ArrayList<>(List.of(VisitLabels.written(visit)));
        for (String technique : techniques()) {
            cells.add(rows.stream()
                    .filter(row -> row.key("visit").equals(visit)
                            && row.key("technique").equals(technique))
                    .map(row -> Estimates.cell(row, figure(row)))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining(), text -> text.isEmpty() ? Words.NONE : text)));
        }
        return cells;
    }

    private static String figure(PublishedRow row) {
        return Words.number(row.number("score_mean"))
                + Words.bracketed(
                        Words.interval(row.number("score_ci_low"), row.number("score_ci_high")),
                        Words.count(row.count("n_patients")));
    }
}
