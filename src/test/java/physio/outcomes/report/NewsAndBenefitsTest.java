package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sections on what is new, and on what the literature claims. */
class NewsAndBenefitsTest {
    private static final MonthlyReport.Received RECEIVED = new MonthlyReport.Received(3, 100, 0, 0, 0, Map.of());
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @Test
    void tellsWhichMonthsLookDifferentAndWhy() {
        MonthlySubject subject = SmallMonth.with("report: {rebase: {2024-02: new premises, 2024-08: later}}")
                .subject(MonthlySubject.ALL);
        var deliveries = new MonthlyReport.Deliveries(
                9, RECEIVED, List.of(8), Map.of(MARCH, List.of(7, 8), MARCH.plusMonths(1), List.of(7, 8)), 2, 1);
        assertThat(((Page.Sentences)
                                NewsSection.of(subject, deliveries).blocks().get(0))
                        .texts())
                .containsExactly(
                        "Delivery 8 brought or corrected sessions of this month after sessions of a later month had come"
                                + " in: figures may differ from those of an earlier report.",
                        "Deliveries 7, 8 brought or corrected sessions of March 2024, April 2024, which earlier reports"
                                + " did not have: these months may look different now.",
                        "2 months of clinics are shown as earlier reports showed them. What has changed in each concerns"
                                + " too few patients to be told apart from them, and comes in as soon as it concerns"
                                + " more.",
                        "1 month of a clinic that earlier reports showed is left out of this one, and of what is summed"
                                + " over it: records of it were withdrawn for good.",
                        "From February 2024 on control limits are computed anew: new premises.");
    }

    @Test
    void saysThatNothingIsNew() {
        Page.Block told = NewsSection.of(
                        SmallMonth.with("").subject("C1"),
                        new MonthlyReport.Deliveries(9, RECEIVED, List.of(), Map.of(), 0, 0))
                .blocks()
                .get(0);
        assertThat(((Page.Paragraph) told).text()).startsWith("Nothing that earlier reports showed");
    }

    @Test
    void holdsTenClaimsAgainstTheMonth() {
        Page.Grid grid = (Page.Grid)
                BenefitsSection.of(SmallMonth.with("").subject("C1")).blocks().get(1);
        assertThat(grid.rows()).hasSize(10);
        assertThat(grid.rows().get(0))
                .containsExactly(
                        "Relieves musculoskeletal pain",
                        "Pain (NPRS)",
                        "34",
                        "+1.50 points (1.00 to 2.00)",
                        "50% (25 to 75%)",
                        "in line with it, not attributable");
        assertThat(grid.rows().get(8)).endsWith("hold no such measure");
        assertThat(grid.rows().get(9))
                .containsExactly(
                        "Engages patients in their care",
                        "Sessions attended of those booked",
                        "–",
                        "–",
                        "90% of 120 sessions",
                        "inconclusive: no untreated group");
    }
}
