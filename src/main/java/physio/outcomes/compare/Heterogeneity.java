package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.RandomEffects;
import physio.outcomes.compare.sums.GroupModelSums;
import physio.outcomes.compare.sums.UnitModels;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.course.Attribute;

/**
 * Whether a technique does alike everywhere: its difference from the reference in each clinic and region with enough patients, and
 * these pooled by random effects: the tables {@code heterogeneity_units} and {@code heterogeneity}.
 */
final class Heterogeneity {
    /** Patients that a unit needs in each arm. */
    private static final int FEWEST = 20;
    /** Units that are pooled at least. */
    private static final int UNITS = 3;

    private static final List<String> DIMENSIONS = List.of("measure", "window", "by", "technique", "reference");

    private static final List<ResultColumn> UNIT = List.of(
            Columns.PATIENTS,
            Columns.PATIENTS_REFERENCE,
            Columns.ESTIMATE,
            Columns.STD_ERROR,
            Columns.CI_LOW,
            Columns.CI_HIGH);

    private static final List<ResultColumn> POOLED = List.of(
            Columns.of("n_units", Role.OPEN),
            Columns.ESTIMATE,
            Columns.STD_ERROR,
            Columns.DF,
            Columns.CI_LOW,
            Columns.CI_HIGH,
            Columns.of("tau_squared", Role.SPREAD),
            Columns.of("i_squared", Role.SPREAD),
            Columns.of("q", Role.SPREAD),
            Columns.of("q_df", Role.SPREAD),
            Columns.of("q_p", Role.SPREAD),
            Columns.of("prediction_low", Role.SPREAD),
            Columns.of("prediction_high", Role.SPREAD),
            Columns.NOTE);

    private final Cohort cohort;
    private final List<ResultRow> units = new ArrayList<>();
    private final Map<Group, List<Contrast>> pooled = new TreeMap<>();
    private final Map<Group, Long> patients = new TreeMap<>();

    /** What is pooled: a technique of a sample, by clinic (0) or region (1). */
    private record Group(int sample, int by, int technique) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int bySample = Integer.compare(sample, other.sample);
            int byBy = Integer.compare(by, other.by);
            return bySample != 0 ? bySample : byBy != 0 ? byBy : Integer.compare(technique, other.technique);
        }
    }

    private Heterogeneity(Cohort cohort) {
        this.cohort = cohort;
    }

    /** The table of units, then that of what they pool to. */
    static List<ResultTable> tables(Cohort cohort, GroupFits fits, UnitModels models) {
        Heterogeneity own = new Heterogeneity(cohort);
        for (int model : fits.sums().models()) {
            fits.covariance(model).ifPresent(covariance -> {
                if (covariance.columns().contains("technique")) {
                    own.addUnit(models.meaning(model), covariance.contrast("technique"), fits.sums(), model);
                }
            });
        }
        List<String> ofUnit = new ArrayList<>(DIMENSIONS);
        ofUnit.add("unit");
        return List.of(
                new ResultTable("heterogeneity_units", ofUnit, UNIT, own.units),
                new ResultTable("heterogeneity", DIMENSIONS, POOLED, own.pool()));
    }

    private void addUnit(List<Integer> meaning, Contrast contrast, GroupModelSums sums, int model) {
        long with = sums.patientsWith(model);
        long without = sums.patientsWithout(model);
        if (Math.min(with, without) < FEWEST || !(contrast.standardError() > 0)) {
            return;
        }
        Group group = new Group(meaning.get(0), meaning.get(1), meaning.get(2));
        Contrast inUnit = contrast.times(arms(group).measure().stepSize());
        pooled.computeIfAbsent(group, none -> new ArrayList<>()).add(inUnit);
        patients.merge(group, Math.min(with, without), Long::sum);
        List<String> key = key(group);
        key.add(cohort.blocks()
                .vocabulary()
                .value(group.by() == 0 ? Attribute.CLINIC : Attribute.BODY_REGION, meaning.get(3)));
        units.add(new ResultRow(
                key,
                Math.min(with, without),
                List.of(
                        new Count(with),
                        new Count(without),
                        number(inUnit.estimate()),
                        number(inUnit.standardError()),
                        number(inUnit.interval().low()),
                        number(inUnit.interval().high()))));
    }

    private Arms arms(Group group) {
        return cohort.arms().stream()
                .filter(arms -> arms.place() == group.sample())
                .findFirst()
                .orElseThrow();
    }

    private List<String> key(Group group) {
        Arms arms = arms(group);
        List<String> key = new ArrayList<>(arms.key());
        key.add(group.by() == 0 ? "clinic" : "region");
        key.add(cohort.layout().factors().get(0).levels().get(group.technique()));
        key.add(arms.reference());
        return key;
    }

    private List<ResultRow> pool() {
        List<ResultRow> rows = new ArrayList<>();
        pooled.forEach((group, contrasts) -> {
            List<Figure> figures = new ArrayList<>(List.of(new Count(contrasts.size())));
            if (contrasts.size() < UNITS) {
                figures.addAll(Collections.nCopies(POOLED.size() - 2, BLANK));
                figures.add(new Text("not pooled: fewer than " + UNITS + " units with " + FEWEST + " patients an arm"));
            } else {
                figures.addAll(figures(RandomEffects.pool(contrasts.stream()
                        .map(own -> new RandomEffects.Unit(own.estimate(), own.standardError()))
                        .toList())));
                figures.add(new Text(group.by() == 0 ? "" : "regions share patients"));
            }
            rows.add(new ResultRow(key(group), patients.getOrDefault(group, 0L), figures));
        });
        return rows;
    }

    private static List<Figure> figures(RandomEffects effects) {
        Contrast mean = effects.mean();
        return List.of(
                number(mean.estimate()),
                number(mean.standardError()),
                number(mean.degreesOfFreedom()),
                number(mean.interval().low()),
                number(mean.interval().high()),
                number(effects.betweenVariance()),
                number(effects.inconsistency()),
                number(effects.q()),
                number(effects.degreesOfFreedom()),
                number(effects.qP()),
                number(effects.prediction().low()),
                number(effects.prediction().high()));
    }
}
