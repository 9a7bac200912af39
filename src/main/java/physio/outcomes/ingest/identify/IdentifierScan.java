package physio.outcomes.ingest.identify;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.identify.Identified.Evidence;

/** Counts, column by column, values in forms that identify people: sums, so that parts of a file add up. */
@SuppressWarnings("EnumOrdinal") // counted for every field of every record: an array is what that can cost
public final class IdentifierScan implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ValueForm[] FORMS = ValueForm.values();

    private final List<String> names;
    private final boolean[] isLeftOut;
    private final long[] values;
    private final long[][] found;

    /**
     * Begins to count.
     *
     * @param names the header
     * @param leftOut columns that the mapping leaves out by name, which are not looked at
     */
    public IdentifierScan(List<String> names, Set<String> leftOut) {
        this.names = List.copyOf(names);
        this.isLeftOut = new boolean[names.size()];
        this.values = new long[names.size()];
        this.found = new long[names.size()][FORMS.length];
        for (int i = 0; i < isLeftOut.length; i++) {
            isLeftOut[i] = leftOut.contains(names.get(i).strip());
        }
    }

    /** Counts a record; what it has more or fewer than the header is not looked at. */
    public void scan(List<String> fields) {
        int columns = Math.min(values.length, fields.size());
        for (int i = 0; i < columns; i++) {
            String value = fields.get(i);
            if (!value.isEmpty() && !isLeftOut[i]) {
                values[i]++;
                count(i, ValueForms.of(value));
            }
        }
    }

    private void count(int column, @Nullable ValueForm form) {
        if (form != null) {
            found[column][form.ordinal()]++;
        }
    }

    /** Adds what another part of the same file came to. */
    public void merge(IdentifierScan other) {
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values[i];
            for (int form = 0; form < FORMS.length; form++) {
                found[i][form] += other.found[i][form];
            }
        }
    }

    /** The first column that holds what identifies people. */
    public Optional<Identified> found() {
        for (int i = 0; i < values.length; i++) {
            for (ValueForm form : FORMS) {
                if (form.isHeld(found[i][form.ordinal()], values[i])) {
                    return Optional.of(new Identified(names.get(i).strip(), form.kind(), Evidence.VALUES));
                }
            }
        }
        return Optional.empty();
    }

    /** How many columns were looked at. */
    public long columns() {
        long columns = 0;
        for (boolean leftOut : isLeftOut) {
            columns += leftOut ? 0 : 1;
        }
        return columns;
    }
}
