package physio.outcomes.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;
import java.util.function.ToIntFunction;
import physio.outcomes.measure.SessionBlocks.Practitioners;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.FoundValues;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.SessionBlockBuilder;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.store.ColumnCursor;

/** The columns of the store's sessions that statistics need, and what of them goes into blocks. */
final class SessionColumns implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ADVERSE_EVENT = "adverse_event";

    /** The columns that say of whom a session is, and of which day: the first. */
    static final int LEADING = 2;

    private static final int PATIENT = 0;
    private static final int DAY = 1;
    private static final int EPISODE = 2;
    private static final int ATTENDANCE = 3;
    private static final int EVENT = 4;
    private static final int ATTRIBUTES = 5;

    private final ArrayList<String> names =
            new ArrayList<>(List.of("patient_key", "session_date", "episode_key", "attendance", ADVERSE_EVENT));
    private final ArrayList<Attribute> attributes = new ArrayList<>(List.of(Attribute.values()));
    private final int scores;

    /** With columns of scores. */
    SessionColumns(List<String> scores, Practitioners practitioners) {
        if (practitioners == Practitioners.UNTOLD) {
            attributes.remove(Attribute.PRACTITIONER);
        }
        attributes.forEach(attribute -> names.add(attribute.column()));
        names.addAll(scores);
        this.scores = scores.size();
    }

    /** As the store names them. */
    List<String> names() {
        return names;
    }

    /** Whether a column is not there, and need not be: without it, nothing is said of adverse events. */
    static boolean isLacking(String name, List<String> there) {
        return name.equals(ADVERSE_EVENT) && !there.contains(name);
    }

    /** How many of them hold scores. */
    int scores() {
        return scores;
    }

    /**
     * What gives texts their codes, by the column that they are in: the marks of what is said of attendance and of events, the numbers of what else is found.
     *
     * @param found takes the texts
     */
    Map<String, ToIntFunction<String>> codes(FoundValues found) {
        Map<String, ToIntFunction<String>> codes = new HashMap<>();
        codes.put(names.get(ATTENDANCE), text -> text.equals("attended") ? 0 : SessionBlock.MISSED);
        codes.put(
                names.get(EVENT),
                text -> SessionBlock.TELLS_OF_EVENTS | (text.equals("none") ? 0 : SessionBlock.EVENT));
        for (Attribute attribute : attributes) {
            if (attribute != Attribute.PRACTITIONER) {
                codes.put(attribute.column(), text -> found.code(attribute, level(attribute, text)));
            }
        }
        return codes;
    }

    private static String level(Attribute attribute, String text) {
        return attribute == Attribute.TECHNIQUE && text.contains("+") ? Vocabulary.COMBINED : text;
    }

    static long patient(ColumnCursor session) {
        return session.number(PATIENT);
    }

    static int day(ColumnCursor session) {
        return (int) session.number(DAY);
    }

    /**
     * Adds a session to a block. Of one that was not attended only the clinic is kept, since it has no part in any course.
     *
     * @param codes gives the key of a practitioner a code
     */
    void add(ColumnCursor session, SessionBlockBuilder block, LongToIntFunction codes) {
        int attendance = session.isMissing(ATTENDANCE) ? SessionBlock.MISSED : session.code(ATTENDANCE);
        block.add(patient(session), day(session));
        block.mark(attendance | (session.isMissing(EVENT) ? 0 : session.code(EVENT)));
        if (!session.isMissing(EPISODE)) {
            block.episodeKey(session.number(EPISODE));
        }
        boolean isAttended = attendance == 0;
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            int column = ATTRIBUTES + i;
            if ((isAttended || attribute == Attribute.CLINIC) && !session.isMissing(column)) {
                block.code(
                        attribute,
                        attribute == Attribute.PRACTITIONER
                                ? codes.applyAsInt(session.number(column))
                                : session.code(column));
            }
        }
        for (int i = 0; i < scores && isAttended; i++) {
            int column = ATTRIBUTES + attributes.size() + i;
            if (!session.isMissing(column)) {
                block.score(i, (int) session.number(column));
            }
        }
    }
}
