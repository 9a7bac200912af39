package physio.outcomes.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import physio.outcomes.compare.model.Sandwich;

/**
 * The cluster-robust covariance of fitted models: the second pass over the rows, which sums each cluster's residuals.
 *
 * <p>A residual is rounded to a power of two fine enough not to matter, so that all sums are whole numbers and neither partitions
 * nor row order change a bit. The power leaves room for every sum of the pass in 63 bits.
 */
final class ClusterScores {
    private static final int FINEST = 30;
    private static final int ROOM = 61;

    /** The sums of one partition for one model. */
    private static final StructType PART = new StructType()
            .add("model", DataTypes.IntegerType, false)
            .add("high", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("low", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("clusters", DataTypes.LongType, false);

    private ClusterScores() {}

    /**
     * A covariance for each model, in their order; a model whose rows are all one cluster has none.
     *
     * @param rows with the columns of {@link Patterns#keys}, {@code baseline}, {@code follow_up} and the cluster
     */
    static Map<LinearModel, Sandwich> sandwiches(
            Dataset<Row> rows, List<LinearModel> models, List<String> factors, String cluster) {
        List<Layout> layouts = new ArrayList<>();
        List<Row> lookup = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            LinearModel model = models.get(m);
            int halvings = halvings(model);
            layouts.add(new Layout(model, halvings));
            addLookup(lookup, model, m, halvings);
        }
        Dataset<Row> scored =
                scores(rows, rows.sparkSession().createDataFrame(lookup, lookupType(factors)), factors, cluster);
        List<ExactOuterProduct> meats = new ArrayList<>();
        layouts.forEach(layout -> meats.add(new ExactOuterProduct(layout.rank)));
        Layout[] shipped = layouts.toArray(Layout[]::new);
        MapPartitionsFunction<Row, Row> task = clusters -> partialMeats(clusters, shipped);
        for (Row part : scored.mapPartitions(task, Encoders.row(PART)).collectAsList()) {
            meats.get(part.getInt(0)).add(longs(part, 1), longs(part, 2), part.getLong(3));
        }
        Map<LinearModel, Sandwich> sandwiches = new LinkedHashMap<>();
        for (int m = 0; m < models.size(); m++) {
            LinearModel model = models.get(m);
            ExactOuterProduct meat = meats.get(m);
            if (meat.vectors() > 1) {
                sandwiches.put(
                        model, Sandwich.of(model.fit(), meat.matrix(2 * layouts.get(m).halvings), meat.vectors()));
            }
        }
        return sandwiches;
    }

    private static long[] longs(Row row, int at) {
        return row.<Long>getList(at).stream().mapToLong(Long::longValue).toArray();
    }

    /** So fine that the sum of |baseline · residual| over all rows still has room. */
    private static int halvings(LinearModel model) {
        double baseline = model.patterns().stream()
                .mapToDouble(pattern -> pattern.sumBB().doubleValue())
                .sum();
        double followUp = model.patterns().stream()
                .mapToDouble(pattern -> pattern.sumFF().doubleValue())
                .sum();
        double rows = model.fit().rows();
        // |e| ≤ |f| + |b| + |fitted|, and Σ|b·e| ≤ √(Σb²·Σe²) by Cauchy and Schwarz, with Σe² ≤ 4(Σb² + Σf²) by least
        // squares.
        double most = 4 * (baseline + followUp + rows);
        return Math.max(0, Math.min(FINEST, ROOM - Math.getExponent(most)));
    }

    private static void addLookup(List<Row> lookup, LinearModel model, int m, int halvings) {
        for (int p = 0; p < model.patterns().size(); p++) {
            Pattern pattern = model.patterns().get(p);
            List<Object> values = new ArrayList<>(
                    List.of(pattern.arms().measure(), pattern.arms().window(), pattern.technique()));
            values.addAll(pattern.levels());
            values.addAll(List.of(
                    m,
                    p,
                    model.offset(pattern),
                    model.baselineSlope(),
                    model.followUpSlope(),
                    Math.scalb(1.0, halvings)));
            lookup.add(RowFactory.create(values.toArray()));
        }
    }

    private static StructType lookupType(List<String> factors) {
        StructType type = new StructType();
        for (String key : Patterns.keys(factors)) {
            type = type.add(key, DataTypes.StringType, false);
        }
        return type.add("model", DataTypes.IntegerType, false)
                .add("pattern", DataTypes.IntegerType, false)
                .add("offset", DataTypes.DoubleType, false)
                .add("baseline_slope", DataTypes.DoubleType, false)
                .add("follow_up_slope", DataTypes.DoubleType, false)
                .add("scale", DataTypes.DoubleType, false);
    }

    private static Dataset<Row> scores(Dataset<Row> rows, Dataset<Row> lookup, List<String> factors, String cluster) {
        Column residual = col("follow_up")
                .multiply(col("follow_up_slope"))
                .minus(col("offset"))
                .minus(col("baseline").multiply(col("baseline_slope")));
        Column whole = rint(residual.multiply(col("scale"))).cast("long");
        return rows.join(broadcast(lookup), Patterns.keys(factors).toArray(String[]::new))
                .select(col("model"), col(cluster).as("cluster"), col("pattern"), col("baseline"), whole.as("residual"))
                .groupBy("model", "cluster", "pattern")
                .agg(
                        sum("residual").as("e"),
                        sum(col("baseline").multiply(col("residual"))).as("be"))
                .groupBy("model", "cluster")
                .agg(collect_list(struct("pattern", "e", "be")).as("parts"))
                .select("model", "parts");
    }

    private static Iterator<Row> partialMeats(Iterator<Row> clusters, Layout[] layouts) {
        ExactOuterProduct[] sums = new ExactOuterProduct[layouts.length];
        while (clusters.hasNext()) {
            Row cluster = clusters.next();
            int m = cluster.getInt(0);
            if (sums[m] == null) {
                sums[m] = new ExactOuterProduct(layouts[m].rank);
            }
            sums[m].add(layouts[m].score(cluster.getList(1)));
        }
        List<Row> parts = new ArrayList<>();
        for (int m = 0; m < sums.length; m++) {
            if (sums[m] != null) {
                parts.add(RowFactory.create(m, sums[m].high(), sums[m].low(), sums[m].vectors()));
            }
        }
        return parts.iterator();
    }

    /** Where a model's patterns have their ones, and its baseline. */
    private static final class Layout implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int rank;
        private final int halvings;
        private final int[][] dummies;
        private final int baseline;

        Layout(LinearModel model, int halvings) {
            this.rank = model.fit().rank();
            this.halvings = halvings;
            this.dummies = model.patterns().stream().map(model::keptDummies).toArray(int[][]::new);
            this.baseline = model.keptBaseline();
        }

        /** X_gᵀe_g of one cluster. */
        long[] score(List<Row> parts) {
            long[] score = new long[rank];
            for (Row part : parts) {
                long residuals = part.getLong(1);
                Arrays.stream(dummies[part.getInt(0)]).forEach(column -> score[column] += residuals);
                if (baseline >= 0) {
                    score[baseline] += part.getLong(2);
                }
            }
            return score;
        }
    }
}
