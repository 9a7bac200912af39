package physio.outcomes.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;

/** Finds the rows of some patients in data files of a table. */
final class PatientRows {
    static final String KEY = "patient_key";

    private final Table table;
    private final Set<Long> patients;

    PatientRows(Table table, Set<Long> patients) {
        this.table = table;
        this.patients = patients;
    }

    /** Whether a row is of one of the patients. */
    boolean isOf(Record row) {
        Long patient = (Long) row.getField(KEY);
        return patient != null && patients.contains(patient);
    }

    /** Those of some files that hold such rows. */
    List<String> holding(Collection<String> files) {
        return patients.isEmpty()
                ? List.of()
                : files.parallelStream().filter(this::holds).sorted().toList();
    }

    private boolean holds(String file) {
        boolean[] holds = {false};
        DataFileRows.forEach(table, file, table.schema().select(KEY), row -> holds[0] |= isOf(row));
        return holds[0];
    }

    /**
     * The rows by the file that they lie in.
     *
     * @param columns what is read of a row
     * @param read turns a record, which is used again, into something to keep
     */
    <T> Map<String, List<T>> in(Collection<String> files, List<String> columns, Function<Record, T> read) {
        List<String> names = new ArrayList<>(columns);
        names.add(KEY);
        Schema wanted = table.schema().select(names);
        Map<String, List<T>> found = new TreeMap<>();
        for (String file : holding(files)) {
            List<T> rows = new ArrayList<>();
            DataFileRows.forEach(table, file, wanted, row -> {
                if (isOf(row)) {
                    rows.add(read.apply(row));
                }
            });
            found.put(file, rows);
        }
        return found;
    }
}
