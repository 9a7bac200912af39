package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import physio.outcomes.report.Axis;
import physio.outcomes.report.BalanceChart;
import physio.outcomes.report.BalanceChart.Term;
import physio.outcomes.report.Better;
import physio.outcomes.report.Chart;
import physio.outcomes.report.DistributionChart;
import physio.outcomes.report.ForestChart;
import physio.outcomes.report.HeterogeneityChart;
import physio.outcomes.report.HeterogeneityChart.Unit;
import physio.outcomes.report.IntervalChart.Row;

/** Charts such as the comparison has, as full as they get. */
final class ComparisonCharts {
    static final List<String> TECHNIQUES = List.of(
            "Deep tissue massage",
            "Proprioceptive neuromuscular facilitation",
            "Lymphatic drainage",
            "Instrument-assisted soft tissue mobilisation",
            "Myofascial release",
            "Trigger point therapy",
            "Sports massage",
            "Mixed over the episode");
    static final List<String> MODELS = List.of(
            "Crude",
            "ANCOVA",
            "Mixed model, patients",
            "Mixed model, clinics",
            "Overlap weights",
            "Inverse probability of being observed");
    static final Axis PAIN = new Axis("Difference in improvement of pain", "points", 2);

    static final List<String> BINS = List.of(
            "≤ −4",
            "−4 to −3",
            "−3 to −2",
            "−2 to −1",
            "−1 to 0",
            "0 to 1",
            "1 to 2",
            "2 to 3",
            "3 to 4",
            "4 to 5",
            "5 to 6",
            "≥ 6");

    private ComparisonCharts() {}

    static List<Chart> all() {
        return List.of(forest(), thresholds(), balance(), heterogeneity(), distribution());
    }

    static ForestChart forest() {
        List<ForestChart.Group> groups = new ArrayList<>();
        for (int i = 0; i < TECHNIQUES.size(); i++) {
            int technique = i;
            groups.add(new ForestChart.Group(
                    TECHNIQUES.get(i),
                    IntStream.range(0, MODELS.size())
                            .mapToObj(model -> estimate(technique, model))
                            .toList()));
        }
        return new ForestChart("pain-models", "Pain by model", PAIN, Better.HIGHER, OptionalDouble.of(0), groups);
    }

    private static Row estimate(int technique, int model) {
        if (technique == 2 || (technique == 3 && model == 4)) {
            return Row.suppressed(MODELS.get(model), "not comparable");
        }
        double estimate = 0.9 - 0.25 * technique + 0.1 * StrictMath.sin(3.0 * model + technique);
        double half = 0.2 + 0.05 * technique;
        return Row.of(MODELS.get(model), estimate, estimate - half, estimate + half, "n = " + (1830 - 200 * technique));
    }

    static ForestChart thresholds() {
        return new ForestChart(
                "pain-thresholds",
                "Response by threshold",
                new Axis("Patients who improved by at least the threshold", "%", 0),
                Better.HIGHER,
                OptionalDouble.empty(),
                List.of(
                        new ForestChart.Group(
                                "Effleurage",
                                List.of(Row.of("1 point", 71, 66, 76, ""), Row.of("30% of baseline", 52, 47, 57, ""))),
                        new ForestChart.Group(
                                "Cupping",
                                List.of(Row.of("1 point", 97, 88, 99.6, ""), Row.suppressed("30% of baseline", "")))));
    }

    static BalanceChart balance() {
        return new BalanceChart(
                "pain-balance",
                "Balance of the groups",
                List.of(
                        Term.of("Baseline", -0.62, 0),
                        Term.of("Age 60 to 69", 0.31, 0.001),
                        Term.of("Sex: female", -0.08, 0),
                        new Term("Sex: not stated", OptionalDouble.empty(), OptionalDouble.empty()),
                        Term.of("Region: shoulder and upper arm", 0.14, 0)),
                List.of(
                        Term.of("Baseline, squared", 0.55, 0.04),
                        new Term("Clinic C17", OptionalDouble.of(0.4), OptionalDouble.empty()),
                        Term.of("Earlier episodes", 0.2, 0.29)));
    }

    static HeterogeneityChart heterogeneity() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < 39; i++) {
            double estimate = 0.6 + 0.5 * StrictMath.sin(i);
            double half = 0.3 + 0.2 * (i % 5);
            Row row = Row.of("Clinic C" + (10 + i), estimate, estimate - half, estimate + half, "n = " + 900 / (1 + i));
            units.add(new Unit(row, OptionalDouble.of(1 / (half * half))));
        }
        units.add(new Unit(Row.suppressed("Clinic C49", "fewer than 20"), OptionalDouble.empty()));
        return heterogeneity(
                units,
                Row.of("39 clinics", 0.61, 0.48, 0.74, "I² = 61%"),
                new Row(
                        "Prediction interval",
                        OptionalDouble.empty(),
                        OptionalDouble.of(-0.14),
                        OptionalDouble.of(1.36),
                        ""));
    }

    static HeterogeneityChart heterogeneity(List<Unit> units, Row pooled, Row prediction) {
        return new HeterogeneityChart("pain-clinics", "Pain by clinic", PAIN, Better.HIGHER, units, pooled, prediction);
    }

    static DistributionChart distribution() {
        List<DistributionChart.Row> rows = new ArrayList<>();
        for (int i = 0; i < TECHNIQUES.size(); i++) {
            int technique = i;
            rows.add(new DistributionChart.Row(
                    TECHNIQUES.get(i),
                    IntStream.range(0, BINS.size())
                            .mapToObj(bin -> share(technique, bin))
                            .toList(),
                    "n = " + (1830 - 200 * i)));
        }
        return distribution(rows);
    }

    static DistributionChart distribution(List<DistributionChart.Row> rows) {
        return new DistributionChart(
                "pain-spread",
                "Spread of improvement",
                "patients",
                new Axis("Improvement in pain", "points", 0),
                BINS,
                Optional.of(new DistributionChart.Line(6, "smallest difference that matters")),
                rows);
    }

    private static OptionalDouble share(int technique, int bin) {
        double away = bin - 6 + 0.4 * technique;
        double share = 0.25 * StrictMath.exp(-away * away / 6);
        return technique == 2 || (technique > 3 && share < 0.03) ? OptionalDouble.empty() : OptionalDouble.of(share);
    }
}
