package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

class SparkEngineTest {
    private static final String MASTER = "spark://host:7077";
    private final SparkEngine cluster = new SparkEngine(MASTER, stage -> {});

    /** Words of Spark's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent failure: Lost task 0.3:"
                        + " ExecutorLostFailure (executor 3 exited caused by one of the running tasks)",
                "Job aborted due to stage failure: ShuffleMapStage 2 has failed the maximum allowable number of times: 4."
                        + " Most recent failure reason: org.apache.spark.shuffle.FetchFailedException"
            })
    void namesExecutorsThatAreLost(String words) {
        Throwable failure = new IllegalStateException(new SparkException(words));
        assertThat(cluster.blamed(failure)).hasValueSatisfying(blamed -> {
            assertThat(blamed.exitCode()).isEqualTo(ExitCode.STORE_FAILED);
            assertThat(blamed)
                    .hasMessageStartingWith("Executors on " + MASTER + " were lost again and again: give them");
        });
        assertThat(new SparkEngine("local[2]", stage -> {}).blamed(failure)).isEmpty();
        assertThat(new SparkEngine(null, stage -> {}).blamed(failure)).isEmpty();
    }

    @Test
    void blamesNoClusterForOtherFailures() {
        assertThat(cluster.blamed(new IllegalStateException(new SparkException("a task failed"))))
                .isEmpty();
        assertThat(cluster.blamed(UserException.usage("ExecutorLostFailure"))).isEmpty();
    }

    @Test
    void asksForSharedFoldersOnlyWhereTasksRunElsewhere() {
        new SparkEngine("local[2]", stage -> {}).requireSharedFolders();
        assertThatThrownBy(cluster::requireSharedFolders)
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("The Spark master " + MASTER + " runs tasks on other machines")
                .hasMessageEndingWith("or have them in HDFS.");
    }
}
