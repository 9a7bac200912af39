package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Link;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** The comparison of techniques as a page. */
public final class ComparisonReport {
    private final ComparisonTables tables;
    private final Settings settings;
    private final Subject subject;
    private final List<Measure> measures;
    private final Map<String, OptionalDouble> thresholds;

    /**
     * What is compared.
     *
     * @param period such as {@code 2023-01..2024-06}
     * @param region a body region's label, or empty for all
     * @param references the technique the others are held against, by measure and window joined by a space
     * @param latest the number of the store's newest delivery
     */
    public record Subject(String period, String region, Map<String, String> references, int latest) {}

    public ComparisonReport(
            ComparisonTables tables,
            Settings settings,
            Subject subject,
            List<Measure> measures,
            Map<String, OptionalDouble> thresholds) {
        this.tables = tables;
        this.settings = settings;
        this.subject = subject;
        this.measures = measures;
        this.thresholds = thresholds;
    }

    /** What the report is called. */
    public String title() {
        return "Techniques compared, " + subject.period().replace("..", " to ");
    }

    /** The page. */
    public Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(question());
        measures.forEach(measure -> sections.add(measure(measure)));
        sections.add(MethodsSections.of(settings, measures, thresholds));
        return new Page(
                title(),
                settings.report().organisation(),
                "All clinics" + (subject.region().isEmpty() ? "" : ", " + subject.region()) + "; data up to delivery "
                        + subject.latest(),
                MonthlyReport.warning(settings),
                List.of(new Link("All reports", "../index.html")),
                sections);
    }

    private Section question() {
        String caseMix = settings.compare().caseMix().isEmpty()
                ? "the baseline score"
                : "the baseline score, "
                        + String.join(", ", settings.compare().caseMix()).replace('_', ' ');
        return new Section(
                "question",
                "Question and cohort",
                List.of(
                        new Paragraph(
                                "Among patients with a baseline and a follow-up score, how does improvement with each technique compare"
                                        + " with the reference technique?"),
                        new Paragraph(
                                "Crude differences compare whoever got a technique. Adjusted differences (ANCOVA, Vickers & Altman 2001)"
                                        + " compare patients alike in " + caseMix
                                        + ". Standard errors allow for several rows of one "
                                        + (settings.compare().cluster() == Cluster.PATIENT ? "patient" : "clinic")
                                        + " (CR1). p values are adjusted for the number of techniques by Holm's method."),
                        new Paragraph(
                                "Techniques were chosen for patients, not drawn by lot: what is not recorded cannot be adjusted for, so a"
                                        + " difference is associated with a technique and not shown to be caused by it."),
                        participation()));
    }

    private Block participation() {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : measures) {
            tables.participation()
                    .first(Map.of("clinic_id", MonthlySubject.ALL, "measure", measure.id()))
                    .ifPresent(row -> rows.add(List.of(
                            measure.label(),
                            Words.count(row.count("n_patients")),
                            Words.count(row.count("n_episodes")),
                            Words.count(row.count("with_baseline")),
                            Words.count(row.count("with_follow_up")))));
        }
        return new Grid(
                "Who is compared: from all episodes to those analysed over the episode",
                List.of("Measure", "Patients", "Episodes", "With baseline", "With follow-up too"),
                rows);
    }

    private Section measure(Measure measure) {
        List<Block> blocks = new ArrayList<>();
        for (String window : MonthlySubject.windows(measure)) {
            List<PublishedRow> contrasts = tables.contrasts()
                    .where(Map.of("measure", measure.id(), "window", window))
                    .toList();
            if (!contrasts.isEmpty()) {
                addWindow(blocks, measure, window, contrasts);
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph("No rows with both scores."));
        }
        return new Section("measure-" + measure.id(), measure.label(), blocks);
    }

    private void addWindow(List<Block> blocks, Measure measure, String window, List<PublishedRow> contrasts) {
        String reference = settings.techniqueLabel(subject.references().getOrDefault(measure.id() + " " + window, ""));
        String against = measure.label() + " " + MonthlySubject.windowLabel(window) + ", against " + reference;
        blocks.add(new Heading("Change " + MonthlySubject.windowLabel(window)));
        regression(measure, window).forEach(blocks::add);
        blocks.add(new Drawing(forest("adjusted", against + ", adjusted", measure, window, contrasts, "ancova")));
        blocks.add(new Drawing(forest("crude", against + ", crude", measure, window, contrasts, "crude")));
        blocks.add(contrastGrid("Differences in improvement, " + against + "; " + measure.unit(), contrasts));
        List<PublishedRow> outcomes = tables.outcomes()
                .where(Map.of("clinic_id", MonthlySubject.ALL, "measure", measure.id(), "window", window))
                .filter(row -> !row.key("technique").equals(MonthlySubject.ALL))
                .toList();
        blocks.add(OutcomeRows.grid(
                "Crude figures by technique, " + measure.label() + " " + MonthlySubject.windowLabel(window) + "; "
                        + measure.unit(),
                measure,
                outcomes,
                row -> settings.techniqueLabel(row.key("technique"))));
    }

    /** Arms that start far apart regress to the mean by different amounts. */
    private List<Block> regression(Measure measure, String window) {
        List<PublishedRow> arms = tables.outcomes()
                .where(Map.of("clinic_id", MonthlySubject.ALL, "measure", measure.id(), "window", window))
                .filter(row -> row.number("baseline_mean").isPresent()
                        && row.number("baseline_sd").isPresent())
                .toList();
        double lowest = arms.stream()
                .mapToDouble(row -> row.number("baseline_mean").getAsDouble())
                .min()
                .orElse(0);
        double highest = arms.stream()
                .mapToDouble(row -> row.number("baseline_mean").getAsDouble())
                .max()
                .orElse(0);
        double sd = arms.stream()
                .filter(row -> row.key("technique").equals(MonthlySubject.ALL))
                .mapToDouble(row -> row.number("baseline_sd").getAsDouble())
                .findFirst()
                .orElse(0);
        return sd > 0 && highest - lowest > 0.5 * sd
                ? List.of(new Paragraph(
                        "Baselines differ between techniques by up to " + Words.number(highest - lowest) + " "
                                + measure.unit()
                                + ", more than half a standard deviation: expect regression to the mean in the crude"
                                + " differences, and trust the adjusted ones more."))
                : List.of();
    }

    private IntervalChart forest(
            String kind, String title, Measure measure, String window, List<PublishedRow> contrasts, String model) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        contrasts.stream()
                .filter(row -> row.key("model").equals(model))
                .forEach(row -> rows.add(new IntervalChart.Row(
                        settings.techniqueLabel(row.key("technique")),
                        row.number("estimate"),
                        row.number("ci_low"),
                        row.number("ci_high"),
                        row.number("estimate").isPresent() ? OutcomeRows.patients(row) : "not comparable")));
        return new IntervalChart(
                kind + "-" + measure.id() + "-" + window,
                title,
                new Axis("Difference in improvement", measure.unit(), 2),
                Better.HIGHER,
                rows);
    }

    private Grid contrastGrid(String caption, List<PublishedRow> contrasts) {
        List<List<String>> rows = new ArrayList<>();
        for (PublishedRow row : contrasts) {
            rows.add(List.of(
                    settings.techniqueLabel(row.key("technique")),
                    modelLabel(row.key("model")),
                    row.isSuppressed() ? Words.HIDDEN : Words.count(row.count("n_patients")),
                    Words.change(row.number("estimate")),
                    Words.interval(row.number("ci_low"), row.number("ci_high")),
                    Words.pValue(row.number("p_value")),
                    Words.pValue(row.number("p_holm")),
                    row.text("note")));
        }
        return new Grid(
                caption,
                List.of("Technique", "Model", "Patients", "Difference", "95% interval", "p", "p, Holm", "Note"),
                rows);
    }

    private static String modelLabel(String model) {
        return switch (model) {
            case "crude" -> "Crude";
            case "hedges_g" -> "Hedges' g, in SD";
            case "ancova" -> "Adjusted (ANCOVA)";
            default -> model;
        };
    }
}
