package physio.outcomes.report;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.Position;

/** What one monthly page is about; of one thread, as it keeps what several sections ask for. */
final class MonthlySubject {
    static final String ALL = "all";

    /** Of a funnel's clinics; more names would lie upon each other. */
    private static final int MOST_NAMES = 8;

    private final MonthlyTables tables;
    private final Settings settings;
    private final YearMonth month;
    private final String clinic;
    private final List<Measure> measures;
    private final Map<String, MonthsChart> months = new HashMap<>();

    /**
     * The subject of a page.
     *
     * @param clinic a clinic's id, or {@code all}
     * @param measures those that the data have, in the order of the settings
     */
    MonthlySubject(MonthlyTables tables, Settings settings, YearMonth month, String clinic, List<Measure> measures) {
        this.tables = tables;
        this.settings = settings;
        this.month = month;
        this.clinic = clinic;
        this.measures = measures;
    }

    MonthlyTables tables() {
        return tables;
    }

    Settings settings() {
        return settings;
    }

    YearMonth month() {
        return month;
    }

    String clinic() {
        return clinic;
    }

    List<Measure> measures() {
        return measures;
    }

    /** The months of a figure, made when first asked for. */
    MonthsChart months(String id, Supplier<MonthsChart> made) {
        return months.computeIfAbsent(id, first -> made.get());
    }

    /** The figures that are followed month by month. */
    Indicators indicators() {
        return new Indicators(this);
    }

    /** The same of another clinic. */
    MonthlySubject of(String other) {
        return new MonthlySubject(tables, settings, month, other, measures);
    }

    boolean isOneClinic() {
        return !clinic.equals(ALL);
    }

    /** The month's row of a measure and window over all techniques. */
    Optional<PublishedRow> total(String ofClinic, Measure measure, String window) {
        return tables.outcomes()
                .first(Map.of("clinic_id", ofClinic, "measure", measure.id(), "window", window, "technique", ALL));
    }

    /** The month's rows of a measure and window by technique. */
    List<PublishedRow> techniques(Measure measure, String window) {
        return tables.outcomes()
                .where(Map.of("clinic_id", clinic, "measure", measure.id(), "window", window))
                .filter(row -> !row.key("technique").equals(ALL))
                .toList();
    }

    /** The month's row of activity. */
    Optional<PublishedRow> activity(String ofClinic) {
        return tables.activity().first(Map.of("clinic_id", ofClinic, "period", month.toString()));
    }

    /** The month's row of participation of a measure. */
    Optional<PublishedRow> participation(String ofClinic, Measure measure) {
        return tables.participation()
                .first(Map.of("clinic_id", ofClinic, "period", month.toString(), "measure", measure.id()));
    }

    /** The months that clinics are compared over, in words. */
    String clinicsPeriod() {
        return tables.clinics().rows().stream()
                .findFirst()
                .map(row -> row.key("period").split("\\.\\.", -1))
                .map(ends -> Texts.say(
                        "month.range", Words.month(YearMonth.parse(ends[0])), Words.month(YearMonth.parse(ends[1]))))
                .orElse("");
    }

    /** The windows that a measure is seen in, the lasting one first. */
    static List<String> windows(Measure measure) {
        return measure.timing() == Measure.Timing.SESSION ? List.of("episode", "session") : List.of("episode");
    }

    /** A window in words. */
    static String windowLabel(String window) {
        return Texts.say("window." + window);
    }

    /** Whether a month's row is of the months that clinics are compared over. */
    boolean isOfYear(PublishedRow row) {
        YearMonth first = month.minusMonths(MonthlyTables.CLINICS_MONTHS - 1);
        return row.key("period").compareTo(first.toString()) >= 0;
    }

    /** Whose names a funnel tells: on its own page a clinic, else those beyond the limits. */
    List<String> named(Funnel funnel) {
        if (isOneClinic()) {
            return List.of(clinic);
        }
        List<String> beyond = funnel.units().stream()
                .filter(unit -> funnel.position(unit) != Position.WITHIN)
                .map(FunnelUnit::name)
                .toList();
        return beyond.size() > MOST_NAMES ? List.of() : beyond;
    }

    /** Where to read on; nothing where that section is left out. */
    String see(String section) {
        return settings.report().shows(section) ? " " + Texts.say("month.see", Texts.say(section + ".heading")) : "";
    }

    String techniqueLabel(PublishedRow row) {
        return techniqueLabel(settings, row.key("technique"));
    }

    /** What a technique is called, or all of them, or a mixture. */
    static String techniqueLabel(Settings settings, String code) {
        return Texts.find("technique." + code).orElseGet(() -> settings.techniqueLabel(code));
    }
}
