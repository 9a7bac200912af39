package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.Arrays;

/** What is to become of records of one part whose session comes more than once in the delivery. */
public final class Verdicts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PartId part;
    private long[] marks = new long[4];
    private int count;
    private int next;
    private boolean isNews;

    /** What is to become of a record. */
    enum Fate {
        KEPT,
        DUPLICATE,
        CONFLICT
    }

    Verdicts(PartId part) {
        this.part = part;
    }

    void add(long record, Fate fate, boolean isStored) {
        append(record << 1 | (fate == Fate.CONFLICT ? 1 : 0));
        isNews |= isStored || fate == Fate.CONFLICT;
    }

    private void append(long mark) {
        if (count == marks.length) {
            marks = Arrays.copyOf(marks, 2 * count);
        }
        marks[count++] = mark;
    }

    /** The part that they are about. */
    public PartId part() {
        return part;
    }

    /** Whether the part's first reading could not know them, so that it must be read again. */
    public boolean isNews() {
        return isNews;
    }

    /** These and others about the same part. */
    public Verdicts and(Verdicts others) {
        Verdicts both = new Verdicts(part);
        for (Verdicts some : new Verdicts[] {this, others}) {
            Arrays.stream(some.marks, 0, some.count).forEach(both::append);
        }
        both.isNews = isNews || others.isNews;
        return both;
    }

    /** Makes them ready to be asked. */
    Verdicts inOrder() {
        Arrays.sort(marks, 0, count);
        next = 0;
        return this;
    }

    /** What is to become of a record; to be asked in the order of records. */
    Fate of(long record) {
        while (next < count && marks[next] >> 1 < record) {
            next++;
        }
        if (next == count || marks[next] >> 1 > record) {
            return Fate.KEPT;
        }
        return (marks[next] & 1) != 0 ? Fate.CONFLICT : Fate.DUPLICATE;
    }
}
