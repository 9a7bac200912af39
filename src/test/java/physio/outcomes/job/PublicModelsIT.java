package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** Mixed models, weighting, pooling and responders of public data, against numbers that R computed (data/README.md beside the project). */
@ExtendWith(SparkTest.class)
class PublicModelsIT {
    private static final String CONTRASTS = "technique_comparison";

    private final PublicData data;

    PublicModelsIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.data = new PublicData(folder);
    }

    /** Follow-ups of every visit, a random intercept for each patient; logarithm of likelihood included. */
    @Test
    void fitsTheMixedModelOfTheDystoniaTrial() {
        ReportRun run = data.compared("cdystonia", PublicData.CDYSTONIA, Map.of());
        run.has(
                CONTRASTS,
                where("twstrs mixed_patient botulinum_10000"),
                "estimate=3.981810471 std_error=1.565596004 df=103.48797 ci_low=0.876994 ci_high=7.086627"
                        + " p_value=0.01245953",
                1e-4);
        run.has(
                CONTRASTS,
                where("twstrs mixed_patient botulinum_5000"),
                "estimate=3.511327297 std_error=1.568609934 df=102.79691 ci_low=0.400287 ci_high=6.622368"
                        + " p_value=0.02734458",
                1e-4);
        Map<String, String> estimates = Map.of(
                "(Intercept)", "4.695610",
                "baseline", "0.021029860",
                "visit4", "0.402768",
                "visit8", "-2.390758",
                "visit12", "-5.379494",
                "visit16", "-8.354042",
                "patient (Intercept)", "34.882622",
                "Residual", "39.891151",
                "logLik", "-1784.050429");
        assertThat(run.table("model_terms").stream()
                        .filter(row ->
                                row.get("model").equals("mixed_patient") && estimates.containsKey(row.get("term"))))
                .hasSize(estimates.size())
                .allSatisfy(row -> assertThat(Double.parseDouble(row.get("estimate")))
                        .as(row.get("term"))
                        .isCloseTo(
                                Double.parseDouble(Objects.requireNonNull(estimates.get(row.get("term")))),
                                withinPercentage(1e-2)));
    }

    @Test
    void fitsTheMixedModelOfHipReplacements() {
        ReportRun run = data.compared("nhs-hip", PublicData.HIP, Map.of());
        String mixed = "window=session measure=oxford_hip model=mixed_clinic ";
        run.has(
                CONTRASTS,
                mixed + "technique=revision",
                "estimate=-5.900728806 std_error=0.189822094 df=40318.1",
                1e-4);
        run.has("model_terms", mixed + "term=baseline", "estimate=-0.725039185 std_error=0.004983511 df=40080.8", 1e-4);
        run.has("model_terms", mixed + "term=Residual", "estimate=63.804866074", 1e-4);
        run.has("model_terms", mixed + "term=logLik", "estimate=-141399.984824", 1e-6);
        assertThat(run.row(CONTRASTS, "window=session measure=oxford_hip model=mixed_patient technique=revision")
                        .get("note"))
                .startsWith("not estimable");
    }

    /** Two age bands without revisions have no weight; errors cluster by provider. */
    @Test
    void weightsHipReplacementsByOverlap() {
        ReportRun run = data.compared("nhs-hip", PublicData.HIP, Map.of());
        String hip = "window=session measure=oxford_hip technique=revision";
        run.has(CONTRASTS, hip + " model=overlap", "estimate=-6.149117244 std_error=0.2931610812", 1e-4);
        run.has(
                "overlap",
                hip,
                "n_effective=1947.768923 n_effective_reference=31427.86457 common_support=0.99985 rows_removed=43",
                1e-4);
        run.has("balance", hip + " term=baseline", "smd_before=0.3463169", 1e-6);
        assertThat(Math.abs(Double.parseDouble(
                        run.row("balance", hip + " term=baseline").get("smd_after"))))
                .isLessThan(1e-9);
        ReportRun byRow = data.again("nhs-hip", Map.of("compare.cluster", "patient"));
        byRow.has(CONTRASTS, hip + " model=overlap", "std_error=0.2299676473", 1e-4);
    }

    @Test
    void poolsTheProvidersOfHipReplacements() {
        data.compared("nhs-hip", PublicData.HIP, Map.of())
                .has(
                        "heterogeneity",
                        "window=session measure=oxford_hip by=clinic technique=revision",
                        "n_units=28 estimate=-5.5455623 std_error=0.4959837 ci_low=-6.5632369 ci_high=-4.5278877"
                                + " tau_squared=4.0423969 i_squared=0.6176894 q=70.72457 prediction_low=-9.7945841"
                                + " prediction_high=-1.2965404",
                        1e-4);
    }

    @Test
    void saysHowStrongAnUnrecordedCauseOfTheBackPainTrialWouldHaveToBe() {
        data.compared("ashar", PublicData.ASHAR, Map.of())
                .has(
                        "e_values",
                        "measure=back_pain window=episode technique=reprocessing",
                        "e_value=6.110725506 e_value_limit=4.556561023");
    }

    /** Each definition of a response, and every randomised patient in the denominator. */
    @Test
    void countsRespondersOfTheBackPainTrialByEachDefinition() {
        ReportRun run = data.compared("ashar", PublicData.ASHAR, Map.of());
        Map<String, int[]> expected = Map.of(
                "mcid", new int[] {34, 13, 8},
                "attainable", new int[] {34, 13, 8},
                "percent_30", new int[] {37, 22, 13},
                "bands", new int[] {39, 27, 18},
                "acceptable", new int[] {41, 29, 31});
        List<String> arms = List.of("reprocessing", "placebo", "usual_care");
        expected.forEach((definition, counts) -> {
            for (int arm = 0; arm < arms.size(); arm++) {
                run.has(
                        "responders",
                        "measure=back_pain missing=available definition=" + definition + " technique=" + arms.get(arm),
                        "responders=" + counts[arm]);
            }
        });
        String attainable = "measure=back_pain missing=available definition=attainable technique=";
        run.has("responders", attainable + "reprocessing", "n_patients=41");
        run.has("responders", attainable + "placebo", "n_patients=42");
        run.has("responders", attainable + "usual_care", "n_patients=45");
        ReportRun painFree = data.again("ashar", Map.of("measures.back_pain.acceptable", "1"));
        String all = "measure=back_pain missing=no_response definition=acceptable technique=";
        painFree.has("responders", all + "reprocessing", "responders=33 n_patients=50");
        painFree.has("responders", all + "placebo", "responders=10 n_patients=51");
        painFree.has("responders", all + "usual_care", "responders=5 n_patients=50");
    }

    private static String where(String measureModelTechnique) {
        String[] parts = measureModelTechnique.split(" ", -1);
        return "window=episode measure=" + parts[0] + " model=" + parts[1] + " technique=" + parts[2];
    }
}
