package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import physio.outcomes.disclosure.Findings.Interval;

/** The attacker finds what is planted for him, and nothing where nothing is. */
class AttackerTest {
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

    /** A clinic whose row is in no table had nobody there, whatever else is said of it. */
    @Test
    void aRowThatIsMissingTellsThatNobodyIsInIt() {
        Findings findings = attack(Map.of(
                "monthly_outcomes", """
                        all 2024-01 pain episode all 16 8 8
                        C1 2024-01 pain episode all - - -
                        """,
                "participation", """
                        clinic_id,period,measure,n_episodes,n_patients,with_baseline,with_follow_up,suppressed
                        C1,2024-01,pain,,,,,true
                        C2,2024-01,pain,,,,,true
                        all,2024-01,pain,20,20,20,8,false
                        """));
        assertThat(findings.exact())
                .extracting(Interval::count, Interval::low)
                .contains(tuple("outcomes clinic_id C1 2024-01 pain episode all n_episodes", 8L));
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
        Map<String, String> tables = PlantedTables.csv(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 26 26 26
                C1 2024-01 pain session t1 20 20 20
                C1 2024-01 pain session t2 - - -
                C1 2024-01 pain session t3 - - -
                """));
        Map<String, String> own = PlantedTables.csv(Map.of("technique_outcomes", """
                C1 2024-01 pain session all 4 1 1
                C1 2024-01 pain session t2 4 1 1
                """));
        PublishedFiles files = new PublishedFiles(tables, Map.of(), Map.of());
        assertThat(Attacker.outside(PlantedTables.INTERNAL).attack(files).narrowest())
                .isEqualTo(6);
        assertThat(Attacker.insider(PlantedTables.INTERNAL, own).attack(files).narrowest())
                .isEqualTo(2);
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

    @Test
    void aRoundedCountIsNotTakenForExact() {
        String rows = """
                C1 2024-01 pain episode all 60 30 30
                C1 2024-01 pain episode t1 40 20 20
                C1 2024-01 pain episode t2 - - -
                """;
        Findings findings = Attacker.outside(PlantedTables.PUBLIC)
                .attack(new PublishedFiles(PlantedTables.csv(Map.of("technique_outcomes", rows)), Map.of(), Map.of()));
        assertThat(findings.hidden()).extracting(Interval::low, Interval::high).contains(tuple(16L, 24L));
    }

    private static Findings attack(Map<String, String> tables) {
        return Attacker.outside(PlantedTables.INTERNAL)
                .attack(new PublishedFiles(PlantedTables.csv(tables), Map.of(), Map.of()));
    }
}
