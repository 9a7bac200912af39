package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import physio.outcomes.disclosure.Findings.Interval;
import physio.outcomes.disclosure.Known.Months;

/** The attacker finds what is planted for him, and nothing where nothing is. */
class AttackerTest {
    private static final Known INTERNAL =
            new Known(false, Months.ALL, Map.of("pain", 1.0, "vas", 10.0), Map.of("pain", "Pain", "t1", "Cupping"));
    private static final Known PUBLIC =
            new Known(true, Months.ALL, Map.of("pain", 1.0, "vas", 10.0), Map.of("pain", "Pain", "t1", "Cupping"));
    private static final String COLUMNS = "period,measure,window,technique,n_sessions,n_episodes,n_patients,"
            + "baseline_mean,follow_up_mean,change_mean,suppressed\n";

    @Test
    void oneHiddenRowOfALineFollowsFromItsTotal() {
        Findings findings = attack(Map.of("technique_outcomes", """
                C1 2024-01 pain episode all 60 30 25
                C1 2024-01 pain episode t1 40 20 20
                C1 2024-01 pain episode t2 - - -
                """));
        assertThat(findings.exact())
                .extracting(Interval::count)
                .containsExactly(
                        "outcomes clinic_id C1 2024-01 pain episode t2 n_sessions",
                        "outcomes clinic_id C1 2024-01 pain episode t2 n_episodes");
    }

    @Test
    void aCountThatAnotherTableShowsUnderAnotherNameIsFound() {
        Findings findings =
                attack(Map.of("monthly_outcomes", "C1 2024-01 pain episode all - - -\n", "participation", """
                        clinic_id,period,measure,n_episodes,n_patients,with_baseline,with_follow_up,suppressed
                        C1,2024-01,pain,9,9,8,3,false
                        """));
        assertThat(findings.exact())
                .extracting(Interval::count, Interval::low)
                .containsExactly(tuple("outcomes clinic_id C1 2024-01 pain episode all n_episodes", 3L));
    }

    @Test
    void theSameRowInTwoTablesIsOneRow() {
        Findings findings = attack(Map.of(
                "technique_outcomes", "C1 2024-01 pain episode all - - -\n",
                "monthly_outcomes", "C1 2024-01 pain episode all 12 4 4\n"));
        assertThat(findings.exact()).hasSize(3);
    }

    @Test
    void aPeriodGivesAwayItsOneHiddenMonth() {
        Findings findings = attack(Map.of(
                "clinic_outcomes", "C1 2024-01..2024-03 pain session all 90 50 40\n",
                "monthly_outcomes", """
                        C1 2024-01 pain session all 40 30 20
                        C1 2024-02 pain session all 43 30 20
                        C1 2024-03 pain session all - - -
                        """));
        assertThat(findings.exact())
                .extracting(Interval::count, Interval::low)
                .containsExactly(tuple("outcomes clinic_id C1 2024-03 pain session all n_sessions", 7L));
    }

    /** One of the clinics had nobody, so that the other's hidden rows are those of all. */
    @Test
    void aHiddenBlockOfOneSolutionIsSolved() {
        Findings findings = attack(Map.of("technique_outcomes", """
                all 2024-01 pain session all 40 40 40
                all 2024-01 pain session t1 20 20 20
                all 2024-01 pain session t2 20 20 20
                C1 2024-01 pain session all 0 0 0
                C1 2024-01 pain session t1 - - -
                C1 2024-01 pain session t2 - - -
                C2 2024-01 pain session all 40 40 40
                C2 2024-01 pain session t1 - - -
                C2 2024-01 pain session t2 - - -
                """));
        assertThat(findings.exact())
                .filteredOn(found -> found.count().endsWith("n_sessions"))
                .hasSize(4);
    }

    /** Six hidden cells in a ring: no line alone tells anything, all of them together tell everything. */
    @Test
    void linesTogetherTellWhatNoneTellsAlone() {
        Findings findings = attack(Map.of("technique_outcomes", """
                all 2024-01 pain session all 60 60 60
                all 2024-01 pain session t1 20 20 20
                all 2024-01 pain session t2 20 20 20
                all 2024-01 pain session t3 20 20 20
                C1 2024-01 pain session t1 - - -
                C2 2024-01 pain session t1 - - -
                C2 2024-01 pain session t2 - - -
                C3 2024-01 pain session t2 - - -
                C3 2024-01 pain session t3 - - -
                C1 2024-01 pain session t3 - - -
                C1 2024-01 pain session all 40 40 40
                C2 2024-01 pain session all 0 0 0
                C3 2024-01 pain session all 20 20 20
                """));
        assertThat(findings.exact())
                .filteredOn(found -> found.count().endsWith("n_sessions"))
                .hasSize(6);
    }

