package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Section;

/** Practitioner ffffffff lies 3.7 standard errors below the mean of all, 2.7 when adjusted; abcdef01 has three patients. */
class PractitionersSectionTest {
    private static final MonthlyReport REPORT =
            SmallMonth.with("report: {practitioners: true}").report();

    @Test
    void standsOnThePageOfAllClinicsAndOnlyWhereItIsAskedFor() {
        assertThat(ids(REPORT.overview())).containsSubsequence("clinics", "practitioners", "benefits");
        assertThat(ids(REPORT.clinic("C1"))).doesNotContain("practitioners");
        assertThat(ids(SmallMonth.with("").report().overview())).doesNotContain("practitioners");
        assertThat(ids(SmallMonth.with("report: {practitioners: true, sections: [clinics]}")
                        .report()
                        .overview()))
                .doesNotContain("practitioners");
    }

    @Test
    void holdsPractitionersAgainstTheLimitsOfChance() {
        assertThat(charts())
                .extracting(Chart::title)
                .containsExactly(
                        "Pain, mean improvement by practitioner, adjusted for case mix, July 2023 to June 2024",
                        "Pain, mean improvement by practitioner, as observed, July 2023 to June 2024");
        assertThat(charts().get(0).alternative())
                .contains("a point a practitioner")
                .contains("All practitioners together: 1.40 points")
                .contains("1 of 2 below the 95% limits (ffffffff 1.10)");
        assertThat(charts().get(1).alternative()).contains("1 of 2 below the 99.8% limits (ffffffff 0.90)");
    }

    @Test
    void tabulatesThemByCode() {
        Grid grid = section().blocks().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(grid.headings()).startsWith("Practitioner", "Patients", "Adjusted mean");
        assertThat(grid.rows())
                .extracting(row -> row.subList(0, 3))
                .containsExactly(List.of("00112233", "300", "+1.60"), List.of("ffffffff", "200", "+1.10"));
    }

    @Test
    void hidesThoseOfFewPatients() {
        assertThat(section().toString())
                .doesNotContain("abcdef01")
                .doesNotContain("44556677")
                .doesNotContain("4.44");
    }

    private static List<Chart> charts() {
        return section().blocks().stream()
                .filter(Drawing.class::isInstance)
                .map(drawing -> ((Drawing) drawing).chart())
                .toList();
    }

    private static Section section() {
        return REPORT.overview().sections().stream()
                .filter(section -> section.id().equals("practitioners"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Page page) {
        return page.sections().stream().map(Section::id).toList();
    }
}
