package physio.outcomes.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.FoundValues;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;

/**
 * A block of sessions with what its codes mean, packed from Spark's rows: patient, episode and day, the attributes, the scores. Rows
 * are read as Spark holds them, since turning millions of them into objects takes longer than all statistics.
 */
final class PackedSessions implements Serializable {
    /** Sessions of a block at most, unless one patient has more. */
    private static final int BLOCK = 1 << 16;

    private static final long serialVersionUID = 1L;
    private static final int ATTRIBUTES = 3;

    private final SessionBlock block;
    private final FoundValues values;

    private PackedSessions(SessionBlock block, FoundValues values) {
        this.block = block;
        this.values = values;
    }

    /** The sessions of a partition: of one patient together and by day. */
    static Iterator<PackedSessions> of(Iterator<InternalRow> rows, int scores) {
        List<PackedSessions> packed = new ArrayList<>();
        FoundValues values = new FoundValues();
        Codes codes = new Codes(values);
        SessionBlock.Builder open = new SessionBlock.Builder(scores);
        long patient = 0;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (open.size() >= BLOCK && row.getLong(0) != patient) {
                packed.add(new PackedSessions(open.build(), values));
                open = new SessionBlock.Builder(scores);
            }
            patient = row.getLong(0);
            add(open, row, codes, scores);
        }
        packed.add(new PackedSessions(open.build(), values));
        return packed.iterator();
    }

    private static void add(SessionBlock.Builder block, InternalRow row, Codes codes, int scores) {
        block.add(row.getLong(0), row.getInt(2));
        if (!row.isNullAt(1)) {
            block.episodeKey(row.getLong(1));
        }
        int at = ATTRIBUTES;
        for (Attribute attribute : codes.attributes) {
            if (!row.isNullAt(at)) {
                block.code(attribute, codes.code(attribute, row.getUTF8String(at)));
            }
            at++;
        }
        for (int i = 0; i < scores; i++) {
            if (!row.isNullAt(at + i)) {
                block.score(i, row.getInt(at + i));
            }
        }
    }

    SessionBlock coded(Vocabulary vocabulary) {
        return block.recoded(values.into(vocabulary));
    }

    FoundValues values() {
        return values;
    }

    boolean hasScores(int column) {
        return block.hasScores(column);
    }

    /** Codes by Spark's own texts, which are copied when they are new: a row's are overwritten by the next row's. */
    private static final class Codes {
        private final Attribute[] attributes = Attribute.values();
        private final FoundValues values;
        private final EnumMap<Attribute, Map<UTF8String, Integer>> known = new EnumMap<>(Attribute.class);

        Codes(FoundValues values) {
            this.values = values;
            for (Attribute attribute : attributes) {
                known.put(attribute, new HashMap<>());
            }
        }

        int code(Attribute attribute, UTF8String text) {
            Map<UTF8String, Integer> own = known.getOrDefault(attribute, new HashMap<>());
            Integer code = own.get(text);
            if (code == null) {
                code = values.code(attribute, text.toString());
                own.put(text.clone(), code);
            }
            return code;
        }
    }
}
