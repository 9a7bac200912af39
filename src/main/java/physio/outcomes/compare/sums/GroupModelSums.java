package physio.outcomes.compare.sums;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import physio.outcomes.compare.model.CrossProducts;
import physio.outcomes.compare.model.LeastSquares;
import physio.outcomes.measure.sums.LongSums;
import physio.outcomes.measure.sums.OwnSums;

/**
 * Many small linear models of improvement, one a group of rows: first their cross products; then, once they are fitted, the squared
 * scores of patients. A patient's score comes from the patient's own exact products, so that the order of rows changes nothing.
 */
public final class GroupModelSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    private static final int HALVINGS = 20;

    private final GroupModels models;
    private final int columns;
    private final int width;

    /** Of fitted models, by number; of no length for others. Empty in the first pass. */
    private final double[][] coefficients;

    /** The patient's products, by model. */
    private final OwnSums own;

    private final LongSums products;
    private final HashMap<Integer, ExactOuterProduct> meats = new HashMap<>();

    private GroupModelSums(GroupModels models, double[][] coefficients) {
        this.models = models;
        this.coefficients = coefficients;
        this.columns = models.columns();
        // XᵀX above its diagonal, Xᵀy, yᵀy; then patients, those with and those without something in the second column.
        this.width = columns * (columns + 1) / 2 + columns + 1;
        this.own = new OwnSums(width);
        this.products = new LongSums(width + 3);
    }

    /** Empty, for the pass that gives cross products of models within clinics and regions. */
    public static GroupModelSums ofUnits(UnitModels models) {
        return new GroupModelSums(models, new double[0][]);
    }

    /** Empty, for the pass that gives cross products of models of the number of sessions. */
    public static GroupModelSums ofDose(Study study) {
        return new GroupModelSums(new DoseModels(study), new double[0][]);
    }

    /** Empty, for the pass that gives the meats of fitted models. */
    public GroupModelSums withFits(Map<Integer, LeastSquares> fits) {
        double[][] fitted = new double[models.size()][0];
        fits.forEach((model, fit) -> {
            fitted[model] = new double[columns];
            int[] indexes = fit.indexes();
            for (int i = 0; i < indexes.length; i++) {
                fitted[model][indexes[i]] = fit.coefficients()[i];
            }
        });
        return new GroupModelSums(models, fitted);
    }

    @Override
    public boolean isOf(int sample) {
        return models.isOf(sample);
    }

    @Override
    public void take(AnalysisRow row) {
        models.models(row, this::take);
    }

    private void take(int model, long response, long... row) {
        if (coefficients.length > 0 && coefficients[model].length == 0) {
            return;
        }
        int group = own.group(model);
        int at = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                own.add(group, at++, row[i] * row[j]);
            }
        }
        for (int i = 0; i < columns; i++) {
            own.add(group, at++, row[i] * response);
        }
        own.add(group, at, response * response);
    }

    @Override
    public void endOfPatient() {
        for (int group = 0; group < own.count(); group++) {
            int model = (int) own.key(group);
            long[] sums = own.of(group);
            if (coefficients.length == 0) {
                addProducts(model, sums);
            } else {
                meats.computeIfAbsent(model, none -> new ExactOuterProduct(columns))
                        .add(score(sums, coefficients[model]));
            }
        }
        own.clear();
    }

    private void addProducts(int model, long[] sums) {
        long[] terms = Arrays.copyOf(sums, width + 3);
        terms[width] = 1;
        terms[width + 1] = sums[entry(1, 0)] > 0 ? 1 : 0;
        terms[width + 2] = sums[entry(1, 0)] < sums[0] ? 1 : 0;
        products.add(model, terms);
    }

    /** Xᵀy − XᵀXβ of one patient, in whole parts of a step. */
    private long[] score(long[] sums, double[] fitted) {
        long[] score = new long[columns];
        for (int i = 0; i < columns; i++) {
            double residual = sums[columns * (columns + 1) / 2 + i];
            for (int j = 0; j < columns; j++) {
                residual -= sums[entry(i, j)] * fitted[j];
            }
            score[i] = (long) Math.rint(Math.scalb(residual, HALVINGS));
        }
        return score;
    }

    private static int entry(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    @Override
    public void merge(Sums other) {
        GroupModelSums that = (GroupModelSums) other;
        products.merge(that.products);
        that.meats.forEach((model, meat) -> meats.merge(model, meat, ExactOuterProduct::plus));
    }

    /** The models with rows, ascending. */
    public List<Integer> models() {
        List<Integer> found = new ArrayList<>();
        products.forEach((model, terms) -> found.add(Math.toIntExact(model)));
        return found;
    }

    /** The cross products of a model over its columns, by name. */
    public CrossProducts products(int model, List<String> names) {
        long[] sums = products.of(model);
        int size = names.size();
        BigInteger[][] design = new BigInteger[size][size];
        BigInteger[] response = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                design[i][j] = BigInteger.valueOf(sums[entry(i, j)]);
            }
            response[i] = BigInteger.valueOf(sums[columns * (columns + 1) / 2 + i]);
        }
        return new CrossProducts(names, design, response, BigInteger.valueOf(sums[width - 1]), sums[0]);
    }

    /** Distinct patients of a model. */
    public long patients(int model) {
        return products.of(model)[width];
    }

    /** Distinct patients with a row that has something in the second column. */
    public long patientsWith(int model) {
        return products.of(model)[width + 1];
    }

    /** Distinct patients with a row that has nothing in the second column; of a 0/1 column. */
    public long patientsWithout(int model) {
        return products.of(model)[width + 2];
    }

    /** The meats of fitted models over all their columns, by model. */
    public Map<Integer, ExactOuterProduct> meats() {
        return new TreeMap<>(meats);
    }

    /** A whole score is one times 2 to this power. */
    public static int halvings() {
        return HALVINGS;
    }
}
