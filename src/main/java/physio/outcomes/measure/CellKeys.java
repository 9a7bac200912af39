package physio.outcomes.measure;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import physio.outcomes.measure.Breakdown.Kept;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.Change;
import physio.outcomes.measure.sums.Change.Window;

/** Numbers the cells of a breakdown: a number in mixed radix, of period, clinic or region, measure, window and technique. */
final class CellKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Window> WINDOWS = List.of(Window.values());

    private final Breakdown breakdown;
    private final ArrayList<String> measures;

    /** With the margin last. */
    private final ArrayList<String> groups;

    private final ArrayList<String> techniques;
    private final ArrayList<String> clinics;
    private final int unknownRegion;
    private final BitSet hidden = new BitSet();

    CellKeys(Breakdown breakdown, List<String> measures, Vocabulary vocabulary) {
        this.breakdown = breakdown;
        this.measures = new ArrayList<>(measures);
        this.groups = new ArrayList<>(withMargin(vocabulary, breakdown.group()));
        this.unknownRegion = vocabulary.code(Attribute.BODY_REGION, Vocabulary.UNKNOWN);
        this.clinics = new ArrayList<>(vocabulary.values(Attribute.CLINIC));
        this.techniques = new ArrayList<>(
                breakdown.techniques() == Kept.TOGETHER
                        ? List.of(Cell.ALL)
                        : withMargin(vocabulary, Attribute.TECHNIQUE));
        breakdown.hidden().forEach(this::hide);
    }

    private void hide(Cell.Key cell) {
        int month = breakdown.month(
                Math.toIntExact(YearMonth.parse(cell.period()).atDay(1).toEpochDay()));
        if (month != Breakdown.NONE) {
            int sample = sample(measures.indexOf(cell.measure()), Window.of(cell.window()));
            hidden.set(ofClinic(month, clinics.indexOf(cell.clinic()), sample));
        }
    }

    /** The values of an attribute, and the margin after them. */
    static List<String> withMargin(Vocabulary vocabulary, Attribute attribute) {
        List<String> names = new ArrayList<>(vocabulary.values(attribute));
        names.add(Cell.ALL);
        return names;
    }

    /** Whether a change belongs to any cell. */
    boolean holds(Change change) {
        return holds(change, breakdown.month(change.day()));
    }

    private boolean holds(Change change, int month) {
        return month != Breakdown.NONE
                && group(change) != Vocabulary.MISSING
                && breakdown.holds(change.window())
                && !hidden.get(ofClinic(month, change.clinic(), sample(change.measure(), change.window())));
    }

    /** Whether cells are of clinics, and not of regions or practitioners. */
    boolean isOfClinics() {
        return breakdown.group() == Attribute.CLINIC;
    }

    /** The cells that a change belongs to: first the one that is no margin; each of a clinic, or region, is followed by the same of all. */
    long[] of(Change change) {
        int month = breakdown.month(change.day());
        return holds(change, month)
                ? of(
                        breakdown.period(month),
                        group(change),
                        sample(change.measure(), change.window()),
                        breakdown.techniques() == Kept.TOGETHER ? 0 : change.technique())
                : new long[0];
    }

    private long[] of(int period, int group, int sample, int technique) {
        int everyGroup = groups.size() - 1;
        int everyTechnique = techniques.size() - 1;
        long own = key(period, group, sample, technique);
        long every = key(period, everyGroup, sample, technique);
        return breakdown.techniques() == Kept.TOGETHER
                ? new long[] {own, every}
                : new long[] {
                    own,
                    every,
                    key(period, group, sample, everyTechnique),
                    key(period, everyGroup, sample, everyTechnique)
                };
    }

    /** A cell that is no margin, and the margins that it belongs to. */
    long[] withMargins(long key) {
        long rest = key / techniques.size();
        int sample = (int) (rest % samples());
        rest /= samples();
        return of((int) (rest / groups.size()), (int) (rest % groups.size()), sample, (int) (key % techniques.size()));
    }

    /** The cell of all clinics, or regions, that one of them is part of. */
    long ofAllGroups(long key) {
        return withMargins(key)[1];
    }

    private int group(Change change) {
        if (isOfClinics()) {
            return change.clinic();
        }
        if (breakdown.group() == Attribute.PRACTITIONER) {
            return change.practitioner();
        }
        return change.region() == Vocabulary.MISSING ? unknownRegion : change.region();
    }

    private int ofClinic(int month, int clinic, int sample) {
        return Math.toIntExact(((long) month * clinics.size() + clinic) * samples() + sample);
    }

    private long key(int period, int group, int sample, int technique) {
        return (((long) period * groups.size() + group) * samples() + sample) * techniques.size() + technique;
    }

    /** What a number says. */
    Cell.Key named(long key) {
        long rest = key / techniques.size();
        int sample = (int) (rest % samples());
        rest /= samples();
        return new Cell.Key(
                breakdown.label((int) (rest / groups.size())),
                groups.get((int) (rest % groups.size())),
                measure(sample),
                window(sample),
                techniques.get((int) (key % techniques.size())));
    }

    private static int sample(int measure, Window window) {
        return WINDOWS.size() * measure + WINDOWS.indexOf(window);
    }

    private int samples() {
        return measures.size() * WINDOWS.size();
    }

    private String measure(int sample) {
        return measures.get(sample / WINDOWS.size());
    }

    private static String window(int sample) {
        return WINDOWS.get(sample % WINDOWS.size()).label();
    }
}
