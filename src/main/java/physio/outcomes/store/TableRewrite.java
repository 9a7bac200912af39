package physio.outcomes.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;

/**
 * Makes snapshots of a table anew without the rows of some patients. They lie on a branch of their own, so that the table stays what it was
 * until the ledger names them.
 */
final class TableRewrite {
    /** Where new snapshots lie before they count. */
    static final String BRANCH = "erasing";

    private final Table table;
    private final PatientRows patients;
    private final NamedFiles named;
    private final Map<String, List<DataFile>> replacements = new TreeMap<>();
    private final Map<String, DataFile> branched = new TreeMap<>();

    TableRewrite(Table table, PatientRows patients) {
        this.table = table;
        this.patients = patients;
        this.named = new NamedFiles(table);
    }

    /** Starts the branch anew where the table is: what an erasure that died left of it is forgotten. */
    static void begin(Table table) {
        end(table);
        table.manageSnapshots().createBranch(BRANCH).commit();
    }

    /** Removes the branch, if there is one. */
    static void end(Table table) {
        table.refresh();
        if (table.refs().containsKey(BRANCH)) {
            table.manageSnapshots().removeBranch(BRANCH).commit();
        }
    }

    /** Writes what takes the place of a file: the same without the patients, or nothing. */
    void replace(DataFile file) {
        RowWriter writer = new RowWriter(table, Verification.delivery(file));
        DataFileRows.forEach(table, file.location(), table.schema(), row -> {
            if (!patients.isOf(row)) {
                writer.write(row);
            }
        });
        replacements.put(file.location(), writer.finish());
    }

    /** The files that a snapshot is made of, replaced ones by their replacements. */
    private List<DataFile> without(List<DataFile> files) {
        return files.stream()
                .flatMap(file -> replacements.getOrDefault(file.location(), List.of(file)).stream())
                .toList();
    }

    /** For some snapshots, the oldest first, those to be named in their place: the same where nothing is replaced. */
    Map<Long, Long> commit(List<Long> snapshots) {
        Map<Long, Long> renamed = new TreeMap<>();
        begin(table);
        contents(table.snapshot(BRANCH).snapshotId()).forEach(file -> branched.put(file.location(), file));
        for (long snapshot : snapshots) {
            List<DataFile> files = contents(snapshot);
            boolean isTouched = files.stream().anyMatch(file -> replacements.containsKey(file.location()));
            renamed.computeIfAbsent(snapshot, old -> isTouched ? branch(without(files)) : old);
        }
        return renamed;
    }

    /** Makes the branch hold some files and no other; gives the snapshot. */
    private long branch(List<DataFile> wanted) {
        Map<String, DataFile> next = new TreeMap<>();
        wanted.forEach(file -> next.put(file.location(), file));
        OverwriteFiles overwrite = table.newOverwrite().toBranch(BRANCH);
        branched.forEach((location, file) -> {
            if (!next.containsKey(location)) {
                overwrite.deleteFile(file);
            }
        });
        next.forEach((location, file) -> {
            if (!branched.containsKey(location)) {
                overwrite.addFile(file);
            }
        });
        overwrite.commit();
        branched.clear();
        branched.putAll(next);
        return Objects.requireNonNull(table.snapshot(BRANCH)).snapshotId();
    }

    /** The data files of a snapshot. */
    List<DataFile> contents(long snapshot) {
        List<DataFile> files = named.add(table.snapshot(snapshot));
        named.requireLists();
        return files;
    }
}
