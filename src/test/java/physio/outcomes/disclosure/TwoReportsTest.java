package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.disclosure.Findings.Interval;
import physio.outcomes.privacy.Protection;

/** Two months' reports of random clinics, attacked together: of a tenth of {@code disclosure.cubes}. */
class TwoReportsTest {
    private static final int CUBES = Integer.getInteger("disclosure.cubes", 100) / 10;
    private static final int FEW = Protection.threshold(PrivacyProfile.INTERNAL);

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "PUBLIC"})
    void nobodyCanBeFoundInTwoReports(PrivacyProfile profile) {
        assertThat(told(CUBES, profile, true)).isEmpty();
    }

    @Test
    void aMonthIsNotShownAgainWhenFewEpisodesHaveLeftIt() {
        assertThat(twoMonths(CUBES)
                        .mapToObj(seed -> TwoReports.of(seed, PrivacyProfile.INTERNAL, true))
                        .flatMap(reports -> reports.leftByFew(FEW).stream()))
                .isEmpty();
    }

    /** Or else the tests above would show nothing. */
    @Test
    void reportsMadeWithoutTheEarlierOneInMindGiveFiguresAway() {
        assertThat(told(10, PrivacyProfile.INTERNAL, false)).isNotEmpty();
        assertThat(twoMonths(10)
                        .mapToObj(seed -> TwoReports.of(seed, PrivacyProfile.INTERNAL, false))
                        .flatMap(reports -> reports.leftByFew(FEW).stream()))
                .isNotEmpty();
    }

    private static List<String> told(int cubes, PrivacyProfile profile, boolean isRemembered) {
        return twoMonths(cubes)
                .mapToObj(seed -> TwoReports.of(seed, profile, isRemembered))
                .flatMap(reports -> reports.findings().stream()
                        .flatMap(findings -> findings.narrowerThan(Attacker.WIDE).stream())
                        .map(interval -> reports.seed() + ": " + words(interval)))
                .toList();
    }

    /** The seeds of cubes that have a month before their last. */
    private static LongStream twoMonths(int cubes) {
        return LongStream.range(0, cubes)
                .parallel()
                .filter(seed -> Diary.of(seed).months() > 1);
    }

    private static String words(Interval interval) {
        return interval.where() + ", " + interval.count() + " " + interval.low() + " to " + interval.high();
    }
}
