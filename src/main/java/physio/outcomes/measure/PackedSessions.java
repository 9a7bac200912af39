package physio.outcomes.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import physio.outcomes.measure.course.FoundValues;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.SessionBlockBuilder;
import physio.outcomes.measure.course.Vocabulary;

/** A block of sessions with what its codes mean. */
record PackedSessions(SessionBlock block, FoundValues values) implements Serializable {
    /** Sessions of a block, unless one patient has more. */
    private static final int BLOCK = 1 << 16;

    /** Blocks that hold all sessions of some patients, in any order, as blocks of patients. */
    static Iterator<PackedSessions> grouped(Iterator<PackedSessions> parts, int scores) {
        FoundValues values = new FoundValues();
        SessionBlockBuilder all = new SessionBlockBuilder(scores);
        parts.forEachRemaining(part -> all.addAll(part.block.recoded(values.add(part.values))));
        List<PackedSessions> grouped = new ArrayList<>();
        all.build().byPatient(BLOCK).forEach(block -> grouped.add(new PackedSessions(block, values)));
        return grouped.iterator();
    }

    SessionBlock coded(Vocabulary vocabulary) {
        return block.recoded(values.into(vocabulary));
    }
}
