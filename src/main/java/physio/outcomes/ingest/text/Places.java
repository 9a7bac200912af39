package physio.outcomes.ingest.text;

import org.jspecify.annotations.Nullable;

/** Where the records begin that a parser has been given and has not given back yet, first in, first out. */
final class Places {
    private long[] lines = new long[1 << 10];
    private @Nullable Damage[] damages = new Damage[1 << 10];
    private int first;
    private int count;

    /** A record's first line, and its damage or null. */
    record Place(long line, @Nullable Damage damage) {}

    void add(long line, @Nullable Damage damage) {
        if (count == lines.length) {
            grow();
        }
        int last = (first + count++) & (lines.length - 1);
        lines[last] = line;
        damages[last] = damage;
    }

    private void grow() {
        long[] moreLines = new long[2 * count];
        @Nullable Damage[] moreDamages = new Damage[2 * count];
        for (int i = 0; i < count; i++) {
            moreLines[i] = lines[(first + i) & (count - 1)];
            moreDamages[i] = damages[(first + i) & (count - 1)];
        }
        lines = moreLines;
        damages = moreDamages;
        first = 0;
    }

    /** The first in the queue. */
    Place take() {
        if (count == 0) {
            throw new IllegalStateException("The parser gave more records than it was given");
        }
        Place place = new Place(lines[first], damages[first]);
        first = (first + 1) & (lines.length - 1);
        count--;
        return place;
    }
}
