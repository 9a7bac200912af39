package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;

/**
 * What attackers found in the release of one cube.
 *
 * @param rows of all tables
 * @param suppressed among them
 * @param seconds that protecting took
 * @param findings of somebody outside first, then of insiders
 */
record Trial(
        long seed,
        PrivacyProfile profile,
        Scheme scheme,
        long rows,
        long suppressed,
        double seconds,
        List<Findings> findings) {

    /** Of tables, attacked from outside and from inside. */
    static Trial of(long seed, PrivacyProfile profile, Scheme scheme) {
        Cube cube = Cube.of(seed, profile);
        long start = System.nanoTime();
        List<PublishedTable> published = scheme.publish(profile, cube);
        double seconds = (System.nanoTime() - start) / 1e9;
        PublishedFiles files = PublishedFiles.tables(published);
        Set<Cell.Key> hidden = Scheme.hidden(published);
        Known known = known(cube, published);
        List<Findings> findings =
                new ArrayList<>(List.of(Attacker.outside(known).attack(files)));
        for (int patient : insiders(cube)) {
            findings.add(Attacker.insider(known, exactly(cube.ofPatient(patient), hidden))
                    .attack(files));
        }
        List<PublishedRow> rows =
                published.stream().flatMap(table -> table.rows().stream()).toList();
        long suppressed = rows.stream().filter(PublishedRow::isSuppressed).count();
        return new Trial(seed, profile, scheme, rows.size(), suppressed, seconds, findings);
    }

    /** The statement tells of rows that are not listed. */
    static Known known(Cube cube, List<PublishedTable> published) {
        long all = Stream.concat(cube.months().stream(), cube.year(Scheme.hidden(published)).stream())
                .mapToLong(table -> table.rows().size())
                .sum();
        long listed = published.stream().mapToLong(table -> table.rows().size()).sum();
        Known known = Known.of(cube.settings());
        return listed < all ? known.withNotListed(codes(cube)) : known;
    }

    static Known.Codes codes(Cube cube) {
        List<OutcomeFacts.Row> rows = exactly(cube, Set.of()).entrySet().stream()
                .map(text -> CsvTable.read(text.getKey(), text.getValue()))
                .filter(OutcomeFacts::isOutcomes)
                .flatMap(table -> table.rows().stream().map(row -> OutcomeFacts.Row.of(table, row)))
                .toList();
        return new Known.Codes(
                rows.stream().map(OutcomeFacts.Row::group).collect(Collectors.toSet()),
                rows.stream().map(OutcomeFacts.Row::technique).collect(Collectors.toSet()));
    }

    /** Tables as they are, for whom they are about. */
    static Map<String, String> exactly(Cube cube, Set<Cell.Key> hidden) {
        List<ResultTable> tables = new ArrayList<>(cube.months());
        tables.addAll(cube.year(hidden));
        Protection none = Protection.of(PrivacyProfile.NONE);
        return PublishedFiles.tables(tables.stream().map(none::publish).toList())
                .tables();
    }

    /** The patient with the most sessions, who takes most off what he sees, and the first. */
    static List<Integer> insiders(Cube cube) {
        Map<Integer, Integer> patients = cube.patients();
        int most = patients.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        return List.of(most, patients.keySet().iterator().next());
    }

    Findings outside() {
        return findings.get(0);
    }

    long exact() {
        return outside().exact().size();
    }

    long narrowest() {
        return findings.stream().mapToLong(Findings::narrowest).min().orElseThrow();
    }

    /** What must not be found, in words. */
    List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        String cube = profile + " cube " + seed + ": ";
        Map<String, String> narrow = new LinkedHashMap<>();
        for (Findings found : findings) {
            String who = found.equals(outside()) ? "anybody" : "an insider";
            found.narrowerThan(Attacker.WIDE)
                    .forEach(interval -> narrow.putIfAbsent(
                            interval.where() + ", " + interval.count(),
                            interval.low() + " to " + interval.high() + " for " + who));
        }
        narrow.forEach((count, told) -> leaks.add(cube + told + ": " + count));
        outside().shownElsewhere().forEach(place -> leaks.add(cube + place));
        outside().recovered().forEach(count -> leaks.add(cube + "the means give away " + count));
        return leaks;
    }
}
