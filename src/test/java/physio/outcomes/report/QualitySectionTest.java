package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Sentences;

class QualitySectionTest {
    private static final MonthlyReport.Received RECEIVED = new MonthlyReport.Received(3, 12_345, 67, 8, 9);

    @Test
    void tellsWhatCameForTheMonthAndThatNothingCameLate() {
        assertThat(first(SmallMonth.with(""), "all", List.of()))
                .isEqualTo(new Sentences(List.of(
                        "What came: 3 deliveries in force reach into June 2024, with 12,345 records of any month: 67 in"
                                + " quarantine, 8 repeated within their files, 9 sessions that an earlier delivery held"
                                + " too.",
                        "Timeliness: nothing of June 2024 came after sessions of a later month.")));
    }

    @Test
    void countsDeliveriesThatCameLate() {
        assertThat(first(SmallMonth.with(""), "all", List.of(2, 3)).toString())
                .contains(
                        "Timeliness: 2 of them came only after sessions of a month later than June 2024 had come in.");
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
        assertThat(first(other, List.of())).isEqualTo(new Paragraph("What came: too few patients to show."));
    }

    private static Page.Block first(SmallMonth month, String clinic, List<Integer> late) {
        return first(month.subject(clinic), late);
    }

    private static Page.Block first(MonthlySubject subject, List<Integer> late) {
        var deliveries = new MonthlyReport.Deliveries(9, RECEIVED, late, Map.of());
        return QualitySection.of(subject, deliveries).blocks().get(0);
    }
}
