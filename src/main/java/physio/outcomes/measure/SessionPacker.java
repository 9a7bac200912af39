package physio.outcomes.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.FoundValues;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.SessionBlockBuilder;
import physio.outcomes.store.ColumnCursor;
import scala.Tuple2;

/** Packs sessions into blocks, each for one of the parts that patients are spread over; blocks travel in the place of rows. */
final class SessionPacker implements Iterator<Tuple2<Integer, PackedSessions>> {
    /** Sessions in all open blocks together, so that many parts need no more memory than few. */
    private static final int OPEN = 1 << 20;

    private final SessionColumns columns;
    private final ColumnCursor sessions;
    private final int most;
    private final SessionBlockBuilder[] open;
    private final FoundValues values = new FoundValues();
    private final Map<Long, Integer> practitioners = new HashMap<>();
    private Optional<Tuple2<Integer, PackedSessions>> next = Optional.empty();
    private int finished;

    /**
     * Of sessions.
     *
     * @param opened gives them, given what makes codes of texts
     */
    SessionPacker(
            SessionColumns columns, Function<Map<String, ToIntFunction<String>>, ColumnCursor> opened, int parts) {
        this.columns = columns;
        this.sessions = opened.apply(columns.codes(values));
        this.most = Math.max(1, OPEN / parts);
        this.open = new SessionBlockBuilder[parts];
        Arrays.setAll(open, part -> new SessionBlockBuilder(columns.scores()));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && sessions.next()) {
            int part = Math.floorMod(SessionColumns.patient(sessions), open.length);
            columns.add(sessions, open[part], this::practitioner);
            next = open[part].size() >= most ? Optional.of(block(part)) : next;
        }
        while (next.isEmpty() && finished < open.length) {
            next = open[finished].size() > 0 ? Optional.of(block(finished)) : next;
            finished++;
        }
        return next.isPresent();
    }

    private int practitioner(long key) {
        return practitioners.computeIfAbsent(
                key, told -> values.code(Attribute.PRACTITIONER, SessionBlocks.practitionerCode(told)));
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
        SessionBlock block = open[part].build();
        open[part] = new SessionBlockBuilder(columns.scores());
        return new Tuple2<>(part, new PackedSessions(block, values.copy()));
    }
}
