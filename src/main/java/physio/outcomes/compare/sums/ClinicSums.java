package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import physio.outcomes.measure.ClinicChanges;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.Change;
import physio.outcomes.measure.sums.CourseSums;

/**
 * What clinics are adjusted for case mix by, in one pass: the cross products of {@code follow_up ~ clinic + baseline + case mix} of each
 * measure over all levels there are, and who has which. Rare levels are pooled when the sums are known: columns that become one add up.
 */
public final class ClinicSums implements CourseSums<ClinicSums> {
    private static final long serialVersionUID = 1L;
    /** Visits are no term here: any will do. */
    private static final int FIRST_VISIT = VisitLabels.visit(Vocabulary.MISSING, 1);

    private final ClinicChanges changes;
    private final Attribute group;
    private final Vocabulary vocabulary;
    private final ArrayList<String> caseMix;
    private final Coding coding;

    /** By measure. */
    private final ArrayList<TermProducts> products = new ArrayList<>();

    /** By measure and factor. */
    private final ArrayList<LevelSets> levels = new ArrayList<>();

    /**
     * Over changes.
     *
     * @param group clinics, or practitioners in their place
     * @param measures how many the changes are of
     * @param caseMix names of the factors, the clinic not among them
     */
    public ClinicSums(
            ClinicChanges changes, Attribute group, int measures, List<String> caseMix, Vocabulary vocabulary) {
        this.group = group;
        this.changes = changes;
        this.vocabulary = vocabulary;
        this.caseMix = new ArrayList<>(caseMix);
        this.coding = Coding.of(group, vocabulary, caseMix, Map.of());
        for (int measure = 0; measure < measures; measure++) {
            products.add(new TermProducts(coding.layout()));
            for (int f = 0; f < coding.layout().visit(); f++) {
                levels.add(new LevelSets());
            }
        }
    }

    @Override
    public void take(Course course) {
        AnalysisRow row = new AnalysisRow();
        changes.forEach(course, (episode, change) -> take(row, episode, change));
        levels.forEach(LevelSets::endOfPatient);
    }

    private void take(AnalysisRow row, Episode episode, Change change) {
        row.begin(episode, change.episode(), 0);
        row.about = episode.first();
        row.visit = FIRST_VISIT;
        row.baseline = change.baseline();
        row.followUp = change.followUp();
        coding.code(row);
        products.get(change.measure()).add(row, false);
        for (int f = 0; f < coding.layout().visit(); f++) {
            levels(change.measure(), f).take(row.levels[f]);
        }
    }

    private LevelSets levels(int measure, int factor) {
        return levels.get(measure * coding.layout().visit() + factor);
    }

    @Override
    public void merge(ClinicSums other) {
        for (int i = 0; i < products.size(); i++) {
            products.get(i).merge(other.products.get(i));
        }
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).merge(other.levels.get(i));
        }
    }

    /** Distinct patients of a clinic, by its code. */
    public long patients(int measure, int clinic) {
        BitSet one = new BitSet();
        one.set(clinic);
        return levels(measure, 0).patients(one);
    }

    /** Distinct patients of all clinics. */
    public long patients(int measure) {
        BitSet all = new BitSet();
        all.set(0, coding.layout().factors().get(0).size());
        return levels(measure, 0).patients(all);
    }

    /** A measure's cross products with the levels of fewer patients than given as one. */
    public Pooled pooled(int measure, int below) {
        Map<String, Set<String>> rare = new HashMap<>();
        for (int f = 1; f < coding.layout().visit(); f++) {
            Factor factor = coding.layout().factors().get(f);
            rare.put(factor.name(), levels(measure, f).rare(factor, below));
        }
        Layout layout = Coding.of(group, vocabulary, caseMix, rare).layout();
        return new Pooled(layout, products.get(measure).pooled(layout));
    }

    /**
     * Cross products whose first factor is the clinic.
     *
     * @param layout of their columns
     */
    public record Pooled(Layout layout, TermProducts products) {}
}
