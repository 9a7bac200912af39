package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;

/** Which columns of a layout a model has, in the order in which R would name them; levels without a row have none. */
public final class Terms {
    private Terms() {}

    /** {@code ~ technique}. */
    public static int[] crude(TermProducts products, Layout layout, int reference) {
        List<Integer> columns = new ArrayList<>(List.of(Layout.INTERCEPT));
        addTechniques(columns, products, layout, reference);
        return array(columns);
    }

    /** {@code ~ technique + baseline + case mix}. */
    public static int[] adjusted(TermProducts products, Layout layout, int reference) {
        List<Integer> columns = new ArrayList<>(List.of(Layout.INTERCEPT));
        addTechniques(columns, products, layout, reference);
        columns.add(Layout.BASELINE);
        for (int factor = 1; factor < layout.visit(); factor++) {
            addAfterFirst(columns, products, layout, factor);
        }
        return array(columns);
    }

    /** {@code ~ technique + baseline + visit + case mix}. */
    public static int[] repeated(TermProducts products, Layout layout, int reference) {
        List<Integer> columns = new ArrayList<>(List.of(Layout.INTERCEPT));
        addTechniques(columns, products, layout, reference);
        columns.add(Layout.BASELINE);
        addAfterFirst(columns, products, layout, layout.visit());
        for (int factor = 1; factor < layout.visit(); factor++) {
            addAfterFirst(columns, products, layout, factor);
        }
        return array(columns);
    }

    /** {@code ~ baseline + case mix}. */
    public static int[] withoutArms(TermProducts products, Layout layout) {
        List<Integer> columns = new ArrayList<>(List.of(Layout.INTERCEPT, Layout.BASELINE));
        for (int factor = 1; factor < layout.visit(); factor++) {
            addAfterFirst(columns, products, layout, factor);
        }
        return array(columns);
    }

    private static void addTechniques(List<Integer> columns, TermProducts products, Layout layout, int reference) {
        for (int technique = 0; technique < layout.factors().get(0).size(); technique++) {
            int column = layout.column(0, technique);
            if (technique != reference && products.rows(column) > 0) {
                columns.add(column);
            }
        }
    }

    private static void addAfterFirst(List<Integer> columns, TermProducts products, Layout layout, int factor) {
        boolean isFirst = true;
        for (int level = 0; level < layout.factors().get(factor).size(); level++) {
            int column = layout.column(factor, level);
            if (products.rows(column) > 0) {
                if (!isFirst) {
                    columns.add(column);
                }
                isFirst = false;
            }
        }
    }

    private static int[] array(List<Integer> columns) {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }
}
