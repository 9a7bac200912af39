package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Tables that are published together, rows as {@code C1/dtm 9 4}: what they are about, sessions, and patients. */
class ReleaseTest {
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT), new ResultColumn("n_patients", Role.PATIENTS));
    private static final List<String> TECHNIQUES = List.of("clinic_id", "technique");

    @Test
    void hidesTheSameCellInAllTables() {
        Release release = release(
                table("techniques", TECHNIQUES, "C1/all 40 12", "C1/dtm 9 4", "C1/pnf 12 6", "C1/trp 19 10"),
                table("clinics", List.of("clinic_id"), "all 60 20", "C1 40 12", "C2 8 4", "C3 12 6"));
        assertThat(hidden(release, "techniques")).containsExactly("C1/dtm", "C1/pnf");
        assertThat(hidden(release, "clinics")).containsExactly("C2", "C3");
        release = release(
                table("techniques", TECHNIQUES, "C1/all 8 4", "C1/dtm 8 4"),
                table("clinics", List.of("clinic_id"), "all 60 20", "C1 8 4", "C2 40 12", "C3 12 6"));
        assertThat(hidden(release, "techniques")).containsExactly("C1/all", "C1/dtm");
        assertThat(hidden(release, "clinics")).containsExactly("C1", "C3");
    }

    /** The year would give the hidden month away, so that a second month goes; months that do not add up give nothing away. */
    @Test
    void hidesASecondMonthBesideASingleHiddenOneOfAYear() {
        List<String> dimensions = List.of("clinic_id", "period");
        ResultTable months =
                table("months", dimensions, "C1/2024-01 9 4", "C1/2024-02 30 8", "C1/2024-03 20 6", "C1/2024-04 25 9");
        ResultTable year = table("year", dimensions, "C1/2024-01..2024-04 84 20");
        assertThat(hidden(release(months, year), "months")).containsExactly("C1/2024-01", "C1/2024-03");
        ResultTable without = table("year", dimensions, "C1/2024-01..2024-04 75 20");
        assertThat(hidden(release(months, without), "months")).containsExactly("C1/2024-01");
    }

    /** Two hidden cells of three sessions: each lies between 1 and 5. */
    @Test
    void hidesAThirdCellWhereTwoLeaveAnIntervalOfLessThanFive() {
        assertThat(hidden(
                        release(table("t", List.of("technique"), "all 50 20", "a 3 3", "b 3 3", "c 14 8", "d 30 9")),
                        "t"))
                .containsExactly("a", "b", "c");
        assertThat(hidden(
                        release(table("t", List.of("technique"), "all 51 20", "a 3 3", "b 4 3", "c 14 8", "d 30 9")),
                        "t"))
                .containsExactly("a", "b");
    }

    /** Who is a patient of the one, and had all its eight sessions, would know the other to within a session. */
    @Test
    void hidesAThirdCellFromOneWhoKnowsHisOwnSessions() {
        assertThat(hidden(release(mine("a 8 1 8", "b 2 2 1", "c 14 8 3", "d 30 9 5", "all 54 20 8")), "t"))
                .containsExactly("a", "b", "c");
        assertThat(hidden(release(mine("a 8 4 2", "b 2 2 1", "c 14 8 3", "d 30 9 5", "all 54 20 8")), "t"))
                .containsExactly("a", "b");
    }

    @Test
    void hidesWhatTwoPatientsDominateAndWhereAllFaredAlike() {
        assertThat(hidden(release(of(true, false)), "t")).containsExactly("a", "c");
        assertThat(hidden(release(of(false, true)), "t")).containsExactly("a", "c");
        assertThat(hidden(release(of(false, false)), "t")).isEmpty();
        assertThat(Protection.of(PrivacyProfile.NONE)
                        .release(List.of(of(true, true)))
                        .table("t")
                        .rows())
                .noneMatch(PublishedRow::isSuppressed);
    }

    /** Who recorded two scores recorded the one: few scores bound a hidden count. */
    @Test
    void hidesTheActivityThatBoundsAHiddenCell() {
        ResultTable outcomes = table(
                "outcomes",
                List.of("clinic_id", "period", "measure", "window"),
                "all/2024-06/pain/session 61 30",
                "C1/2024-06/pain/session 3 2",
                "C2/2024-06/pain/session 20 9",
                "C3/2024-06/pain/session 38 19");
        assertThat(hidden(release(outcomes, activity(4)), "activity")).contains("C1/2024-06");
        assertThat(hidden(release(outcomes, activity(30)), "activity")).isEmpty();
    }

    @Test
    void leavesWhatIsPublishedAsItIsWhenMoreTablesCome() {
        ResultTable clinics = table("clinics", List.of("clinic_id"), "all 60 20", "C1 40 12", "C2 8 4", "C3 12 6");
        ResultTable techniques = table(
                "techniques", TECHNIQUES, "C1/all 40 12", "C1/dtm 30 9", "C1/pnf 10 4", "C3/all 12 6", "C3/dtm 12 6");
        Release first = release(clinics);
        Release both = first.with(List.of(techniques));
        assertThat(both.table("clinics").rows())
                .extracting(PublishedRow::isSuppressed)
                .isEqualTo(first.table("clinics").rows().stream()
                        .map(PublishedRow::isSuppressed)
                        .toList());
        assertThat(hidden(both, "techniques")).containsExactly("C1/dtm", "C1/pnf", "C3/all", "C3/dtm");
    }

    /** Months tell that there were five: of each part of five one who is among them knows as much as that it is four at most. */
    @Test
    void leavesOutABreakdownOfWhatIsTooFewToBreakDown() {
        List<String> dimensions = List.of("period", "body_region");
        Release months = release(table("months", dimensions, "2024-01/all 6 5", "2024-02/all 30 8"));
        Release year = months.with(List.of(table(
                "regions",
                dimensions,
                "2024-01..2024-01/all 6 5",
                "2024-01..2024-01/hip 2 2",
                "2024-01..2024-01/neck 4 3",
                "2024-01..2024-02/all 36 13",
                "2024-01..2024-02/hip 16 6",
                "2024-01..2024-02/neck 20 7")));
        assertThat(hidden(months, "months")).isEmpty();
        assertThat(year.table("regions").rows().stream().map(row -> String.join("/", row.key())))
                .containsExactly(
                        "2024-01..2024-01/all",
                        "2024-01..2024-02/all",
                        "2024-01..2024-02/hip",
                        "2024-01..2024-02/neck");
        assertThat(hidden(year, "regions")).isEmpty();
        assertThat(year.hiddenKeys("regions"))
                .containsExactlyInAnyOrder(List.of("2024-01..2024-01", "hip"), List.of("2024-01..2024-01", "neck"));
        assertThat(year.statement().leftOut()).isEqualTo(2);
        assertThat(year.statement().tables().get(1)).isEqualTo(new DisclosureStatement.TableCounts("regions", 6, 2));
    }

    @Test
    void saysWhatItHidAndHowWell() {
        DisclosureStatement statement = release(
                        table("t", List.of("technique"), "all 51 20", "a 3 3", "b 4 3", "c 14 8", "d 30 9"))
                .statement();
        assertThat(statement.tables()).containsExactly(new DisclosureStatement.TableCounts("t", 5, 2));
        assertThat(statement.primary()).isEqualTo(2);
        assertThat(statement.complementary()).isZero();
        assertThat(statement.shareKept()).isEqualTo(37.0 / 43);
        assertThat(statement.audit().hiddenCounts()).isEqualTo(4);
        assertThat(statement.audit().narrowest()).isEqualTo(5);
    }

    @Test
    void knowsItsTablesByName() {
        Release release = release(table("t", List.of("technique"), "all 51 20"));
        assertThatThrownBy(() -> release.table("u")).hasMessage("Unknown table 'u'");
    }

    private static Release release(ResultTable... tables) {
        return Protection.of(PrivacyProfile.INTERNAL).release(List.of(tables));
    }

    private static List<String> hidden(Release release, String table) {
        return release.table(table).rows().stream()
                .filter(PublishedRow::isSuppressed)
                .map(row -> String.join("/", row.key()))
                .toList();
    }

    private static ResultTable table(String name, List<String> dimensions, String... rows) {
        List<ResultRow> parsed = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            parsed.add(row(parts, Contributors.of(Long.parseLong(parts[2]))));
        }
        return new ResultTable("outcomes", name, dimensions, COLUMNS, parsed);
    }

    private static ResultRow row(String[] parts, Contributors contributors) {
        List<Figure> figures = List.of(new Count(Long.parseLong(parts[1])), new Count(Long.parseLong(parts[2])));
        return new ResultRow(List.of(parts[0].split("/", -1)), contributors, figures);
    }

    /** With the most sessions that one patient had. */
    private static ResultTable mine(String... rows) {
        List<ResultRow> parsed = Arrays.stream(rows)
                .map(row -> row.split(" ", -1))
                .map(parts -> row(
                        parts,
                        new Contributors(
                                Long.parseLong(parts[2]),
                                List.of(Long.parseLong(parts[3])),
                                OptionalDouble.empty(),
                                false,
                                false)))
                .toList();
        return new ResultTable("outcomes", "t", List.of("technique"), COLUMNS, parsed);
    }

    private static ResultTable of(boolean isDominated, boolean isAlike) {
        List<ResultRow> rows = List.of(
                row("all 80 30".split(" ", -1), Contributors.of(30)),
                row(
                        "a 30 9".split(" ", -1),
                        new Contributors(9, List.of(), OptionalDouble.empty(), isDominated, isAlike)),
                row("b 30 12".split(" ", -1), Contributors.of(12)),
                row("c 20 9".split(" ", -1), Contributors.of(9)));
        return new ResultTable("outcomes", "t", List.of("technique"), COLUMNS, rows);
    }

    private static ResultTable activity(long scores) {
        List<ResultRow> rows = new ArrayList<>();
        for (String clinic : List.of("C1", "C2", "C3")) {
            rows.add(new ResultRow(
                    List.of(clinic, "2024-06"),
                    12,
                    List.of(new Count(50), new Count(12), new Count(clinic.equals("C1") ? scores : 45))));
        }
        return new ResultTable(
                "activity",
                List.of("clinic_id", "period"),
                List.of(
                        new ResultColumn("attended", Role.ADDITIVE_COUNT),
                        new ResultColumn("n_patients", Role.PATIENTS),
                        new ResultColumn("pain_after", Role.NUMERATOR)),
                rows);
    }
}
