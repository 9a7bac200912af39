package physio.outcomes.measure;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.FoundValues;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.SessionBlockBuilder;
import scala.Tuple2;

/**
 * Packs Spark's rows (patient, episode, day and marks, the attributes, the scores) into blocks, each for one of the parts that patients are
 * spread over. Rows are read as Spark holds them and blocks travel in their place, since turning millions of rows into objects, or
 * sorting them as rows, takes longer than all statistics.
 */
final class SessionPacker implements Iterator<Tuple2<Integer, PackedSessions>> {
    /** Sessions in all open blocks together, so that many parts need no more memory than few. */
    private static final int OPEN = 1 << 20;

    private static final int ATTRIBUTES = 4;

    private final Iterator<InternalRow> rows;
    private final int scores;
    private final int most;
    private final SessionBlockBuilder[] open;
    private final Attribute[] attributes = Attribute.values();
    private final FoundValues values = new FoundValues();

    private final TextCodes[] known = new TextCodes[attributes.length];

    private Optional<Tuple2<Integer, PackedSessions>> next = Optional.empty();
    private int finished;

    /** Over rows with so many scores, for so many parts. */
    SessionPacker(Iterator<InternalRow> rows, int scores, int parts) {
        this.rows = rows;
        this.scores = scores;
        this.most = Math.max(1, OPEN / parts);
        this.open = new SessionBlockBuilder[parts];
        Arrays.setAll(open, part -> new SessionBlockBuilder(scores));
        Arrays.setAll(known, attribute -> new TextCodes(text -> values.code(attributes[attribute], text)));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && rows.hasNext()) {
            InternalRow row = rows.next();
            int part = Math.floorMod(row.getLong(0), open.length);
            add(open[part], row);
            if (open[part].size() >= most) {
                next = Optional.of(block(part));
            }
        }
        while (next.isEmpty() && finished < open.length) {
            next = open[finished].size() > 0 ? Optional.of(block(finished)) : next;
            finished++;
        }
        return next.isPresent();
    }

    @Override
    public Tuple2<Integer, PackedSessions> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Tuple2<Integer, PackedSessions> block = next.orElseThrow();
        next = Optional.empty();
        return block;
    }

    /** With a copy of the values: what is written must not change, since a stream writes the same object once. */
    private Tuple2<Integer, PackedSessions> block(int part) {
        PackedSessions block = new PackedSessions(open[part].build(), values.copy());
        open[part] = new SessionBlockBuilder(scores);
        return new Tuple2<>(part, block);
    }

    /** Of a session that was not attended only the clinic is kept, since it has no part in any course. */
    private void add(SessionBlockBuilder block, InternalRow row) {
        int marks = row.getInt(3);
        boolean isMissed = (marks & SessionBlock.MISSED) != 0;
        block.add(row.getLong(0), row.getInt(2));
        block.mark(marks);
        if (!row.isNullAt(1)) {
            block.episodeKey(row.getLong(1));
        }
        int at = ATTRIBUTES;
        for (int attribute = 0; attribute < attributes.length; attribute++) {
            boolean isKept = !isMissed || attributes[attribute] == Attribute.CLINIC;
            if (isKept && !row.isNullAt(at)) {
                block.code(attributes[attribute], known[attribute].of(row.getUTF8String(at)));
            }
            at++;
        }
        for (int i = 0; i < scores && !isMissed; i++) {
            if (!row.isNullAt(at + i)) {
                block.score(i, row.getInt(at + i));
            }
        }
    }
}
