package physio.outcomes.ingest.text;

import java.util.List;

/** One record of a file as it stands there. */
public sealed interface RawRecord {

    /** The physical line on which it begins, from 1. */
    long line();

    /** Its number in the file, the header not counted, from 1. */
    long number();

    /** A sound record with its fields, one at least. */
    record Sound(long line, long number, List<String> fields) implements RawRecord {}

    /** A record whose fields nobody can tell: reading went on after its first physical line, or after its end where that is plain. */
    record Damaged(long line, long number, Damage damage) implements RawRecord {}
}
