package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Sentences;

class QualitySectionTest {
    private static final MonthlyReport.Received RECEIVED = new MonthlyReport.Received(
            3,
            12_345,
            67,
            8,
            9,
            Map.of(
                    new MonthlyReport.Warned("digit_preference", "pain"),
                    2,
                    new MonthlyReport.Warned("repeated_block", ""),
                    1));

    @Test
    void tellsWhatCameForTheMonthAndThatNothingCameLate() {
        assertThat(first(SmallMonth.with(""), "all", List.of()))
                .isEqualTo(new Sentences(List.of(
                        "Received: 3 files with sessions of June 2024. Of their 12,345 records, of whichever month, 67"
                                + " are in quarantine, 8 repeat another record of their file, and 9 hold a session that"
                                + " an earlier file held too.",
                        "On time: no session of June 2024 came in after sessions of a later month.")));
    }

    @Test
    void listsWhatIngestWarnedOf() {
        var deliveries = new MonthlyReport.Deliveries(9, RECEIVED, List.of(), Map.of(), 0, 0);
        Page.Grid warnings = (Page.Grid) QualitySection.of(SmallMonth.with("").subject("all"), deliveries)
                .blocks()
                .get(1);
        assertThat(warnings.rows())
                .containsExactlyInAnyOrder(
                        List.of("scores seem to be rounded by hand to fives and tens", "Pain", "2"),
                        List.of(
                                "blocks of 16 consecutive records repeat earlier ones: they may have been copied",
                                "whole file",
                                "1"));
    }

    @Test
    void countsDeliveriesThatCameLate() {
        assertThat(first(SmallMonth.with(""), "all", List.of(2, 3)).toString())
                .contains("Late: 2 of these files came in after sessions of a month later than June 2024.");
    }

    /** A delivery holds sessions of all clinics: it is no clinic's to answer for. */
    @Test
    void leavesDeliveriesToThePageOfAllClinics() {
        assertThat(first(SmallMonth.with(""), "C1", List.of(2))).isNotInstanceOf(Sentences.class);
    }

    @Test
    void tellsNothingOfAMonthWithoutFiguresToShow() {
        MonthlySubject june = SmallMonth.with("").subject("all");
        MonthlySubject other =
                new MonthlySubject(june.tables(), june.settings(), YearMonth.of(2020, 1), "all", june.measures());
        assertThat(first(other, List.of())).isEqualTo(new Paragraph("Received: too few patients to show."));
    }

    private static Page.Block first(SmallMonth month, String clinic, List<Integer> late) {
        return first(month.subject(clinic), late);
    }

    private static Page.Block first(MonthlySubject subject, List<Integer> late) {
        var deliveries = new MonthlyReport.Deliveries(9, RECEIVED, late, Map.of(), 0, 0);
        return QualitySection.of(subject, deliveries).blocks().get(0);
    }
}
