package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.ingest.RuleResult.Reach;
import physio.outcomes.ingest.RuleResult.Status;

/** How many values a rule was applied to, how many broke it, and how it stands then. */
class RuleResultsTest {
    private static final String GOOD = "s1,p1,C1,2024-05-01,dtm,7,4";

    private final Path folder;
    private final Deliveries deliveries;

    RuleResultsTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void aRuleThatAllValuesKeepPasses() {
        assertThat(result(file(GOOD), ReasonCode.BAD_NUMBER))
                .isEqualTo(new RuleResult(ReasonCode.BAD_NUMBER, Status.PASS, 2, 0));
        assertThat(result(file(GOOD), ReasonCode.MISSING_VALUE).tested()).isEqualTo(5);
        assertThat(result(file(GOOD), ReasonCode.BAD_ID).tested()).isEqualTo(2);
        assertThat(result(file(GOOD), ReasonCode.FIELD_COUNT).tested()).isEqualTo(1);
    }

    @Test
    void aRuleThatOneValueBreaksFails() {
        RuleResult result = result(file(GOOD, "s2,p1,C1,2024-05-02,dtm,11,4.5"), ReasonCode.OUT_OF_RANGE);
        assertThat(result).isEqualTo(new RuleResult(ReasonCode.OUT_OF_RANGE, Status.FAIL, 4, 1));
    }

    /** 11 is on no grid because it is out of range: the later rule is not asked. */
    @Test
    void aRuleIsNotAppliedToWhatAnEarlierOneRejects() {
        RuleResult result = result(file("s2,p1,C1,2024-05-02,dtm,11,4.5"), ReasonCode.OFF_GRID);
        assertThat(result).isEqualTo(new RuleResult(ReasonCode.OFF_GRID, Status.FAIL, 1, 1));
    }

    @Test
    void emptyFilesNeverPass() {
        assertThat(deliveries.read(file()).results())
                .allMatch(result -> result.status()
                        == (result.rule() == FileRule.NO_RECORDS ? Status.FAIL : Status.NOT_APPLICABLE));
        assertThat(result(file("s1,p1,C1,2024-05-01,dtm,,"), ReasonCode.BAD_NUMBER)
                        .status())
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void inAFileThatChangesWhileItIsReadNothingHasPassed() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), file(GOOD));
        DeliveredFile listed =
                DeliveredFiles.find(List.of(path.toString()), "test").files().get(0);
        Files.writeString(path, file(GOOD, "s2,p1,C1,2024-05-02,xyz,7,4"));
        List<RuleResult> results = deliveries.read(listed).results();
        assertThat(results).extracting(RuleResult::status).containsOnly(Status.FAIL, Status.ERROR);
        assertThat(results)
                .filteredOn(result -> result.status() == Status.FAIL)
                .extracting(RuleResult::rule)
                .containsExactly(ReasonCode.UNKNOWN_TECHNIQUE);
    }

    @Test
    void countsOfPartsAddUpToThoseOfTheFile() {
        RuleCounts first = new RuleCounts();
        RuleCounts second = new RuleCounts();
        first.tested(ReasonCode.BAD_DATE);
        second.tested(ReasonCode.BAD_DATE);
        second.failed(ReasonCode.BAD_DATE);
        second.record();
        first.merge(second);
        assertThat(first.result(ReasonCode.BAD_DATE, Reach.WHOLE))
                .isEqualTo(new RuleResult(ReasonCode.BAD_DATE, Status.FAIL, 2, 1));
        assertThat(first.result(ReasonCode.NUL_BYTE, Reach.WHOLE))
                .isEqualTo(new RuleResult(ReasonCode.NUL_BYTE, Status.PASS, 1, 0));
    }

    @Test
    void resultsOfFilesAddUp() {
        RuleResult passed = new RuleResult(ReasonCode.BAD_DATE, Status.PASS, 3, 0);
        assertThat(passed.plus(new RuleResult(ReasonCode.BAD_DATE, Status.NOT_APPLICABLE, 0, 0)))
                .isEqualTo(passed);
        assertThat(passed.plus(new RuleResult(ReasonCode.BAD_DATE, Status.ERROR, 1, 0))
                        .status())
                .isEqualTo(Status.ERROR);
        assertThat(passed.plus(new RuleResult(ReasonCode.BAD_DATE, Status.FAIL, 1, 1)))
                .isEqualTo(new RuleResult(ReasonCode.BAD_DATE, Status.FAIL, 4, 1));
    }

    @Test
    void everyRuleHasACodeASentenceAndARemedyOfItsOwn() {
        List<Rule> rules = Stream.<Rule>concat(Arrays.stream(ReasonCode.values()), Arrays.stream(FileRule.values()))
                .toList();
        assertThat(rules).extracting(Rule::code).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9_]+"));
        assertThat(rules).extracting(Rule::remedy).allMatch(remedy -> remedy.length() > 20 && !remedy.endsWith("."));
        assertThat(rules)
                .extracting(Rule::sentence)
                .allMatch(sentence -> !sentence.isBlank() && !sentence.endsWith("."));
    }

    private RuleResult result(String csv, ReasonCode rule) {
        return deliveries.read(csv).results().stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
