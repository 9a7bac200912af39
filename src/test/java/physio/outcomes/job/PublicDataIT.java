package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** Public data from file to the tables of a comparison, against numbers that R computed (data/README.md beside the project). */
@ExtendWith(SparkTest.class)
class PublicDataIT {
    private static final String OUTCOMES = "technique_outcomes";
    private static final String CONTRASTS = "technique_comparison";

    private final PublicData data;

    PublicDataIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark).isNotNull();
        this.data = new PublicData(folder);
    }

    @Test
    void describesTheBackPainTrial() {
        ReportRun run = data.compared("ashar", PublicData.ASHAR, Map.of());
        outcome(
                run,
                "back_pain reprocessing",
                "n_patients=44 baseline_mean=4.022727273 baseline_sd=1.517167440"
                        + " follow_up_mean=1.181818182 follow_up_sd=1.244013147 change_mean=-2.840909091"
                        + " change_sd=1.627427444 improvement_mean=2.840909091 improved=34");
        outcome(
                run,
                "back_pain placebo",
                "n_patients=44 baseline_mean=3.886363636 baseline_sd=1.512981180"
                        + " follow_up_mean=2.840909091 follow_up_sd=1.641655175 change_mean=-1.045454545"
                        + " change_sd=1.461992038 improved=13");
        outcome(
                run,
                "back_pain usual_care",
                "n_patients=47 baseline_mean=3.510638298 baseline_sd=1.427560102"
                        + " follow_up_mean=3.127659574 follow_up_sd=1.453885667 change_mean=-0.3829787234"
                        + " change_sd=1.074470375 improved=8");
        outcome(
                run,
                "odi reprocessing",
                "n_patients=44 follow_up_mean=10.13636364 follow_up_sd=10.63034469 change_mean=-14.09090909");
        outcome(
                run,
                "odi placebo",
                "n_patients=44 follow_up_mean=19 follow_up_sd=11.06849709 change_mean=-2.909090909");
        outcome(
                run,
                "odi usual_care",
                "n_patients=47 follow_up_mean=20.68085106 follow_up_sd=10.68340115 change_mean=-1.234042553");
        outcome(
                run,
                "promis_sleep reprocessing",
                "n_patients=44 follow_up_mean=17.72727273 follow_up_sd=6.752651973 change_mean=-4.136363636");
        outcome(
                run,
                "promis_sleep placebo",
                "n_patients=44 follow_up_mean=20.5 follow_up_sd=6.166300010 change_mean=-1.659090909");
        outcome(
                run,
                "promis_sleep usual_care",
                "n_patients=47 follow_up_mean=20.89361702 follow_up_sd=6.022544755 change_mean=-1.404255319");
        outcome(
                run,
                "back_pain reprocessing",
                "risk_difference=0.6025145068 rd_ci_low=0.4087136591 rd_ci_high=0.7305365587");
        outcome(
                run,
                "back_pain placebo",
                "risk_difference=0.1252417795 rd_ci_low=-0.0484894575 rd_ci_high=0.2930288359");
    }

    @Test
    void comparesTheArmsOfTheBackPainTrial() {
        ReportRun run = data.compared("ashar", PublicData.ASHAR, Map.of());
        contrast(
                run,
                "back_pain crude reprocessing",
                "estimate=2.457930368 std_error=0.2911182694 ci_low=1.882149"
                        + " ci_high=3.033712 df=134 n_patients=44 n_patients_reference=47");
        contrast(run, "back_pain crude placebo", "estimate=0.6624758221 std_error=0.2704439906");
        run.has(CONTRASTS, where("back_pain hedges_g reprocessing"), "estimate=1.779214638");
        run.has(CONTRASTS, where("back_pain hedges_g reprocessing"), "ci_low=1.291549998 ci_high=2.259667091", 1e-4);
        contrast(
                run,
                "back_pain ancova reprocessing",
                "estimate=2.220146037 std_error=0.2451914572 ci_low=1.735200 ci_high=2.705092");
        contrast(run, "back_pain ancova placebo", "estimate=0.488010832 std_error=0.2535912375 p_holm=0.05642425");
        contrast(run, "odi ancova reprocessing", "estimate=12.37271228 std_error=1.394091177");
        contrast(
                run,
                "promis_sleep ancova reprocessing",
                "estimate=2.905561103 std_error=1.019379971 p_holm=0.01011737");
        run.has(
                "model_terms",
                "measure=back_pain model=ancova term=techniquereprocessing",
                "estimate=-2.220146037 std_error=0.2451914572");
        String means = "measure=back_pain technique=";
        run.has("adjusted_means", means + "reprocessing", "follow_up_adjusted_mean=1.062512498 std_error=0.1863892");
        run.has("adjusted_means", means + "placebo", "follow_up_adjusted_mean=2.794647703 std_error=0.2025734");
        run.has("adjusted_means", means + "usual_care", "follow_up_adjusted_mean=3.282658535 std_error=0.1591586");
        assertThat(run.page()).contains("+2.22", "1.74 to 2.71", "Not protected: figures of small groups");
    }

    /** The same deliveries under another smallest difference that matters: thirty percent of baseline, and by bands of it. */
    @Test
    void countsRespondersOfTheBackPainTrialByEachForm() {
        data.compared("ashar", PublicData.ASHAR, Map.of());
        ReportRun percent = data.again("ashar", Map.of("measures.back_pain.mcid", "{percent: 30}"));
        outcome(percent, "back_pain reprocessing", "improved=37");
        outcome(percent, "back_pain placebo", "improved=22");
        outcome(percent, "back_pain usual_care", "improved=13");
        ReportRun bands = data.again(
                "ashar",
                Map.of(
                        "measures.back_pain.mcid",
                        "{bands: [{up_to: 4, value: 1}, {up_to: 7, value: 2}, {up_to: 10, value: 3}]}"));
        outcome(bands, "back_pain reprocessing", "improved=39");
        outcome(bands, "back_pain placebo", "improved=27");
        outcome(bands, "back_pain usual_care", "improved=18");
    }

    @Test
    void describesTheDystoniaTrial() {
        ReportRun run = data.compared("cdystonia", PublicData.CDYSTONIA, Map.of());
        outcome(
                run,
                "twstrs botulinum_10000",
                "n_patients=37 baseline_mean=46.91891892 change_mean=1.324324324"
                        + " change_sd=7.817551670 change_median=2 change_q1=-5 change_q3=6 srm=-0.169403975"
                        + " hodges_lehmann=1 hl_ci_low=-1.5 hl_ci_high=3.5 improved=0 improved_ci_low=0"
                        + " improved_ci_high=0.09405783 deteriorated=4");
        outcome(
                run,
                "twstrs botulinum_5000",
                "n_patients=36 baseline_mean=46.41666667 change_mean=-0.888888889"
                        + " change_sd=7.629932701 change_median=-1.5 change_q1=-5 change_q3=4 srm=0.116500226"
                        + " hodges_lehmann=-1 hl_ci_low=-3.5 hl_ci_high=1.5 improved=4 improved_ci_low=0.04406640"
                        + " improved_ci_high=0.25314808 deteriorated=4");
        outcome(
                run,
                "twstrs placebo",
                "n_patients=35 baseline_mean=43.77142857 change_mean=-0.314285714"
                        + " change_sd=10.961889673 change_median=2 change_q1=-4 change_q3=6 srm=0.028670761"
                        + " hodges_lehmann=1 hl_ci_low=-2 hl_ci_high=3.5 improved=5 improved_ci_low=0.06260231"
                        + " improved_ci_high=0.29375554 deteriorated=4");
    }

    @Test
    void comparesTheLastVisitsOfTheDystoniaTrial() {
        ReportRun run = data.compared("cdystonia", PublicData.CDYSTONIA, Map.of());
        run.has(CONTRASTS, where("twstrs hedges_g botulinum_10000"), "estimate=-0.1710612141");
        run.has(CONTRASTS, where("twstrs hedges_g botulinum_10000"), "ci_low=-0.6285017317 ci_high=0.2875944935", 1e-4);
        run.has(CONTRASTS, where("twstrs hedges_g botulinum_5000"), "estimate=0.06033096115");
        run.has(CONTRASTS, where("twstrs hedges_g botulinum_5000"), "ci_low=-0.4001742015 ci_high=0.5204000015", 1e-4);
        contrast(run, "twstrs ancova botulinum_10000", "estimate=-2.079212008 std_error=2.378872195");
        contrast(run, "twstrs ancova botulinum_5000", "estimate=0.204309072 std_error=2.357195236");
    }

    /** Errors cluster by provider; age band and sex are missing in the same rows, so one column says nothing new. */
    @Test
    void comparesHipReplacements() {
        ReportRun run = data.compared("nhs-hip", PublicData.HIP, Map.of());
        String session = "clinic_id=all window=session measure=";
        run.has(
                OUTCOMES,
                session + "oxford_hip technique=primary",
                "n_patients=38432 baseline_mean=17.41996253"
                        + " baseline_sd=8.061084164 follow_up_mean=40.11448793 improvement_mean=22.6945254"
                        + " change_sd=9.859888212 change_median=24 change_q1=17 change_q3=30 improved=36668"
                        + " improved_ci_low=0.9519627849 improved_ci_high=0.9561479440 deteriorated=331");
        run.has(
                OUTCOMES,
                session + "oxford_hip technique=revision",
                "n_patients=1951 baseline_mean=20.85289595"
                        + " baseline_sd=11.469173425 follow_up_mean=34.77293696 improvement_mean=13.9200410"
                        + " change_sd=12.130350290 change_median=14 change_q1=6 change_q3=23 improved=1516"
                        + " improved_ci_low=0.7580335828 improved_ci_high=0.7949524382 deteriorated=105");
        run.has(
                OUTCOMES,
                session + "eq_vas technique=primary",
                "n_patients=34191 change_mean=14.41534322 change_sd=23.61443775");
        run.has(OUTCOMES, session + "eq_vas technique=revision", "n_patients=1722 change_mean=7.881533101");
        String ancova = "window=session measure=oxford_hip model=ancova ";
        run.has(CONTRASTS, ancova + "technique=revision", "estimate=-6.209576312 std_error=0.289372561");
        run.has("model_terms", ancova + "term=baseline", "estimate=0.2869965309 std_error=0.007840062761");
        assertThat(run.row(CONTRASTS, ancova + "technique=revision").get("note"))
                .isEqualTo("dropped as aliased: sexmissing");
        assertThat(run.row("model_terms", ancova + "term=sexmissing").get("note"))
                .isEqualTo("dropped: the columns before it say the same");
        assertThat(run.row("model_terms", ancova + "term=sexmissing").get("estimate"))
                .isEmpty();
    }

    /** The row of all clinics over the episode. */
    private static void outcome(ReportRun run, String measureAndTechnique, String figures) {
        String[] parts = measureAndTechnique.split(" ", -1);
        run.has(OUTCOMES, "clinic_id=all window=episode measure=" + parts[0] + " technique=" + parts[1], figures);
    }

    private static void contrast(ReportRun run, String measureModelTechnique, String figures) {
        run.has(CONTRASTS, where(measureModelTechnique), figures);
    }

    private static String where(String measureModelTechnique) {
        String[] parts = measureModelTechnique.split(" ", -1);
        return "window=episode measure=" + parts[0] + " model=" + parts[1] + " technique=" + parts[2];
    }
}
