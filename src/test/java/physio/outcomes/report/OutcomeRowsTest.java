package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.PublishedRow;

class OutcomeRowsTest {
    @Test
    void turnsTheIntervalOfChangeWhereLowerIsBetter() {
        PublishedRow row = rows().get(0);
        assertThat(OutcomeRows.improvementLow(row, measure("lower"))).hasValue(1.5);
        assertThat(OutcomeRows.improvementHigh(row, measure("lower"))).hasValue(2.5);
        assertThat(OutcomeRows.improvementLow(row, measure("higher"))).hasValue(-2.5);
        assertThat(OutcomeRows.improvementHigh(row, measure("higher"))).hasValue(-1.5);
    }

    @Test
    void writesARowOfFiguresAndAHiddenOne() {
        Page.Grid grid = OutcomeRows.grid("Pain", measure("lower"), rows(), row -> row.key("technique"));
        assertThat(grid.rows())
                .containsExactly(
                        List.of("dtm", "1,200", "6.00", "4.00", "+2.00", "1.50 to 2.50", "60%", "55 to 65%", "5%"),
                        List.of("pnf", "hidden", "hidden", "hidden", "hidden", "hidden", "hidden", "hidden", "hidden"));
        assertThat(grid.headings()).hasSize(9);
    }

    /** In public no interval is shown, nor a share without its count: a table has no columns of nothing, and what is left out of a row is hidden. */
    @Test
    void writesNoColumnOfIntervalsWhereNoneIsShown() {
        Page.Grid grid = OutcomeRows.grid(
                "Pain", measure("lower"), published(PrivacyProfile.PUBLIC), row -> row.key("technique"));
        assertThat(grid.headings())
                .containsExactly("Technique", "Patients", "Before", "After", "Improvement", "Improved", "Worse");
        assertThat(grid.rows())
                .containsExactly(
                        List.of("dtm", "1,200", "6.00", "4.00", "+2.00", "hidden", "hidden"),
                        List.of("pnf", "hidden", "hidden", "hidden", "hidden", "hidden", "hidden"));
    }

    @Test
    void drawsTheSameFigures() {
        IntervalChart improvements =
                OutcomeRows.improvements("id", "Title", measure("lower"), rows(), row -> row.key("technique"));
        assertThat(improvements.rows())
                .containsExactly(
                        IntervalChart.Row.of("dtm", 2, 1.5, 2.5, "n = 1,200"),
                        IntervalChart.Row.suppressed("pnf", "hidden"));
        SharesChart shares = OutcomeRows.shares("id", "Title", "episodes", rows(), row -> row.key("technique"));
        assertThat(shares.rows().get(0).improved()).hasValue(0.6);
        assertThat(shares.rows().get(0).unchanged().getAsDouble()).isEqualTo(1 - 0.6 - 0.05);
        assertThat(shares.rows().get(1).unchanged()).isEmpty();
    }

    private static List<PublishedRow> rows() {
        return published(PrivacyProfile.INTERNAL);
    }

    private static List<PublishedRow> published(PrivacyProfile profile) {
        return SmallTable.of("outcomes", "technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "baseline_mean follow_up_mean improvement_mean")
                .columns(Role.SPREAD, "change_ci_low change_ci_high")
                .columns(Role.RATE, "improved_rate improved_ci_low improved_ci_high deteriorated_rate")
                .row("dtm", 1200, 1200, 6.0, 4.0, 2.0, -2.5, -1.5, 0.6, 0.55, 0.65, 0.05)
                .row("pnf", 4, 4, 9.0, 1.0, 8.0, -9.0, -7.0, 1.0, 0.5, 1.0, 0.0)
                .published(profile)
                .rows();
    }

    private static Measure measure(String better) {
        String yaml = "measures: {pain: {unit: points, range: [0, 10], step: 1, timing: visit, mcid: {absolute: 2},"
                + " better: " + better + "}}";
        return List.copyOf(SettingsReader.parse(yaml).measures().values()).get(0);
    }
}
