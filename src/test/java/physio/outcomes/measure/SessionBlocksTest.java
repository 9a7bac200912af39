package physio.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.measure.course.SessionBlock;

@ExtendWith(SparkTest.class)
class SessionBlocksTest {
    private final SparkSession spark;

    SessionBlocksTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Patients 0 and 1 are in two blocks, since they are in two of Spark's parts. */
    @Test
    void whatIsAboutAMonthAndLaterLeavesOutBlocksThatEndBefore() {
        Sessions sessions = Sessions.of(spark, Sessions.pain());
        sessions.on("2024-05-31").patient(0).pain(7, 5);
        sessions.on("2023-01-01").patient(1).pain(7, 5);
        sessions.on("2024-06-01").patient(1).pain(6, 4);
        try (SessionBlocks blocks = SessionBlocks.of(sessions.table(), List.of(Sessions.pain()))) {
            assertThat(sizes(blocks, YearMonth.of(2024, 5))).containsExactlyInAnyOrder(1, 2);
            assertThat(sizes(blocks, YearMonth.of(2024, 6))).containsExactly(2);
            assertThat(sizes(blocks, YearMonth.of(2024, 7))).isEmpty();
        }
    }

    private static List<Integer> sizes(SessionBlocks blocks, YearMonth month) {
        return blocks.since(month).map(SessionBlock::size).collect();
    }
}
