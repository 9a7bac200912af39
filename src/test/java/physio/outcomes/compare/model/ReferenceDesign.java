package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** The rows that src/test/r/model.R and mixed.R fitted. */
final class ReferenceDesign {
    private static final String[] COLUMNS = {"intercept", "a", "b", "twin", "rest", "nothing", "baseline", "region"};
    private static final String[] MIXED = {"intercept", "a", "b", "twin", "baseline", "region"};

    private ReferenceDesign() {}

    /** In the clusters of the file. */
    static TestDesign clustered() {
        return read(ReferenceFiles.reference("design"), COLUMNS, row -> row.get("cluster"));
    }

    /** Each row a cluster of its own. */
    static TestDesign unclustered() {
        return read(ReferenceFiles.reference("design"), COLUMNS, row -> "row " + row.getRecordNumber());
    }

    /** One of the designs of mixed.R. */
    static TestDesign mixed(String scenario) {
        List<CSVRecord> rows = ReferenceFiles.reference("mixed-design").stream()
                .filter(row -> row.get("scenario").equals(scenario))
                .toList();
        return read(rows, MIXED, row -> row.get("cluster"));
    }

    private static TestDesign read(List<CSVRecord> rows, String[] columns, Function<CSVRecord, String> cluster) {
        TestDesign design = new TestDesign(columns);
        for (CSVRecord row : rows) {
            long[] values = Arrays.stream(columns)
                    .mapToLong(column -> Long.parseLong(row.get(column)))
                    .toArray();
            design.row(cluster.apply(row), Long.parseLong(row.get("response")), values);
        }
        return design;
    }
}
