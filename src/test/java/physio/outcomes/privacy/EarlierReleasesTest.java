package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.privacy.CountedRows.TECHNIQUES;
import static physio.outcomes.privacy.CountedRows.beside;
import static physio.outcomes.privacy.CountedRows.hidden;
import static physio.outcomes.privacy.CountedRows.listed;
import static physio.outcomes.privacy.CountedRows.released;
import static physio.outcomes.privacy.CountedRows.table;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultTable;

/** A month is released, and a later month with the earlier one in it again; rows as {@code C1/2024-05/episode 9 4}: what they are about, sessions, and patients. */
class EarlierReleasesTest {
    private static final List<String> MAY_ROWS = List.of(
            "all/2024-05/session 47 26",
            "C1/2024-05/session 5 5",
            "C2/2024-05/session 12 6",
            "C3/2024-05/session 30 15");

    /** C1's two small techniques are hidden, with them the whole clinic, which would tell their sum, and beside it another clinic: June shows no techniques, but May's page still does. */
    @Test
    void whatProtectedARowOfTheEarlierReportStaysHidden() {
        ResultTable may = months(MAY_ROWS);
        Release released = released(may, techniquesOfMay());
        List<String> hidden = hidden(released, "months");
        assertThat(hidden).contains("C1/2024-05/session").hasSize(2);
        assertThat(hidden(released(may), "months")).isEmpty();
        assertThat(hidden(beside(released, may), "months")).isEqualTo(hidden);
    }

    /** June's report came first, and showed all of May: hiding C1's May would protect nobody now, and five patients are too few to break down. */
    @Test
    void whatWasShownIsNotHiddenToProtectAnother() {
        Release june = released(months(MAY_ROWS));
        Release may = beside(june, months(MAY_ROWS), techniquesOfMay());
        assertThat(hidden(may, "months")).isEmpty();
        assertThat(may.table("techniques").rows()).isEmpty();
        assertThat(may.statement().leftOut()).isEqualTo(2);
    }

    /** Other clinics' rows of the same techniques, and the sums of all clinics, are not to go with it; the clinics' are hidden, C1's five being too few to hide one of them behind. */
    @Test
    void onlyTheBreakdownOfTheFewestIsLeftOut() {
        Release june = released(months(MAY_ROWS));
        List<String> rows = new ArrayList<>(List.of("C1/2024-05/session/dtm 3 3", "C1/2024-05/session/pnf 2 2"));
        List<String> others = List.of(
                "C2/2024-05/session/dtm 6 5",
                "C2/2024-05/session/pnf 6 5",
                "C3/2024-05/session/dtm 14 12",
                "C3/2024-05/session/pnf 16 12",
                "all/2024-05/session/dtm 23 20",
                "all/2024-05/session/pnf 24 19");
        rows.addAll(others);
        Release may = beside(june, months(MAY_ROWS), techniques(rows));
        assertThat(listed(may, "techniques"))
                .containsExactlyElementsOf(others.stream()
                        .map(row -> row.substring(0, row.indexOf(' ')))
                        .toList());
        assertThat(hidden(may, "techniques"))
                .containsExactly(
                        "C2/2024-05/session/dtm",
                        "C2/2024-05/session/pnf",
                        "C3/2024-05/session/dtm",
                        "C3/2024-05/session/pnf");
        assertThat(may.statement().leftOut()).isEqualTo(2);
        assertThat(hidden(may, "months")).isEmpty();
    }

    /**
     * C1's 40 of pnf were shown, so that its 3 of dtm are known; its breakdown is left out, but hides nothing: with it, or by itself, pnf leaves C2
     * 4 to 7, since C3's one of dtm cannot be less.
     */
    @Test
    void whatWasShownHidesNothingWhereItIsLeftOut() {
        ResultTable months = months(List.of(
                "all/2024-05/session 61 32",
                "C1/2024-05/session 43 20",
                "C2/2024-05/session 8 6",
                "C3/2024-05/session 10 6"));
        List<String> shown =
                List.of("C1/2024-05/session/pnf 40 18", "all/2024-05/session/pnf 53 26", "all/2024-05/session/dtm 8 8");
        Release june = released(months, techniques(shown));
        assertThat(hidden(june, "techniques")).isEmpty();
        Release may = beside(june, months, techniques(List.of("C1/2024-05/session/dtm 3 3", shown.get(0))))
                .with(List.of(table(
                        "others",
                        TECHNIQUES,
                        List.of(
                                "C2/2024-05/session/dtm 4 4",
                                "C2/2024-05/session/pnf 4 4",
                                "C3/2024-05/session/dtm 1 1",
                                "C3/2024-05/session/pnf 9 4",
                                shown.get(1),
                                shown.get(2)))));
        assertThat(may.table("techniques").rows()).isEmpty();
        assertThat(listed(may, "others")).containsExactly("all/2024-05/session/pnf", "all/2024-05/session/dtm");
    }

