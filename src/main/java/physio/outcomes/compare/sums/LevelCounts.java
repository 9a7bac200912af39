package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import physio.outcomes.compare.sums.Sample.Kind;

/**
 * The first pass: which levels the factors have in each sample, and how many patients each. What few patients have is pooled or left
 * out before anything is fitted, since the coefficient of one patient is that patient.
 */
public final class LevelCounts implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    private final Layout layout;
    private final ArrayList<Sample> samples;
    private final ArrayList<LevelSets> sets = new ArrayList<>();

    private final long[][] rows;

    /** Σ of days since the episode's start, and rows, of each visit. */
    private final long[][] visitDays;

    /** Over a study's samples with all levels there are. */
    public LevelCounts(Study study, Layout layout) {
        this.layout = layout;
        this.samples = new ArrayList<>(study.samples());
        for (int i = 0; i < samples.size() * layout.factors().size(); i++) {
            sets.add(new LevelSets());
        }
        rows = new long[samples.size()][layout.factors().get(0).size()];
        visitDays = new long[layout.factors().get(layout.visit()).size()][2];
    }

    @Override
    public void take(AnalysisRow row) {
        rows[row.sample][row.technique]++;
        boolean hasVisit = hasVisit(samples.get(row.sample)) && row.isOfVisit;
        for (int f = 0; f < row.levels.length; f++) {
            if (f != layout.visit() || hasVisit) {
                set(row.sample, f).take(row.levels[f]);
            }
        }
        if (hasVisit) {
            long[] days = visitDays[row.levels[layout.visit()]];
            days[0] += row.sinceStart;
            days[1]++;
        }
    }

    private static boolean hasVisit(Sample sample) {
        return sample.kind() == Kind.SESSION || sample.kind() == Kind.VISIT;
    }

    private LevelSets set(int sample, int factor) {
        return sets.get(sample * layout.factors().size() + factor);
    }

    @Override
    public void endOfPatient() {
        sets.forEach(LevelSets::endOfPatient);
    }

    @Override
    public void merge(Sums other) {
        LevelCounts that = (LevelCounts) other;
        for (int i = 0; i < sets.size(); i++) {
            sets.get(i).merge(that.sets.get(i));
        }
        for (int sample = 0; sample < rows.length; sample++) {
            ExactSums.add(rows[sample], that.rows[sample]);
        }
        for (int v = 0; v < visitDays.length; v++) {
            ExactSums.add(visitDays[v], that.visitDays[v]);
        }
    }

    /** Rows of each technique in a sample, by the technique's code. */
    public long[] rows(int sample) {
        return rows[sample].clone();
    }

    /** Distinct patients of each technique in a sample, by the technique's code. */
    public long[] patients(int sample) {
        long[] patients = new long[layout.factors().get(0).size()];
        for (int technique = 0; technique < patients.length; technique++) {
            BitSet one = new BitSet();
            one.set(technique);
            patients[technique] = set(sample, 0).patients(one);
        }
        return patients;
    }

    /**
     * The values to pool in each sample, of each factor of case mix and of the visit: the rare ones, those that nobody has among them, and
     * then the next-rarest until what is pooled is not rare.
     */
    public List<Map<String, Set<String>>> rare(int below) {
        return IntStream.range(0, samples.size())
                .mapToObj(sample -> rare(sample, below))
                .toList();
    }

    private Map<String, Set<String>> rare(int sample, int below) {
        Map<String, Set<String>> rare = new HashMap<>();
        for (int f = 1; f < layout.factors().size(); f++) {
            Factor factor = layout.factors().get(f);
            rare.put(factor.name(), set(sample, f).rare(factor, below));
        }
        return rare;
    }

    /** The visits that occur, numeric labels by their number, then others by their mean day, ties by name. */
    public List<String> visits() {
        List<String> names = layout.factors().get(layout.visit()).levels();
        List<Integer> found = new ArrayList<>();
        for (int v = 0; v < visitDays.length; v++) {
            if (visitDays[v][1] > 0) {
                found.add(v);
            }
        }
        found.sort((left, right) ->
                VisitOrder.compare(names.get(left), visitDays[left], names.get(right), visitDays[right]));
        return found.stream().map(names::get).toList();
    }

    /** All visits there can be: the labels, and the numbers of visits without. */
    public static List<String> allVisits(List<String> labels) {
        Set<String> all = new LinkedHashSet<>(labels);
        for (int number = 1; number <= Coding.LAST_VISIT + 1; number++) {
            all.add(Coding.numbered(number));
        }
        return List.copyOf(all);
    }
}
