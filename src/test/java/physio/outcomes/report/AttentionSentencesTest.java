package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of what needs attention, on months before June 2024 that are settled. */
class AttentionSentencesTest {
    @Test
    void namesEveryMeasureOfAClinicThatGetsWorseInOneLine() {
        SmallMonth month = SmallMonth.empty().months("C1", 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 0.5);
        assertThat(attention(month, "C1"))
                .containsExactly("Clinic C1: getting worse beyond chance: Pain, where March 2024 is below the limits."
                        + " See Month by month.");
        assertThat(attention(month, "C3")).singleElement().asString().startsWith("Too few patients to tell");
    }

    @Test
    void saysWhichTargetIsMissedEachMonth() {
        SmallMonth month = SmallMonth.with("report: {targets: {pain: 3}}")
                .months("C1", 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0);
        assertThat(attention(month, "C1"))
                .containsExactly(
                        "Clinic C1: the target is missed in every month like the last ones: Pain (3.00 points)."
                                + " See Month by month.");
    }

    @Test
    void saysOnceWhatAllClinicsMiss() {
        double[] months = {2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0};
        SmallMonth month = SmallMonth.with("report: {targets: {pain: 3}}")
                .months("all", months)
                .months("C1", months)
                .months("C3", months);
        assertThat(attention(month, "C1", "C3"))
                .containsExactly(
                        "All clinics: the target is missed in every month like the last ones: Pain (3.00 points)."
                                + " See Month by month.");
    }

    @Test
    void doesNotSayThatAllIsWellWhereNothingIsShown() {
        assertThat(attention(SmallMonth.empty().total("C1", 20, 1.5, 1.0, 2.0), "C1"))
                .singleElement()
                .asString()
                .startsWith("Nothing stands out");
        assertThat(attention(SmallMonth.empty().total("C1", 4, 1.5, 1.0, 2.0), "C1"))
                .containsExactly("Too few patients to tell: no change of this month is shown.");
    }

    @Test
    void namesTheWeightiestTenAndWhoElseThereIs() {
        SmallMonth month = SmallMonth.empty();
        for (int i = 10; i < 22; i++) {
            month.months("C" + i, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2, 0.5);
        }
        List<String> lines = attention(month, "C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21".split(" ", -1));
        assertThat(lines).hasSize(11);
        assertThat(lines.get(9)).startsWith("Clinic C19: getting worse");
        assertThat(lines.get(10)).isEqualTo("Less weighty, on the pages of these clinics: C20, C21.");
    }

    @Test
    void saysWhereFewEpisodesCanBeAnalysed() {
        SmallMonth month = SmallMonth.empty().participation("C1", 10, 4).participation("C3", 10, 5);
        assertThat(attention(month, "C1"))
                .containsExactly("Clinic C1: few of the episodes last seen this month have both scores: Pain 4 of 10."
                        + " See How good are the data.");
        assertThat(attention(month, "C3")).singleElement().asString().startsWith("Too few patients to tell");
    }

    private static List<String> attention(SmallMonth month, String... clinics) {
        MonthlySubject subject = month.subject(clinics.length == 1 ? clinics[0] : MonthlySubject.ALL);
        return AttentionSentences.of(subject, List.of(clinics));
    }
}
