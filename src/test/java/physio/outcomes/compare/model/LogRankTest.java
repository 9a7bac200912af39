package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import physio.outcomes.compare.model.EventTimes.Day;
import physio.outcomes.measure.statistic.ReferenceFiles;

class LogRankTest {
    private static final double TEN_DIGITS = 1e-8;
    private static final List<String> ALL = List.of("a", "b", "c", "quiet");
    private static final List<String> TWO = List.of("a", "b");

    @Test
    void agreesWithR() {
        assertAgrees("all", LogRank.test(groups(ALL)).orElseThrow());
        assertAgrees("two", LogRank.test(groups(TWO)).orElseThrow());
    }

    @Test
    void agreesWithRWithinStrata() {
        assertAgrees("stratified", LogRank.stratified(strata(ALL)).orElseThrow());
        assertAgrees("stratified two", LogRank.stratified(strata(TWO)).orElseThrow());
    }

    private static List<EventTimes> groups(List<String> groups) {
        return groups.stream().map(SurvivalTimes::group).toList();
    }

    private static List<List<EventTimes>> strata(List<String> groups) {
        return Stream.of("back", "neck")
                .map(stratum -> groups.stream()
                        .map(group ->
                                SurvivalTimes.where(row -> row.get("group").equals(group)
                                        && row.get("stratum").equals(stratum)))
                        .toList())
                .toList();
    }

    private static void assertAgrees(String name, LogRank test) {
        List<CSVRecord> rows = ReferenceFiles.reference("log-rank").stream()
                .filter(row -> row.get("name").equals(name))
                .toList();
        assertThat(test.groups()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            LogRank.Group group = test.groups().get(i);
            assertThat(group.size()).isEqualTo((long) number(row, "size"));
            assertThat(group.observed()).isEqualTo((long) number(row, "observed"));
            assertThat(group.expected()).isCloseTo(number(row, "expected"), withinPercentage(TEN_DIGITS));
            assertThat(test.chiSquared()).isCloseTo(number(row, "chi"), withinPercentage(TEN_DIGITS));
            assertThat(test.degreesOfFreedom()).isEqualTo((int) number(row, "df"));
            assertThat(test.p()).isCloseTo(number(row, "p"), withinPercentage(1e-7));
        }
    }

    /** Of 2 + 2, one of the first group has the event: O = 1, E = ½, V = ¼, so χ² = 1. */
    @Test
    void testsASingleEvent() {
        LogRank test = LogRank.test(List.of(
                        new EventTimes(Map.of(3, new Day(1, 0), 5, new Day(0, 1))),
                        new EventTimes(Map.of(5, new Day(0, 2)))))
                .orElseThrow();
        assertThat(test.groups().get(0)).isEqualTo(new LogRank.Group(2, 1, 0.5));
        assertThat(test.chiSquared()).isCloseTo(1, within(1e-15));
        assertThat(test.p()).isCloseTo(0.3173105, within(1e-7));
    }

    @Test
    void saysNothingWithoutEventsOrWithOneGroupAtRisk() {
        EventTimes quiet = new EventTimes(Map.of(5, new Day(0, 2)));
        EventTimes early = new EventTimes(Map.of(2, new Day(0, 2)));
        EventTimes event = new EventTimes(Map.of(5, new Day(1, 1)));
        assertThat(LogRank.test(List.of(quiet, quiet))).isEmpty();
        assertThat(LogRank.test(List.of(event, early))).isEmpty();
    }

    /** Each stratum holds one group alone: nothing is compared. */
    @Test
    void saysNothingWhereStrataDoNotMixGroups() {
        EventTimes none = new EventTimes(Map.of());
        EventTimes event = new EventTimes(Map.of(5, new Day(1, 1)));
        assertThat(LogRank.stratified(List.of(List.of(event, none), List.of(none, event))))
                .isEmpty();
    }

    @Test
    void refusesStrataOfOtherGroups() {
        EventTimes none = new EventTimes(Map.of());
        assertThatThrownBy(() -> LogRank.stratified(List.of(List.of(none, none), List.of(none))))
                .hasMessage("Invalid strata: not all of 2 groups");
    }
}
