package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.ClusteredSums;

/** Distinct patients of each technique with each level of case mix, and in each clinic: what protection goes by. */
public final class PresenceSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    private final ArrayList<Sample> samples;
    private final Layout layout;
    private final int clinics;
    private final ClusteredSums sums = new ClusteredSums(0);

    public PresenceSums(Study study, Layout layout, Vocabulary vocabulary) {
        this.samples = new ArrayList<>(study.samples());
        this.layout = layout;
        this.clinics = vocabulary.values(Attribute.CLINIC).size();
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).isMain();
    }

    @Override
    public void take(AnalysisRow row) {
        for (int f = 1; f < layout.visit(); f++) {
            sums.add(key(row.sample, row.technique, layout.column(f, row.levels[f])), row.number);
        }
        sums.add(key(row.sample, row.technique, layout.size() + row.code(Attribute.CLINIC)), row.number);
    }

    private long key(int sample, int technique, int column) {
        return ((long) sample * layout.factors().get(0).size() + technique) * (layout.size() + clinics) + column;
    }

    @Override
    public void endOfPatient() {
        sums.endOfPatient();
    }

    @Override
    public void merge(Sums other) {
        sums.merge(((PresenceSums) other).sums);
    }

    /** The fewest patients, but not none, that one of some techniques has with a level of case mix, by its column. */
    public long fewestWithLevel(int sample, List<Integer> techniques, int column) {
        return techniques.stream()
                .mapToLong(technique -> sums.patients(key(sample, technique, column)))
                .filter(patients -> patients > 0)
                .min()
                .orElse(0);
    }

    /** The fewest patients, but not none, that one of some techniques has in a clinic. */
    public long fewestInClinic(int sample, List<Integer> techniques, int clinic) {
        return fewestWithLevel(sample, techniques, layout.size() + clinic);
    }
}