    @Test
    void anIntervalOfThreeIsTooNarrow() {
        Findings findings = attack(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 23 23 23
                C1 2024-01 pain session t1 20 20 20
                C1 2024-01 pain session t2 - - -
                C1 2024-01 pain session t3 - - -
                """));
        assertThat(findings.exact()).isEmpty();
        assertThat(findings.narrowest()).isEqualTo(3);
        assertThat(findings.narrowerThan(5)).hasSize(6);
    }

    @Test
    void whatAnInsiderKnowsOfHimselfNarrowsTheOthers() {
        Map<String, String> tables = csv(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 26 26 26
                C1 2024-01 pain session t1 20 20 20
                C1 2024-01 pain session t2 - - -
                C1 2024-01 pain session t3 - - -
                """));
        Map<String, String> own = csv(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 4 1 1
                C1 2024-01 pain session t2 4 1 1
                """));
        PublishedFiles files = new PublishedFiles(tables, Map.of(), Map.of());
        assertThat(Attacker.outside(INTERNAL).attack(files).narrowest()).isEqualTo(6);
        assertThat(Attacker.insider(INTERNAL, own).attack(files).narrowest()).isEqualTo(2);
    }

    @Test
    void aSafeReleaseGivesNothingAway() {
        Findings findings = attack(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 60 60 60
                C1 2024-01 pain session t1 20 20 20
                C1 2024-01 pain session t2 - - -
                C1 2024-01 pain session t3 - - -
                """));
        assertThat(findings.hidden()).hasSize(6);
        assertThat(findings.narrowest()).isGreaterThanOrEqualTo(5);
        assertThat(findings.shownElsewhere()).isEmpty();
        assertThat(findings.recovered()).isEmpty();
    }

    /** Of 8 to 12 scores in tens, 37.5 is the mean of 8 or 12 alone; of scores in ones, 3.7 is that of any. */
    @Test
    void aMeanOfACoarseInstrumentGivesARoundedCountAway() {
        assertThat(recovered("vas", "37.5")).isNotEmpty();
        assertThat(recovered("pain", "3.7")).isEmpty();
    }

    private static List<String> recovered(String measure, String mean) {
        String csv = "clinic_id," + COLUMNS + "C1,2024-01," + measure + ",episode,all,30,10,10," + mean + ",,,false\n";
        return Attacker.outside(PUBLIC)
                .attack(new PublishedFiles(Map.of("monthly_outcomes", csv), Map.of(), Map.of()))
                .recovered();
    }

    @Test
    void aRoundedCountIsNotTakenForExact() {
        String rows = """
                C1 2024-01 pain episode all 60 30 30
                C1 2024-01 pain episode t1 40 20 20
                C1 2024-01 pain episode t2 - - -
                """;
        Findings findings = Attacker.outside(PUBLIC)
                .attack(new PublishedFiles(csv(Map.of("technique_outcomes", rows)), Map.of(), Map.of()));
        assertThat(findings.hidden()).extracting(Interval::low, Interval::high).contains(tuple(16L, 24L));
    }

    @Test
    void aFigureThatTheCsvHidesAndAChartShowsIsFound() {
        assertThat(shown("<svg><title>Pain, change over the episode</title><text x='4' y='20'>Cupping</text>"
                        + "<text x='90' y='21'>n = 3</text></svg>"))
                .hasSize(1);
        assertThat(
                        shown(
                                "<svg aria-label='Improvement. Cupping −1.5 points.'><title>Pain, change over the episode</title></svg>"))
                .hasSize(1);
        assertThat(shown("<table><caption>Pain, change over the episode, by technique</caption><thead><tr><th>Technique"
                        + "<th>Patients</thead><tbody><tr><th>Cupping<td>3</tbody></table>"))
                .isNotEmpty();
        assertThat(shown("<svg aria-label='Cupping: not shown'><title>Pain, change over the episode</title>"
                        + "<text x='4' y='20'>Cupping</text><text x='90' y='21'>hidden</text></svg>"))
                .isEmpty();
    }

    @Test
    void aFigureThatTheCsvHidesAndThePaperShowsIsFound() {
        String caption = "Pain, change over the episode, by technique; NPRS\n";
        assertThat(mismatches(Map.of(), Map.of("C1", caption + "Cupping 3 7.77")))
                .hasSize(1);
        assertThat(mismatches(Map.of(), Map.of("C1", caption + "Cupping hidden hidden")))
                .isEmpty();
    }

    private static List<String> shown(String html) {
        return mismatches(Map.of("C1", html), Map.of());
    }

    private static List<String> mismatches(Map<String, String> pages, Map<String, String> papers) {
        Map<String, String> tables = csv(Map.of("technique_outcomes", "C1 2024-01 pain episode t1 - - -\n"));
        return Attacker.outside(INTERNAL)
                .attack(new PublishedFiles(tables, pages, papers))
                .shownElsewhere();
    }

    private static Findings attack(Map<String, String> tables) {
        return Attacker.outside(INTERNAL).attack(new PublishedFiles(csv(tables), Map.of(), Map.of()));
    }

    /** Rows of key and counts as CSV, hidden where no count is told; what has a header of its own stays. */
    private static Map<String, String> csv(Map<String, String> tables) {
        Map<String, String> texts = new TreeMap<>();
        tables.forEach((name, rows) -> texts.put(name, rows.contains(",") ? rows : csv(rows)));
        return texts;
    }

    private static String csv(String rows) {
        StringBuilder csv = new StringBuilder("clinic_id,").append(COLUMNS);
        for (String row : rows.lines().toList()) {
            boolean isHidden = row.endsWith("- - -");
            csv.append(row.replace(" -", " ").replace(' ', ','))
                    .append(",,,,")
                    .append(isHidden)
                    .append('\n');
        }
        return csv.toString();
    }
}
