package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the terms of a model stand in a vector: intercept, baseline, response, then every level of every factor, the first of each
 * too. What a model leaves out as reference or for want of rows is decided when the sums are known.
 */
public final class Layout implements Serializable {
    public static final int INTERCEPT = 0;
    public static final int BASELINE = 1;
    public static final int RESPONSE = 2;

    private static final long serialVersionUID = 1L;
    private final ArrayList<Factor> factors;
    private final int[] offsets;
    private final int size;

    public Layout(List<Factor> factors) {
        this.factors = new ArrayList<>(factors);
        offsets = new int[factors.size()];
        int next = RESPONSE + 1;
        for (int f = 0; f < offsets.length; f++) {
            offsets[f] = next;
            next += factors.get(f).size();
        }
        size = next;
    }

    /** Technique, case mix in the order of the settings, visit. */
    public List<Factor> factors() {
        return Collections.unmodifiableList(factors);
    }

    /** The length of a vector. */
    public int size() {
        return size;
    }

    /** Where a level stands. */
    public int column(int factor, int level) {
        if (level < 0) {
            throw new IllegalArgumentException(
                    "Invalid level of " + factors.get(factor).name() + ": not among its levels");
        }
        return offsets[factor] + level;
    }

    /** Where each column stands in a layout of the same factors that has some levels as one. */
    int[] places(Layout pooled) {
        int[] places = new int[size];
        for (int column = 0; column <= RESPONSE; column++) {
            places[column] = column;
        }
        for (int f = 0; f < offsets.length; f++) {
            Factor there = pooled.factors.get(f);
            for (int level = 0; level < factors.get(f).size(); level++) {
                int own = there.level(factors.get(f).levels().get(level));
                places[column(f, level)] = pooled.column(f, own < 0 ? there.level(Coding.POOLED) : own);
            }
        }
        return places;
    }

    /** The place of the visit among the factors. */
    public int visit() {
        return offsets.length - 1;
    }

    /** Coefficients of some columns, 0 elsewhere: {@code kept} are places among {@code columns}. */
    public double[] spread(double[] coefficients, int[] kept, int[] columns) {
        double[] all = new double[size];
        for (int i = 0; i < kept.length; i++) {
            all[columns[kept[i]]] = coefficients[i];
        }
        return all;
    }

    /** The linear predictor of a row over intercept, baseline and the factors from one on, the visit left out. */
    double predictor(double[] coefficients, AnalysisRow row, int from) {
        double sum = coefficients[INTERCEPT] + coefficients[BASELINE] * row.baseline;
        for (int f = from; f < visit(); f++) {
            sum += coefficients[column(f, row.levels[f])];
        }
        return sum;
    }

    /** How a column is called in R. */
    public String name(int column) {
        if (column <= RESPONSE) {
            return List.of("(Intercept)", "baseline", "response").get(column);
        }
        int factor = offsets.length - 1;
        while (offsets[factor] > column) {
            factor--;
        }
        return factors.get(factor).term(column - offsets[factor]);
    }
}
