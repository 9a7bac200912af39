package physio.outcomes.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.TechniqueOutcomes;

/** Small clinics drawn from a seed, and the tables that a monthly report of their last month would show. */
final class Cube {
    /** The place of the measure that is scored once a visit. */
    static final int BY_VISIT = 2;

    private static final List<String> MEASURES = List.of(
            "pain: {label: Pain, instrument: NPRS, unit: points, range: [0, 10], step: 1, better: lower,"
                    + " timing: session, mcid: {absolute: 2, source: x}}",
            "mobility: {label: Mobility, instrument: VAS, unit: points, range: [0, 100], step: 10, better: higher,"
                    + " timing: session, mcid: {absolute: 20, source: x}}",
            "sleep: {label: Sleep, instrument: NRS, unit: points, range: [0, 10], step: 1, better: higher,"
                    + " timing: visit, mcid: {absolute: 2, source: x}}");
    private static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.key().period())
            .thenComparing(cell -> cell.key().clinic())
            .thenComparing(cell -> cell.key().measure())
            .thenComparing(cell -> cell.key().window())
            .thenComparing(cell -> cell.key().technique());

    private final Diary diary;
    private final Settings settings;
    private final List<Scored> changes;

    private Cube(Diary diary, PrivacyProfile profile) {
        this.diary = diary;
        this.settings = settings(diary.measures(), profile);
        this.changes = Scored.of(diary.visits(), diary.measures());
    }

    /** The cube of a seed; the profile stands in its settings alone. */
    static Cube of(long seed, PrivacyProfile profile) {
        return new Cube(Diary.of(seed), profile);
    }

    /** The same clinics as one patient's own diary would have them: all that he knows for certain. */
    Cube ofPatient(int patient) {
        return new Cube(diary.ofPatient(patient), settings.privacy().profile());
    }

    /** The same clinics as they were before the last month. */
    Cube aMonthEarlier() {
        return new Cube(diary.aMonthEarlier(), settings.privacy().profile());
    }

    private static Settings settings(int measures, PrivacyProfile profile) {
        StringBuilder yaml = new StringBuilder(128).append("techniques: {");
        for (int technique = 1; technique <= 6; technique++) {
            yaml.append("t")
                    .append(technique)
                    .append(": {label: Method ")
                    .append((char) ('A' + technique - 1))
                    .append("}, ");
        }
        return SettingsReader.parse(yaml.append("}\nmeasures: {")
                .append(String.join(", ", MEASURES.subList(0, measures)))
                .append("}\nprivacy: {profile: ")
                .append(profile.name().toLowerCase(Locale.ROOT))
                .append("}\n")
                .toString());
    }

    Settings settings() {
        return settings;
    }

    YearMonth lastMonth() {
        return Diary.FIRST.plusMonths(diary.months() - 1);
    }

    List<Visit> visits() {
        return diary.visits();
    }

    /** The tables of months, which are protected first. */
    List<ResultTable> months() {
        String month = lastMonth().toString();
        List<ResultTable> tables = new ArrayList<>(List.of(
                outcomes("technique_outcomes", cells(change -> period(change, month), Cube::clinic, true)),
                outcomes("monthly_outcomes", cells(Cube::month, Cube::clinic, false)),
                CubeCounts.activity(this),
                CubeCounts.participation(this)));
        List.of("trajectories", "closed_episodes", "session_intervals", "quarantine")
                .forEach(name -> tables.add(empty(name)));
        return List.copyOf(tables);
    }

    /** Those of all months together, by clinic without the months that are hidden. */
    List<ResultTable> year(Set<Cell.Key> hidden) {
        String together = Diary.FIRST + ".." + lastMonth();
        Function<Scored, String> shown = change -> hidden.contains(cellOfMonth(change)) ? "" : together;
        return List.of(
                outcomes("clinic_outcomes", cells(shown, Cube::clinic, false)),
                TechniqueOutcomes.regions(
                        "region_outcomes",
                        cells(
                                change -> change.window().equals("episode") ? together : "",
                                change -> change.visit().region(),
                                true),
                        settings.measures(),
                        "t1"),
                empty("clinic_adjusted"),
                empty("safety"));
    }

    private ResultTable outcomes(String name, List<Cell> cells) {
        return TechniqueOutcomes.table(name, cells, settings.measures(), "t1");
    }

    private static ResultTable empty(String name) {
        return new ResultTable(name, List.of("clinic_id", "period", "year", "measure", "window"), List.of(), List.of());
    }

    private static String clinic(Scored change) {
        return change.visit().clinic();
    }

    private static String month(Scored change) {
        return change.visit().month().toString();
    }

    /** The row of monthly outcomes of a clinic that a change is in. */
    private Cell.Key cellOfMonth(Scored change) {
        String measure = List.copyOf(settings.measures().keySet()).get(change.measure());
        return new Cell.Key(month(change), clinic(change), measure, change.window(), Cell.ALL);
    }

    private static String period(Scored change, String month) {
        return change.visit().month().toString().equals(month) ? month : "";
    }

    /** Changes whose period is empty are left out. */
    private List<Cell> cells(Function<Scored, String> period, Function<Scored, String> group, boolean isByTechnique) {
        Map<Cell.Key, CellSums> sums = new LinkedHashMap<>();
        List<Measure> measures = List.copyOf(settings.measures().values());
        for (Scored change : changes) {
            Measure measure = measures.get(change.measure());
            if (!period.apply(change).isEmpty()) {
                for (String technique : isByTechnique ? List.of(Cell.ALL, change.technique()) : List.of(Cell.ALL)) {
                    for (String of : List.of(Cell.ALL, group.apply(change))) {
                        Cell.Key key = new Cell.Key(period.apply(change), of, measure.id(), change.window(), technique);
                        sums.computeIfAbsent(key, first -> new CellSums()).add(change, measure.polarity());
                    }
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        sums.forEach((key, sum) -> cells.add(sum.cell(key)));
        cells.sort(ORDER);
        return cells;
    }

    /** The patients, each with the number of sessions. */
    Map<Integer, Integer> patients() {
        Map<Integer, Integer> patients = new TreeMap<>();
        visits().forEach(visit -> patients.merge(visit.patient(), 1, Integer::sum));
        return patients;
    }
}
