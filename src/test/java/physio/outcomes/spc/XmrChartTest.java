package physio.outcomes.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static physio.outcomes.spc.Series.START;
import static physio.outcomes.spc.Series.chart;
import static physio.outcomes.spc.Series.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XmrChartTest {
    @Test
    void agreesWithTheExampleWorkedByHand() {
        XmrSegment segment = only(chart(5, 6, 5, 7, 6, 5, 6, 30, 6, 5, 6, 7, 5, 6));
        Limits limits = segment.limits().orElseThrow();
        assertThat(segment.centre()).hasValue(7.5);
        assertThat(limits.meanRange()).isCloseTo(13 / 11.0, within(1e-15));
        assertThat(limits.lower()).isCloseTo(4.356363636, within(1e-9));
        assertThat(limits.upper()).isCloseTo(10.643636364, within(1e-9));
        assertThat(segment.standing()).isEqualTo(Standing.FIRM);
        assertThat(segment.signals().get(7)).contains(Signal.ABOVE_LIMITS);
    }

    @Test
    void calls12MonthsProvisionalAnd13Firm() {
        double[] twelve = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
        double[] thirteen = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
        assertThat(only(chart(twelve)).standing()).isEqualTo(Standing.PROVISIONAL);
        assertThat(only(chart(thirteen)).standing()).isEqualTo(Standing.FIRM);
    }

    @Test
    void drawsNoLimitsWithoutVariation() {
        XmrChart chart = chart(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(only(chart).standing()).isEqualTo(Standing.NO_VARIATION);
        assertThat(only(chart).limits()).isEmpty();
        assertThat(chart.signals()).hasSize(8).allMatch(Optional::isEmpty);
        assertThat(chart.variation(1)).isEmpty();
        assertThat(chart.assurance(0, 1)).isEmpty();
    }

    @Test
    void takesRangesOfAdjacentMonthsOnly() {
        List<MonthlyPoint> points = new ArrayList<>(points(1, 2, 1));
        points.add(MonthlyPoint.gap(START.plusMonths(3)));
        points.add(MonthlyPoint.settled(START.plusMonths(4), 9));
        points.add(MonthlyPoint.settled(START.plusMonths(5), 10));
        points.add(MonthlyPoint.settled(START.plusMonths(7), 20));
        assertThat(rangeOf(points)).isEqualTo(1);
        points.remove(3);
        assertThat(rangeOf(points)).as("a month left out is a gap too").isEqualTo(1);
    }

    @Test
    void knowsNoScatterWithoutAdjacentMonths() {
        List<MonthlyPoint> points =
                List.of(MonthlyPoint.settled(START, 1), MonthlyPoint.settled(START.plusMonths(2), 2));
        XmrSegment segment = only(XmrChart.of(points, Set.of()));
        assertThat(segment.standing()).isEqualTo(Standing.TOO_FEW);
        assertThat(segment.centre()).hasValue(1.5);
        assertThat(only(XmrChart.of(List.of(MonthlyPoint.gap(START)), Set.of())).centre())
                .isEmpty();
    }

    @Test
    void keepsProvisionalMonthsOutOfLimitsAndSignals() {
        List<MonthlyPoint> points = new ArrayList<>(points(1, 2, 1, 2, 1, 2));
        XmrSegment settled = only(XmrChart.of(points, Set.of()));
        points.add(MonthlyPoint.provisional(START.plusMonths(6), 99));
        XmrChart chart = XmrChart.of(points, Set.of());
        assertThat(only(chart).centre()).isEqualTo(settled.centre());
        assertThat(only(chart).limits()).isEqualTo(settled.limits());
        assertThat(chart.signals().get(6)).isEmpty();
        assertThat(chart.variation(1)).contains(Variation.NO_SIGNIFICANT_CHANGE);
    }

    @Test
    void startsAnewWithARebase() {
        List<MonthlyPoint> points = points(1, 2, 1, 2, 11, 12, 11, 12);
        XmrChart chart = XmrChart.of(points, Set.of(START.plusMonths(4), START.plusMonths(40)));
        assertThat(chart.segments())
                .extracting(XmrSegment::centre)
                .containsExactly(OptionalDouble.of(1.5), OptionalDouble.of(11.5));
        assertThat(chart.signals()).allMatch(Optional::isEmpty);
        assertThat(chart.points()).isEqualTo(points);
    }

    @Test
    void startsAnewAfterARebaseMonthThatIsMissing() {
        List<MonthlyPoint> points = new ArrayList<>(points(1, 2, 1, 11, 12, 11));
        points.remove(3);
        assertThat(XmrChart.of(points, Set.of(START.plusMonths(3))).segments()).hasSize(2);
    }

    @Test
    void callsTheLastSettledMonthByPolarity() {
        XmrChart high = chart(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9);
        assertThat(high.variation(1)).contains(Variation.IMPROVING);
        assertThat(high.variation(-1)).contains(Variation.CONCERNING);
        XmrChart before = chart(1, 2, 1, 2, 1, 2, 1, 2, 9, 1, 2);
        assertThat(before.variation(1)).contains(Variation.NO_SIGNIFICANT_CHANGE);
        assertThatThrownBy(() -> before.variation(0)).hasMessage("Invalid polarity: 0 (must be 1 or -1)");
    }

    @Test
    void setsTheLastLimitsAgainstATarget() {
        XmrChart chart = chart(1, 2, 1, 2);
        Limits limits = only(chart).limits().orElseThrow();
        assertThat(chart.assurance(limits.lower() - 0.1, 1)).contains(Assurance.PASS);
        assertThat(chart.assurance(limits.upper() + 0.1, 1)).contains(Assurance.FAIL);
        assertThat(chart.assurance(limits.upper() + 0.1, -1)).contains(Assurance.PASS);
        assertThat(chart.assurance(limits.lower() - 0.1, -1)).contains(Assurance.FAIL);
        assertThat(chart.assurance(limits.upper(), 1)).contains(Assurance.HIT_AND_MISS);
        assertThat(chart.assurance(limits.lower(), 1)).contains(Assurance.HIT_AND_MISS);
    }

    @Test
    void refusesMonthsOutOfOrder() {
        List<MonthlyPoint> twice = List.of(MonthlyPoint.settled(START, 1), MonthlyPoint.settled(START, 2));
        assertThatThrownBy(() -> XmrChart.of(twice, Set.of()))
                .hasMessage("Invalid months: 2023-01 after 2023-01 (must be in order)");
    }

    @Test
    void isEmptyWithoutMonths() {
        assertThat(XmrChart.of(List.of(), Set.of()).segments()).isEmpty();
        assertThat(XmrChart.of(List.of(), Set.of()).variation(1)).isEmpty();
    }

    private static XmrSegment only(XmrChart chart) {
        assertThat(chart.segments()).hasSize(1);
        return chart.segments().get(0);
    }

    private static double rangeOf(List<MonthlyPoint> points) {
        return only(XmrChart.of(points, Set.of())).limits().orElseThrow().meanRange();
    }
}
