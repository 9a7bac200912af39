package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;

/** What warns about a file and rejects nothing. */
class PlausibilityTest {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after,vas_score\n";
    private static final Settings SETTINGS = SettingsReader.parse("""
            measures:
              pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session, mcid: {absolute: 2}}
              vas: {unit: mm, range: [0, 100], step: 1, better: lower, timing: visit, mcid: {absolute: 10}}
            techniques: {dtm: {}}
            """);

    private final Deliveries deliveries;

    PlausibilityTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder).canonicalBy(SETTINGS);
    }

    @Test
    void warnsOfABlockOfSixteenRecordsThatRepeatsAnEarlierOne() {
        List<String> contents = contents(40);
        assertThat(warnings(contents)).isEmpty();
        contents.addAll(contents.subList(0, 15));
        assertThat(warnings(contents)).isEmpty();
        contents.add(contents.get(15));
        assertThat(warnings(contents))
                .containsExactly(
                        "repeats 1 block of 16 consecutive records that stand earlier in it, apart from session"
                                + " id and date");
    }

    @Test
    void findsACopyOfThirtyOneRecordsWhereverItWasTakenFrom() {
        for (int from = 0; from < 16; from++) {
            List<String> contents = contents(60);
            contents.addAll(contents.subList(from, from + 31));
            assertThat(warnings(contents)).as("copied from %d", from).hasSize(1);
        }
    }

    @Test
    void recordsThatHardlyChangeAreNoEvidence() {
        assertThat(warnings(IntStream.range(0, 200).mapToObj(i -> "p1 7 3 ").toList()))
                .isEmpty();
        assertThat(warnings(IntStream.range(0, 200)
                        .mapToObj(i -> "p" + i / 4 % 4 + " 7 3 ")
                        .toList()))
                .isEmpty();
    }

    @Test
    void warnsOfScoresThatNeverChangeFromTwentyPairsOn() {
        assertThat(warnings(same(19))).isEmpty();
        assertThat(warnings(same(20)))
                .containsExactly(
                        "has the same score of pain before and after the session in all 20 records that have both");
        List<String> oneDiffers = same(30);
        oneDiffers.set(7, "p7 5 4 ");
        assertThat(warnings(oneDiffers)).isEmpty();
    }

    @Test
    void warnsOfScoresRoundedByHandFromAHundredOn() {
        assertThat(warnings(vas(99, i -> 10 * (1 + i % 9)))).isEmpty();
        assertThat(warnings(vas(100, i -> 10 * (1 + i % 9))))
                .containsExactly(
                        "seems to hold scores rounded by hand: 100% of 100 scores of vas are multiples of 5 steps"
                                + " and 100% of 10, where 19% and 9% are expected");
        assertThat(warnings(vas(990, i -> 1 + i % 99))).isEmpty();
    }

    @Test
    void theEndsOfAScaleAreNotRoundedScores() {
        assertThat(warnings(vas(300, i -> i % 2 == 0 ? 0 : i % 3 == 0 ? 100 : 1 + i % 99)))
                .isEmpty();
    }

    @Test
    void ofTenPointsNobodyRoundsToFives() {
        Random random = new Random(3);
        List<String> contents = IntStream.range(0, 200)
                .mapToObj(i -> "p" + i + " 5 " + random.nextInt(2) * 5 + " ")
                .toList();
        assertThat(warnings(contents)).isEmpty();
    }

    /** So that no rule is needed for it. */
    @Test
    void aChangeBeyondTheRangeCannotBeWhenBothScoresAreInRange() {
        Reading reading = deliveries.read(HEADER + "s1,p1,C1,2024-05-01,dtm,0,10,\ns2,p1,C1,2024-05-02,dtm,10,0,\n");
        assertThat(reading.sessions()).hasSize(2);
        assertThat(reading.sessions()).allSatisfy(session -> {
            List<Integer> scores = session.scores().subList(0, 2);
            assertThat(Math.abs(scores.get(1) - scores.get(0))).isLessThanOrEqualTo(10);
        });
        assertThat(deliveries.read(HEADER + "s1,p1,C1,2024-05-01,dtm,0,11,\n").reasons())
                .containsExactly("1 pain_after out_of_range");
    }

    @Test
    void partsOfAFileAddUp() {
        List<Session> sessions =
                deliveries.read(csv(vas(120, i -> 10 * (1 + i % 9)))).sessions();
        Plausibility whole = scanned(sessions);
        Plausibility first = scanned(sessions.subList(0, 64));
        first.merge(scanned(sessions.subList(64, 120)));
        assertThat(first.warnings()).isEqualTo(whole.warnings()).isNotEmpty();
        assertThat(first.results(RuleResult.Reach.WHOLE))
                .filteredOn(result -> result.rule() != FileRule.REPEATED_BLOCK)
                .allSatisfy(result ->
                        assertThat(whole.results(RuleResult.Reach.WHOLE)).contains(result));
    }

    @Test
    void aBlockThatAnotherPartHoldsIsFoundWhenPartsAreMerged() {
        List<Session> sessions = deliveries.read(csv(contents(48))).sessions();
        Plausibility first = scanned(sessions);
        first.merge(scanned(sessions.subList(16, 48)));
        assertThat(first.warnings())
                .singleElement()
                .extracting(Warning::sentence)
                .asString()
                .startsWith("repeats 2 blocks");
    }

    private static Plausibility scanned(List<Session> sessions) {
        Plausibility plausibility = new Plausibility(SETTINGS);
        sessions.forEach(plausibility::add);
        return plausibility;
    }

    private List<String> warnings(List<String> contents) {
        Reading reading = deliveries.read(csv(contents));
        assertThat(reading.tally().stored()).isEqualTo(contents.size());
        return reading.warnings();
    }

    /** Records of {@code patient before after vas}, each with a session id and a date of its own. */
    private static String csv(List<String> contents) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < contents.size(); i++) {
            String[] parts = contents.get(i).split(" ", -1);
            csv.append("s" + i + "," + parts[0] + ",C1,2024-05-" + (10 + i % 20) + ",dtm," + parts[1] + "," + parts[2]
                    + "," + parts[3] + "\n");
        }
        return csv.toString();
    }

    private static List<String> contents(int many) {
        return new ArrayList<>(IntStream.range(0, many)
                .mapToObj(i -> "p" + i / 2 + " " + i % 11 + " " + (i * 7 + 1) % 11 + " ")
                .toList());
    }

    private static List<String> same(int many) {
        return new ArrayList<>(IntStream.range(0, many)
                .mapToObj(i -> "p" + i + " " + i % 11 + " " + i % 11 + " ")
                .toList());
    }

    private static List<String> vas(int many, IntFunction<Integer> score) {
        return IntStream.range(0, many)
                .mapToObj(i -> "p" + i + "   " + score.apply(i))
                .toList();
    }
}
