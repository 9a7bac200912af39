package physio.outcomes.compare.truth;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;

/** About a minute: {@code mvn -B -Pthorough test -Dtest=CoverageIT}; what it finds is checked by every build in {@link CoverageTest}. */
@Tag("thorough")
@ExtendWith(SparkTest.class)
class CoverageIT {
    private static final int STUDIES = 1000;

    @Test
    void aThousandStudiesComeOutAsRecorded(SparkSession spark) throws IOException {
        new CoverageFile("coverage").assertHolds(Coverage.of(spark, STUDIES));
    }
}
