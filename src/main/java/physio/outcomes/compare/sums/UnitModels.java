package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Vocabulary;

/** {@code improvement ~ technique + baseline} within each clinic and each body region, technique by technique against the reference. */
public final class UnitModels implements GroupModels {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Sample> samples;
    private final int[] references;
    private final boolean[][] isCompared;
    private final int techniques;
    private final int[] sizes;

    /**
     * Of a study's main samples.
     *
     * @param references the level of the reference in each sample, −1 where there is none
     * @param isCompared by sample and technique
     */
    public UnitModels(Study study, Vocabulary vocabulary, int[] references, boolean[][] isCompared) {
        this.samples = new ArrayList<>(study.samples());
        this.references = references.clone();
        this.isCompared = isCompared.clone();
        this.techniques = vocabulary.values(Attribute.TECHNIQUE).size();
        this.sizes = new int[] {
            vocabulary.values(Attribute.CLINIC).size(),
            vocabulary.values(Attribute.BODY_REGION).size()
        };
    }

    @Override
    public int size() {
        return samples.size() * techniques * (sizes[0] + sizes[1]);
    }

    @Override
    public int columns() {
        return 3;
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).isMain() && references[sample] >= 0;
    }

    @Override
    public void models(AnalysisRow row, Taker taker) {
        take(row, 0, row.code(Attribute.CLINIC), taker);
        int region = row.code(Attribute.BODY_REGION);
        if (region != Vocabulary.MISSING) {
            take(row, 1, region, taker);
        }
    }

    private void take(AnalysisRow row, int by, int unit, Taker taker) {
        boolean[] own = isCompared[row.sample];
        if (row.technique == references[row.sample]) {
            for (int technique = 0; technique < techniques; technique++) {
                if (own[technique]) {
                    taker.take(key(row.sample, by, technique, unit), row.improvement, 1, 0, row.baseline);
                }
            }
        } else if (own[row.technique]) {
            taker.take(key(row.sample, by, row.technique, unit), row.improvement, 1, 1, row.baseline);
        }
    }

    private int key(int sample, int by, int technique, int unit) {
        int base = (sample * techniques + technique) * (sizes[0] + sizes[1]);
        return base + (by == 0 ? unit : sizes[0] + unit);
    }

    /** What a model is of: sample, by clinic (0) or region (1), technique, unit. */
    public List<Integer> meaning(int model) {
        int unit = model % (sizes[0] + sizes[1]);
        int rest = model / (sizes[0] + sizes[1]);
        int by = unit < sizes[0] ? 0 : 1;
        return List.of(rest / techniques, by, rest % techniques, by == 0 ? unit : unit - sizes[0]);
    }
}
