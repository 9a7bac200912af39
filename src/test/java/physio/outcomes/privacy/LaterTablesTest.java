package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.privacy.CountedRows.MONTHS;
import static physio.outcomes.privacy.CountedRows.TECHNIQUES;
import static physio.outcomes.privacy.CountedRows.beside;
import static physio.outcomes.privacy.CountedRows.hidden;
import static physio.outcomes.privacy.CountedRows.listed;
import static physio.outcomes.privacy.CountedRows.released;
import static physio.outcomes.privacy.CountedRows.table;
import static physio.outcomes.privacy.CountedRows.withScores;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.domain.ResultTable;

/** Tables that come beside others of which rows are left out. */
class LaterTablesTest {
    private static final String YEAR = "C3/2024-01..2024-12/session";

    /** C3's May is left out with C1's and C2's, though it was shown: its year is without it, and follows from January, so that it can hide no practitioner. */
    @Test
    void aYearOfShownMonthsIsKnownWithoutOneThatIsLeftOut() {
        String allOfMay = "all/2024-05/session 25 15";
        String may = "C3/2024-05/session 20 10";
        Release earlier = released(table("months", MONTHS, List.of(allOfMay, may)));
        Release months = beside(
                earlier,
                table(
                        "months",
                        MONTHS,
                        List.of(
                                "all/2024-01/session 40 20",
                                "C3/2024-01/session 5 5",
                                "C4/2024-01/session 35 15",
                                allOfMay,
                                "C1/2024-05/session 3 3",
                                "C2/2024-05/session 2 2",
                                may)));
        assertThat(listed(months, "months"))
                .containsExactly(
                        "all/2024-01/session", "C3/2024-01/session", "C4/2024-01/session", "all/2024-05/session");
        Release year = months.with(List.of(
                table("year", MONTHS, List.of(YEAR + " 5 5")),
                table(
                        "practitioners",
                        List.of("clinic_id", "period", "window", "practitioner"),
                        List.of(YEAR + "/P1 3 3", YEAR + "/P2 2 2"))));
        assertThat(hidden(year, "year")).isEmpty();
        assertThat(listed(year, "practitioners")).isEmpty();
    }

    /** A column more is no news to those who know the row. */
    @Test
    void whatWasShownIsNoSecretWhenALaterTableCountsMoreOfIt() {
        String shown = "C1/2024-05/session/pnf 40 18";
        List<String> totals = List.of("all/2024-05/session/pnf 53 26", "all/2024-05/session/dtm 8 8");
        ResultTable months = table(
                "months",
                MONTHS,
                List.of(
                        "all/2024-05/session 61 32",
                        "C1/2024-05/session 43 20",
                        "C2/2024-05/session 8 6",
                        "C3/2024-05/session 10 6"));
        ResultTable known = table("techniques", TECHNIQUES, List.of(shown));
        Release earlier = released(months, known, table("totals", TECHNIQUES, totals));
        Release may = beside(
                        earlier, months, table("techniques", TECHNIQUES, List.of("C1/2024-05/session/dtm 3 3", shown)))
                .with(List.of(
                        table(
                                "others",
                                TECHNIQUES,
                                List.of(
                                        "C2/2024-05/session/dtm 4 4",
                                        "C2/2024-05/session/pnf 4 4",
                                        "C3/2024-05/session/dtm 1 1",
                                        "C3/2024-05/session/pnf 9 4")),
                        table("totals", TECHNIQUES, totals),
                        withScores(known)));
        assertThat(listed(may, "others")).isEmpty();
        assertThat(listed(may, "techniques_scored")).isEmpty();
    }

    /** C1's pnf and C2's dtm are left out, and known: C2's 4 of 9, beside 15 of which 10 are known, are what is left. */
    @Test
    void whatIsKnownOfRowsThatAreLeftOutIsKnownBesideLaterTables() {
        ResultTable months = table(
                "months",
                MONTHS,
                List.of("all/2024-05/session 55 30", "C1/2024-05/session 15 11", "C2/2024-05/session 40 19"));
        List<String> totals =
                List.of("all/2024-05/session/t1 28 12", "all/2024-05/session/t2 9 7", "all/2024-05/session/t3 18 11");
        Release earlier = released(
                months,
                table("techniques", TECHNIQUES, List.of("C1/2024-05/session/t3 10 8")),
                table(
                        "others",
                        TECHNIQUES,
                        Stream.concat(totals.stream(), Stream.of("C2/2024-05/session/t2 4 4"))
                                .toList()));
        Release may = beside(
                        earlier,
                        months,
                        table(
                                "techniques",
                                TECHNIQUES,
                                List.of("C1/2024-05/session/t2 5 3", "C1/2024-05/session/t3 10 8")))
                .with(List.of(table(
                        "others",
                        TECHNIQUES,
                        Stream.concat(
                                        totals.stream(),
                                        Stream.of(
                                                "C2/2024-05/session/t1 28 12",
                                                "C2/2024-05/session/t2 4 4",
                                                "C2/2024-05/session/t3 8 3"))
                                .toList())));
        assertThat(listed(may, "techniques")).isEmpty();
        assertThat(listed(may, "others")).doesNotContain("C2/2024-05/session/t2");
    }
}
