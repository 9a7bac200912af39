package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.measure.statistic.ReferenceFiles.has;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.compare.model.EventTimes.Day;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.ReferenceFiles;

class KaplanMeierTest {
    @ParameterizedTest
    @CsvSource({"a, 29", "b, 22", "c, 20", "quiet, 0"})
    void agreesWithR(String group, int points) {
        List<CSVRecord> expected = ReferenceFiles.reference("kaplan-meier").stream()
                .filter(row -> row.get("group").equals(group))
                .toList();
        KaplanMeier curve = KaplanMeier.of(SurvivalTimes.group(group));
        assertThat(curve.points()).hasSameSizeAs(expected).hasSize(points);
        for (int i = 0; i < points; i++) {
            assertAgrees(curve.points().get(i), expected.get(i));
        }
    }

    private static void assertAgrees(KaplanMeier.Point point, CSVRecord row) {
        assertThat(point.day()).isEqualTo((int) number(row, "day"));
        assertThat(point.atRisk()).isEqualTo((long) number(row, "at_risk"));
        assertThat(point.events()).isEqualTo((long) number(row, "events"));
        assertThat(point.survival()).isCloseTo(number(row, "survival"), within(1e-12));
        assertThat(point.standardError()).isCloseTo(number(row, "se"), within(1e-12));
        assertThat(point.limits().isPresent()).isEqualTo(has(row, "low"));
        point.limits().ifPresent(limits -> {
            assertThat(limits.low()).isCloseTo(number(row, "low"), within(1e-12));
            assertThat(limits.high()).isCloseTo(number(row, "high"), within(1e-12));
        });
    }

    /** Five at risk: one event on day 2, one censored on day 3, two events of three left on day 7. */
    @Test
    void stepsAtEvents() {
        KaplanMeier curve =
                KaplanMeier.of(new EventTimes(Map.of(2, new Day(1, 0), 3, new Day(0, 1), 7, new Day(2, 1))));
        assertThat(curve.at(1).survival()).isEqualTo(1);
        assertThat(curve.at(2).survival()).isCloseTo(0.8, within(1e-15));
        assertThat(curve.at(6).survival()).isCloseTo(0.8, within(1e-15));
        assertThat(curve.at(9).survival()).isCloseTo(0.8 / 3, within(1e-15));
        assertThat(curve.at(9).standardError()).isCloseTo(0.8 / 3 * Math.sqrt(1 / 20.0 + 2 / 3.0), within(1e-15));
        assertThat(List.of(curve.atRisk(0), curve.atRisk(3), curve.atRisk(4), curve.atRisk(7), curve.atRisk(8)))
                .containsExactly(5L, 4L, 3L, 3L, 0L);
    }

    @Test
    void staysAtOneWithoutEvents() {
        KaplanMeier curve = KaplanMeier.of(new EventTimes(Map.of(5, new Day(0, 3))));
        assertThat(curve.points()).isEmpty();
        assertThat(curve.at(90).survival()).isEqualTo(1);
        assertThat(curve.at(90).limits()).isEqualTo(Optional.of(new Interval(1, 1)));
        assertThat(new EventTimes(Map.of()).size()).isZero();
    }

    @Test
    void refusesCountsBelowZero() {
        assertThatThrownBy(() -> new Day(0, -1)).hasMessage("Invalid day: a count below 0");
    }
}