    /** The one of dtm may be all, or some of the thirteen: twelve of pnf may be less. */
    @Test
    void oneSessionOfOnePatientHidesBehindTheOthersOfItsTotal() {
        ResultTable months =
                months(List.of("all/2024-05/session 60 40", "C1/2024-05/session 13 7", "C2/2024-05/session 47 33"));
        List<String> rows = List.of("C1/2024-05/session/dtm 1 1", "C1/2024-05/session/pnf 12 6");
        Release may = beside(released(months), months, techniques(rows));
        assertThat(hidden(may, "techniques")).containsExactly("C1/2024-05/session/dtm", "C1/2024-05/session/pnf");
        assertThat(may.statement().leftOut()).isZero();
    }

    @Test
    void aRowThatChangedIsJudgedAnew() {
        Release released = released(months(MAY_ROWS), techniquesOfMay());
        ResultTable later = months(List.of(
                "all/2024-05/session 92 46",
                "C1/2024-05/session 30 15",
                "C2/2024-05/session 22 11",
                "C3/2024-05/session 40 20"));
        assertThat(hidden(beside(released, later), "months")).isEmpty();
    }

    /** An episode that goes on leaves the month: what two fewer have is what became of those two. */
    @Test
    void aMonthThatAFewEpisodesLeftIsHidden() {
        Release may = released(months(List.of(
                "all/2024-05/episode 70 60",
                "C1/2024-05/episode 20 18",
                "C2/2024-05/episode 25 22",
                "C3/2024-05/episode 25 20")));
        ResultTable june = months(List.of(
                "all/2024-05/episode 50 44",
                "C1/2024-05/episode 18 16",
                "C2/2024-05/episode 19 16",
                "C3/2024-05/episode 13 12"));
        assertThat(hidden(released(june), "months")).isEmpty();
        Release beside = beside(may, june);
        assertThat(hidden(beside, "months")).containsExactly("C1/2024-05/episode", "C3/2024-05/episode");
        assertThat(beside.statement().primary()).isEqualTo(1);
        assertThat(hidden(again(may, beside, june), "months")).isEqualTo(hidden(beside, "months"));
    }

    /** One patient had two episodes in the month, and one of them goes on. */
    @Test
    void nobodyNeedHaveLeftForAnEpisodeToLeave() {
        Release may = released(months(List.of("C1/2024-05/episode 20 18")));
        assertThat(hidden(beside(may, months(List.of("C1/2024-05/episode 19 18"))), "months"))
                .containsExactly("C1/2024-05/episode");
        assertThat(hidden(beside(may, months(List.of("C1/2024-05/episode 20 18"))), "months"))
                .isEmpty();
        assertThat(hidden(beside(may, months(List.of("C1/2024-05/episode 15 13"))), "months"))
                .isEmpty();
    }

    /** Sessions do not move to another month: few records that change are held back before they come here. */
    @Test
    void sessionsThatChangedAreShown() {
        Release may = released(months(MAY_ROWS));
        ResultTable corrected = months(List.of(
                "all/2024-05/session 46 25",
                "C1/2024-05/session 5 5",
                "C2/2024-05/session 11 5",
                "C3/2024-05/session 30 15"));
        assertThat(hidden(beside(may, corrected), "months")).isEmpty();
    }

    /** Of all months together: how the few that are new were doing would follow. */
    @Test
    void whatGrowsIsShownAgainWhenEnoughHaveCome() {
        Release may = released(visits("C1/9 40 30", "C1/10 20 16"));
        assertThat(hidden(beside(may, visits("C1/9 49 36", "C1/10 23 19")), "visits"))
                .containsExactly("C1/10");
        assertThat(hidden(beside(may, visits("C1/9 49 36", "C1/10 26 21")), "visits"))
                .isEmpty();
        Release june = beside(may, visits("C1/9 49 36", "C1/10 23 19"));
        assertThat(hidden(again(may, june, visits("C1/9 49 36", "C1/10 22 18")), "visits"))
                .containsExactly("C1/10");
    }

    /** Also beside tables that come later. */
    @Test
    void tablesThatComeLaterAreHeldAgainstEarlierOnesToo() {
        Release first = released(months(MAY_ROWS)).with(List.of(visits("C1/10 20 16")));
        ReleasedCells known = ReleasedCells.none().add(first.cells());
        Release second = Protection.of(PrivacyProfile.INTERNAL, known)
                .release(List.of(months(MAY_ROWS)))
                .with(List.of(visits("C1/10 23 19")));
        assertThat(hidden(first, "visits")).isEmpty();
        assertThat(hidden(second, "visits")).containsExactly("C1/10");
        assertThat(hidden(second, "months")).isEmpty();
    }

    private static ResultTable visits(String... rows) {
        return table("visits", List.of("clinic_id", "visit_number"), List.of(rows));
    }

    private static Release again(Release first, Release second, ResultTable table) {
        ReleasedCells known = ReleasedCells.none().add(first.cells()).add(second.cells());
        return Protection.of(PrivacyProfile.INTERNAL, known).release(List.of(table));
    }

    private static ResultTable techniquesOfMay() {
        return techniques(List.of("C1/2024-05/session/dtm 3 3", "C1/2024-05/session/pnf 2 2"));
    }

    private static ResultTable techniques(List<String> rows) {
        return table("techniques", TECHNIQUES, rows);
    }

    private static ResultTable months(List<String> rows) {
        return table("months", CountedRows.MONTHS, rows);
    }
}
