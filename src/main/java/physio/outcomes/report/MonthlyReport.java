package physio.outcomes.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.report.Page.Link;
import physio.outcomes.report.Page.Section;

/** The monthly report: one page for all clinics and one a clinic, from the same published tables. */
public final class MonthlyReport {
    private final MonthlyTables tables;
    private final Settings settings;
    private final YearMonth month;
    private final List<Measure> measures;
    private final Map<String, OptionalDouble> thresholds;
    private final Deliveries deliveries;
    private final List<String> clinics;

    /**
     * A month's report.
     *
     * @param measures those that the data have
     * @param thresholds the smallest difference that matters, by measure, where it is one number
     */
    public MonthlyReport(
            MonthlyTables tables,
            Settings settings,
            YearMonth month,
            List<Measure> measures,
            Map<String, OptionalDouble> thresholds,
            Deliveries deliveries) {
        this.tables = tables;
        this.settings = settings;
        this.month = month;
        this.measures = measures;
        this.thresholds = thresholds;
        this.deliveries = deliveries;
        this.clinics = tables.activity()
                .where(Map.of("period", month.toString()))
                .map(row -> row.key("clinic_id"))
                .filter(clinic -> !clinic.equals(MonthlySubject.ALL))
                .sorted()
                .toList();
    }

    /**
     * What the figures are from.
     *
     * @param newest the number of the store's newest delivery
     * @param received what the deliveries brought whose days reach into the month
     * @param late the numbers of those that brought sessions of the month after sessions of a later month had come in
     * @param earlier by month before, the numbers of those that brought sessions of it since the reported month began to come in
     * @param heldBack how many clinics' months are shown as earlier releases showed them, since few patients' records have changed
     * @param withdrawn how many clinics' months are left out, since a patient was erased from them after they were shown
     */
    public record Deliveries(
            int newest,
            Received received,
            List<Integer> late,
            Map<YearMonth, List<Integer>> earlier,
            int heldBack,
            int withdrawn) {}

    /**
     * Records of some deliveries.
     *
     * @param records in all, of any month
     * @param quarantined left out until they are corrected
     * @param repeated that stand in their own file before
     * @param again sessions that an earlier delivery holds too: the later one counts
     * @param warnings how many deliveries ingest warned of, by the rule and, where it is about one, the measure
     */
    public record Received(
            int deliveries, long records, long quarantined, long repeated, long again, Map<Warned, Integer> warnings) {}

    /**
     * What ingest warns of.
     *
     * @param rule its code
     * @param measure its id, or empty for the whole file
     */
    public record Warned(String rule, String measure) {}

    /** What the report is called. */
    public String title() {
        return Texts.say("month.title", Words.month(month));
    }

    /** The clinics with sessions in the month, in order. */
    public List<String> clinics() {
        return clinics;
    }

    /** The page over all clinics. */
    public Page overview() {
        List<Link> links = new ArrayList<>();
        links.add(new Link(Texts.say("month.link.reports"), "../index.html"));
        clinics.forEach(
                clinic -> links.add(new Link(Texts.say("month.link.clinic", clinic), fileName(clinic) + ".html")));
        return page(MonthlySubject.ALL, title(), links);
    }

    /** The page of one clinic. */
    public Page clinic(String clinic) {
        List<Link> links = List.of(
                new Link(Texts.say("month.link.reports"), "../index.html"),
                new Link(Texts.say("month.link.clinics"), "index.html"));
        return page(clinic, Texts.say("month.title.clinic", clinic, Words.month(month)), links);
    }

    /**
     * The file of a clinic's page, without ending. Clinic ids hold nothing that a path could not; some disks take those that differ in case alone for one, so
     * that the second gets a number behind a dot, which no id has.
     */
    public String fileName(String clinic) {
        long before = clinics.stream()
                .takeWhile(other -> !other.equals(clinic))
                .filter(clinic::equalsIgnoreCase)
                .count();
        return "clinic-" + clinic + (before == 0 ? "" : "." + (before + 1));
    }

    private Page page(String clinic, String title, List<Link> links) {
        MonthlySubject subject = new MonthlySubject(tables, settings, month, clinic, measures);
        ChangeSections changes = new ChangeSections(subject);
        List<Section> sections = new ArrayList<>(List.of(
                GlanceSection.of(subject, AttentionSentences.of(subject, clinics)),
                changes.techniques(),
                changes.responders(),
                changes.months(),
                changes.visits()));
        if (!subject.isOneClinic()) {
            sections.add(RegionsSection.of(subject));
        }
        sections.add(ClinicsSection.of(subject, FunnelChart.Units.CLINICS));
        if (!subject.isOneClinic() && settings.report().comparesPractitioners()) {
            sections.add(ClinicsSection.of(subject, FunnelChart.Units.PRACTITIONERS));
        }
        sections.add(BenefitsSection.of(subject));
        sections.add(AttendanceSection.of(subject, clinics));
        sections.add(QualitySection.of(subject, deliveries));
        sections.add(NewsSection.of(subject, deliveries));
        sections.add(MethodsSections.of(settings, measures, thresholds));
        sections.removeIf(section -> !settings.report().shows(section.id()));
        return new Page(
                title,
                settings.report().organisation(),
                Texts.say(
                        "month.subtitle",
                        Words.month(month),
                        subject.isOneClinic()
                                ? Texts.say("month.subtitle.clinic", clinic)
                                : Texts.say("month.subtitle.all"),
                        String.valueOf(deliveries.newest())),
                warning(settings),
                links,
                sections);
    }

    /** What stands in red on every page whose figures are not protected. */
    static Optional<String> warning(Settings settings) {
        return settings.privacy().profile() == PrivacyProfile.NONE
                ? Optional.of(Texts.say("page.unprotected"))
                : Optional.empty();
    }
}
