package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.measure.Cell;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.Release;

/**
 * The reports of two months, one laid beside the other. Sessions of the earlier month are in both, so that what the one shows of them the other cannot
 * hide, and its techniques are in the earlier one only. Episodes are left out of the earlier one: those that went on are in other months in the later one.
 */
record TwoReports(long seed, Cube cube, Release earlier, Release later, boolean isRemembered) {

    /** Whether the later one is made with the earlier one in mind. */
    static TwoReports of(long seed, PrivacyProfile profile, boolean isRemembered) {
        Cube cube = Cube.of(seed, profile);
        Release earlier = Scheme.release(profile, cube.aMonthEarlier());
        ReleasedCells known = isRemembered ? ReleasedCells.none().add(earlier.cells()) : ReleasedCells.none();
        return new TwoReports(seed, cube, earlier, Scheme.release(Protection.of(profile, known), cube), isRemembered);
    }

    /** What they tell together, of somebody outside first, then of insiders. */
    List<Findings> findings() {
        boolean isAnyLeftOut = Stream.of(earlier, later)
                .anyMatch(release -> release.statement().leftOut() > 0);
        Known known = isAnyLeftOut
                ? Known.of(cube.settings()).withNotListed(Trial.codes(cube).and(Trial.codes(cube.aMonthEarlier())))
                : Known.of(cube.settings());
        PublishedFiles files = new PublishedFiles(
                together(
                        PublishedFiles.tables(earlier.tables()).tables(),
                        PublishedFiles.tables(later.tables()).tables()),
                Map.of(),
                Map.of());
        List<Findings> findings =
                new ArrayList<>(List.of(Attacker.outside(known).attack(files)));
        for (int patient : Trial.insiders(cube)) {
            Map<String, String> own = together(own(cube.aMonthEarlier(), patient, earlier), own(cube, patient, later));
            findings.add(Attacker.insider(known, own).attack(files));
        }
        return findings;
    }

    /** Clinics' months that both show, and that few patients' episodes have left in between. */
    List<String> leftByFew(int few) {
        List<String> found = new ArrayList<>();
        Map<List<String>, PublishedRow> before = new LinkedHashMap<>();
        earlier.table("monthly_outcomes").rows().forEach(row -> before.put(row.key(), row));
        for (PublishedRow row : later.table("monthly_outcomes").rows()) {
            PublishedRow was = before.getOrDefault(row.key(), row);
            if (!was.isSuppressed() && !row.isSuppressed() && row.key("window").equals("episode")) {
                long patients = count(was, "n_patients") - count(row, "n_patients");
                long episodes = count(was, "n_episodes") - count(row, "n_episodes");
                if (episodes > 0 && patients < few) {
                    found.add("cube " + seed + ": " + row.key());
                }
            }
        }
        return found;
    }

    private static long count(PublishedRow row, String column) {
        return row.count(column).orElseThrow();
    }

    private static Map<String, String> own(Cube cube, int patient, Release release) {
        Set<Cell.Key> hidden = Scheme.hidden(release.tables());
        return Trial.exactly(cube.ofPatient(patient), hidden);
    }

    private Map<String, String> together(Map<String, String> earlier, Map<String, String> later) {
        Map<String, String> texts = new LinkedHashMap<>();
        later.forEach((name, text) -> texts.put(name, together(name, earlier.getOrDefault(name, ""), text)));
        return texts;
    }

    /** A row that both have is that of the one that shows it. Years are of the months that a report shows: where the two do not agree on these they tell nothing. */
    private String together(String name, String earlier, String later) {
        Map<List<String>, String> rows = new LinkedHashMap<>();
        each(name, earlier, rows);
        rows.keySet().removeIf(key -> key.contains("episode") || name.equals("participation"));
        Map<List<String>, String> own = new LinkedHashMap<>();
        each(name, later, own);
        own.forEach((key, line) -> rows.merge(key, line, (was, is) -> was.endsWith(",false") ? was : is));
        rows.keySet().removeIf(key -> !isRemembered && key.get(1).contains(".."));
        String header = later.substring(0, later.indexOf('\n') + 1);
        return header
                + String.join(
                        "", rows.values().stream().map(line -> line + "\n").toList());
    }

    private static void each(String name, String text, Map<List<String>, String> rows) {
        List<String> lines = text.lines().skip(1).toList();
        List<Map<String, String>> parsed = CsvTable.read(name, text).rows();
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> row = parsed.get(i);
            rows.put(
                    List.of(
                            row.getOrDefault("clinic_id", ""),
                            row.getOrDefault("period", ""),
                            row.getOrDefault("measure", ""),
                            row.getOrDefault("window", ""),
                            row.getOrDefault("body_region", ""),
                            row.getOrDefault("technique", "")),
                    lines.get(i));
        }
    }
}
