package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StagesTest {
    private final List<String> heard = new ArrayList<>();
    private final Stages stages = new Stages(heard::add);

    @Test
    void eachStageIsHeardWhenItBegins() {
        stages.begin("Reading");
        assertThat(heard).containsExactly("Reading");
        stages.begin("Drawing");
        assertThat(heard).containsExactly("Reading", "Drawing");
    }

    @Test
    void aStageLastsUntilTheNextBegins() throws InterruptedException {
        stages.begin("Reading");
        Thread.sleep(50);
        stages.begin("Drawing");
        assertThat(stages.usages()).containsOnlyKeys("Reading", "Drawing");
        assertThat(seconds("Reading")).isBetween(0.049, 30.0);
        assertThat(seconds("Drawing")).isLessThan(seconds("Reading"));
    }

    @Test
    void aStageThatComesTwiceCountsTogether() throws InterruptedException {
        for (String stage : List.of("Reading", "Drawing", "Reading")) {
            stages.begin(stage);
            Thread.sleep(20);
        }
        assertThat(stages.usages()).containsOnlyKeys("Reading", "Drawing");
        assertThat(seconds("Reading")).isGreaterThanOrEqualTo(0.038);
    }

    @Test
    void theTimeAfterTheLastStageBelongsToNone() throws InterruptedException {
        stages.begin("Reading");
        Map<String, Stages.Usage> before = Map.copyOf(stages.usages());
        Thread.sleep(20);
        assertThat(stages.usages()).isEqualTo(before);
    }

    @Test
    void aStepIsHeardAndIsNoStage() {
        stages.begin("Drawing");
        stages.tell("Drawing 2 of 3");
        assertThat(heard).containsExactly("Drawing", "Drawing 2 of 3");
        assertThat(stages.usages()).containsOnlyKeys("Drawing");
    }

    @Test
    void aStageHasHadHeapInUse() {
        stages.begin("Reading");
        assertThat(usage("Reading").peakHeapBytes()).isPositive();
    }

    private double seconds(String stage) {
        return usage(stage).seconds();
    }

    private Stages.Usage usage(String stage) {
        return Objects.requireNonNull(stages.usages().get(stage));
    }
}
