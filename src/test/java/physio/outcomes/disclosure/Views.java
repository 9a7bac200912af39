package physio.outcomes.disclosure;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds the pages against the tables: a row that the CSV hides may show no number anywhere. */
final class Views {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final Map<String, String> WINDOWS =
            Map.of("episode", "change over the episode", "session", "change within the session");
    private static final List<String> INDICATORS = List.of("mean improvement", "improved meaningfully", "got worse");

    private final Known known;
    private final List<HiddenPlace> places = new ArrayList<>();

    private Views(Known known) {
        this.known = known;
    }

    /** Each place where a page shows a number of a row that a table hides. */
    static List<String> of(Known known, PublishedFiles files) {
        Views views = new Views(known);
        files.tables().forEach((name, text) -> {
            CsvTable table = CsvTable.read(name, text);
            table.rows().stream().filter(CsvTable::isHidden).forEach(row -> views.expect(name, row));
        });
        List<ShownFigure> figures = new ArrayList<>();
        files.pages().forEach((page, html) -> figures.addAll(PageReader.read(page, html)));
        files.papers().forEach((page, text) -> figures.addAll(PageReader.readPaper(page, text, views.captions())));
        return views.mismatches(figures);
    }

    private Set<String> captions() {
        Set<String> captions = new HashSet<>(known.labels().values());
        captions.add("Attendance");
        return captions;
    }

    private List<String> mismatches(List<ShownFigure> figures) {
        return places.stream()
                .flatMap(place -> figures.stream()
                        .filter(place::isShownBy)
                        .map(figure -> "Hidden " + place + " shown as " + figure))
                .distinct()
                .toList();
    }

    private void expect(String table, Map<String, String> row) {
        String clinic = CsvTable.cell(row, "clinic_id");
        String measure = known.label(CsvTable.cell(row, "measure"));
        String technique = known.label(CsvTable.cell(row, "technique"));
        switch (table) {
            case "technique_outcomes" -> expectTechnique(clinic, measure, technique, row);
            case "monthly_outcomes" -> expectMonth(clinic, measure, row);
            case "clinic_outcomes" -> {
                place(ShownFigure.ANY, measure + ", clinics by name", clinic, "");
                place(ShownFigure.ANY, measure + ", mean improvement by clinic", clinic, "");
            }
            case "region_outcomes" -> expectRegion(measure, technique, CsvTable.cell(row, "body_region"));
            case "activity" -> expectActivity(clinic, row);
            default -> {
                // Participation stands on no page under a label of its own.
            }
        }
    }

    private void expectTechnique(String clinic, String measure, String technique, Map<String, String> row) {
        String window = CsvTable.cell(row, "window");
        place(clinic, measure + ", " + WINDOWS.getOrDefault(window, window), technique, "");
        if (window.equals("episode")) {
            place(clinic, measure + ", episodes that improved", technique, "");
            if (CsvTable.cell(row, "technique").equals("all")) {
                INDICATORS.forEach(indicator -> place(clinic, "tile", measure + ", " + indicator, ""));
            }
        }
    }

    private void expectMonth(String clinic, String measure, Map<String, String> row) {
        if (CsvTable.cell(row, "window").equals("episode")) {
            String month = MONTH.format(YearMonth.parse(CsvTable.cell(row, "period")));
            INDICATORS.forEach(indicator -> place(clinic, measure + ", " + indicator + " by month", month, ""));
        }
    }

    private void expectRegion(String measure, String technique, String region) {
        String scope = measure + ", mean improvement by technique and body region";
        place("all", scope, technique, region.equals("all") ? "All" : region);
    }

    /** Only the newest month has a row in the table of clinics; in charts the months are labels. */
    private void expectActivity(String clinic, Map<String, String> row) {
        String month = MONTH.format(YearMonth.parse(CsvTable.cell(row, "period")));
        for (String chart : List.of("Sessions attended", "Patients treated", "Attendance")) {
            place(clinic, chart + " by month", month, "");
        }
    }

    private void place(String page, String scope, String label, String column) {
        places.add(new HiddenPlace(page, scope, label, column));
    }
}
