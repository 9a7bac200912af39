package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** The rows that src/test/r/model.R fitted. */
final class ReferenceDesign {
    private static final String[] COLUMNS = {"intercept", "a", "b", "twin", "rest", "nothing", "baseline", "region"};

    private ReferenceDesign() {}

    /** In the clusters of the file. */
    static TestDesign clustered() {
        return read(row -> row.get("cluster"));
    }

    /** Each row a cluster of its own. */
    static TestDesign unclustered() {
        return read(row -> "row " + row.getRecordNumber());
    }

    private static TestDesign read(Function<CSVRecord, String> cluster) {
        TestDesign design = new TestDesign(COLUMNS);
        for (CSVRecord row : ReferenceFiles.reference("design")) {
            long[] values = Arrays.stream(COLUMNS)
                    .mapToLong(column -> Long.parseLong(row.get(column)))
                    .toArray();
            design.row(cluster.apply(row), Long.parseLong(row.get("response")), values);
        }
        return design;
    }
}
