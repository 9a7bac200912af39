package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        assertThat(stages.seconds()).containsOnlyKeys("Reading", "Drawing");
        assertThat(stages.seconds().get("Reading")).isBetween(0.049, 30.0);
        assertThat(stages.seconds().get("Drawing")).isLessThan(stages.seconds().get("Reading"));
    }

    @Test
    void aStageThatComesTwiceCountsTogether() throws InterruptedException {
        for (String stage : List.of("Reading", "Drawing", "Reading")) {
            stages.begin(stage);
            Thread.sleep(20);
        }
        assertThat(stages.seconds()).containsOnlyKeys("Reading", "Drawing");
        assertThat(stages.seconds().get("Reading")).isGreaterThanOrEqualTo(0.038);
    }

    @Test
    void theTimeAfterTheLastStageBelongsToNone() throws InterruptedException {
        stages.begin("Reading");
        Map<String, Double> before = Map.copyOf(stages.seconds());
        Thread.sleep(20);
        assertThat(stages.seconds()).isEqualTo(before);
    }
}
