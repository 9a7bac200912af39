package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Rows;

@ExtendWith(SparkTest.class)
class ComparisonTest {
    private static final List<String> STATISTICS =
            List.of("estimate", "std_error", "df", "ci_low", "ci_high", "p_value", "p_holm");

    private final SparkSession spark;

    ComparisonTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Sex and clinic say the same, so the later of them says nothing new. */
    @Test
    void namesAndDropsAliasedColumns() {
        List<ChangeRow> rows = Trial.confounded(60, 1).stream()
                .map(row -> row.clinic(row.sex() == null ? "C0" : "male".equals(row.sex()) ? "C2" : "C1"))
                .toList();
        Comparison comparison = Trial.of(rows).caseMix("sex", "clinic").compared(spark);
        assertThat(note(comparison, "ancova b"))
                .startsWith("dropped as aliased: clinicC1, clinicC2; clinics are fixed effects");
        assertThat(note(comparison, "crude b")).doesNotContain("aliased");
        ResultRow dropped = Rows.row(comparison.table("model_terms"), "pain episode ancova clinicC2");
        assertThat(Rows.figure(comparison.table("model_terms"), dropped, "estimate"))
                .isEqualTo(Figure.BLANK);
        assertThat(Rows.figure(comparison.table("model_terms"), dropped, "note"))
                .isEqualTo(new Text("dropped: the columns before it say the same"));
        Comparison without = Trial.of(rows).caseMix("sex").compared(spark);
        assertThat(number(comparison.table("technique_comparison"), "ancova b", "estimate"))
                .isEqualTo(number(without.table("technique_comparison"), "ancova b", "estimate"));
    }

    @Test
    void takesTheMostUsedTechniqueAsReferenceAndOfEquallyUsedOnesTheFirst() {
        assertThat(reference(arm("b", 5), arm("a", 3))).isEqualTo("b");
        assertThat(reference(arm("b", 3), arm("a", 3))).isEqualTo("a");
        assertThat(reference(arm("mixed", 9), arm("combined", 9), arm("b", 2), arm("c", 1)))
                .isEqualTo("b");
    }

    @Test
    void comparesWithTheReferenceAskedFor() {
        ResultTable outcomes =
                Trial.of(Trial.confounded(60, 1)).against("c").compared(spark).table("technique_comparison");
        assertThat(outcomes.rows())
                .allSatisfy(row -> assertThat(row.key().get(4)).isEqualTo("c"));
        assertThat(outcomes.rows()).extracting(row -> row.key().get(3)).containsOnly("a", "b");
    }

    @Test
    void doesNotCompareArmsOfTooFewPatients() {
        List<ChangeRow> rows = arms(arm("a", 20), arm("b", 20), arm("c", 19));
        ResultTable outcomes = Trial.of(rows).atLeast(20, 0).compared(spark).table("technique_comparison");
        for (String model : List.of("crude", "hedges_g", "ancova")) {
            ResultRow few = row(outcomes, model + " c");
            assertThat(STATISTICS)
                    .allSatisfy(
                            name -> assertThat(Rows.figure(outcomes, few, name)).isEqualTo(Figure.BLANK));
            assertThat(Rows.figure(outcomes, few, "note"))
                    .isEqualTo(new Text("not comparable: an arm has fewer than 20 patients"));
            assertThat(number(outcomes, model + " c", "n_patients")).isEqualTo(19);
            assertThat(number(outcomes, model + " b", "estimate")).isFinite();
        }
    }

    @Test
    void doesNotCompareWithAReferenceThatNobodyHad() {
        Comparison comparison = Trial.of(arms(arm("a", 20), arm("b", 20)))
                .against("z")
                .atLeast(20, 0)
                .compared(spark);
        assertThat(comparison.table("technique_comparison").rows()).hasSize(12);
        assertThat(note(comparison, "crude a")).startsWith("not comparable");
        assertThat(number(comparison.table("technique_comparison"), "crude a", "estimate"))
                .isNaN();
        assertThat(comparison.table("model_terms").rows()).isEmpty();
    }

    @Test
    void reportsCombinedAndMixedWithoutPAndOutsideTheFamily() {
        List<ChangeRow> plain = arms(arm("a", 30), arm("b", 25), arm("c", 20));
        List<ChangeRow> rows = arms(arm("a", 30), arm("b", 25), arm("c", 20), arm("combined", 10), arm("mixed", 10));
        ResultTable outcomes = Trial.of(rows).compared(spark).table("technique_comparison");
        for (String level : List.of("ancova combined", "ancova mixed")) {
            assertThat(number(outcomes, level, "estimate")).isFinite();
            assertThat(number(outcomes, level, "p_value")).isNaN();
            assertThat(number(outcomes, level, "p_holm")).isNaN();
        }
        assertFamilyOfTwo(outcomes);
        assertFamilyOfTwo(Trial.of(plain).compared(spark).table("technique_comparison"));
    }

    /** The smaller of two p is doubled, the larger stays unless the other has come to lie above it. */
    private static void assertFamilyOfTwo(ResultTable outcomes) {
        double b = number(outcomes, "crude b", "p_value");
        double c = number(outcomes, "crude c", "p_value");
        double smaller = Math.min(1, 2 * Math.min(b, c));
        assertThat(number(outcomes, b < c ? "crude b" : "crude c", "p_holm")).isEqualTo(smaller);
        assertThat(number(outcomes, b < c ? "crude c" : "crude b", "p_holm"))
                .isEqualTo(Math.max(smaller, Math.max(b, c)));
    }

    @Test
    void takesAnArmOfOnePatient() {
        ResultTable outcomes =
                Trial.of(arms(arm("a", 6), arm("b", 1))).compared(spark).table("technique_comparison");
        assertThat(number(outcomes, "crude b", "estimate")).isFinite();
        assertThat(number(outcomes, "hedges_g b", "estimate")).isNaN();
    }

    @Test
    void takesAConstantOutcome() {
        List<ChangeRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(ChangeRow.of(i, i % 2 == 0 ? "a" : "b", 40 + i, 35 + i));
        }
        ResultTable outcomes = Trial.of(rows).compared(spark).table("technique_comparison");
        for (String key : List.of("crude b", "ancova b")) {
            assertThat(number(outcomes, key, "estimate")).as(key).isZero();
            assertThat(number(outcomes, key, "std_error")).as(key).isZero();
            assertThat(number(outcomes, key, "p_value")).as(key).isNaN();
            assertThat(number(outcomes, key, "p_holm")).as(key).isNaN();
        }
        assertThat(number(outcomes, "hedges_g b", "estimate")).isNaN();
    }

    @Test
    void givesNoIntervalOfHedgesGForSeveralRowsAPatient() {
        ResultTable outcomes = Trial.of(Trial.confounded(40, 2)).compared(spark).table("technique_comparison");
        assertThat(number(outcomes, "hedges_g b", "estimate")).isFinite();
        assertThat(number(outcomes, "hedges_g b", "ci_low")).isNaN();
    }

    @Test
    void saysSoWhereClustersAreFewOrRowsTooFew() {
        Comparison few = Trial.of(Trial.confounded(60, 1)).byClinic().compared(spark);
        assertThat(note(few, "ancova b")).isEqualTo("approximate: fewer than 40 clusters");
        assertThat(number(few.table("technique_comparison"), "ancova b", "df")).isEqualTo(5);
        Comparison none = Trial.of(arms(arm("a", 1), arm("b", 1))).compared(spark);
        assertThat(note(none, "ancova b")).isEqualTo("not estimable: too few rows or clusters for the model");
    }

    /** A store of one clinic, errors clustered by clinic: there is nothing to estimate them from. */
    @Test
    void saysSoWhereAllRowsAreOneCluster() {
        List<ChangeRow> rows = arms(arm("a", 20), arm("b", 20));
        Comparison comparison = Trial.of(rows).byClinic().compared(spark);
        assertThat(note(comparison, "ancova b")).isEqualTo("not estimable: too few rows or clusters for the model");
        assertThat(number(comparison.table("technique_comparison"), "ancova b", "estimate"))
                .isNaN();
        assertThat(number(comparison.table("technique_comparison"), "hedges_g b", "estimate"))
                .isFinite();
        assertThat(comparison.table("model_terms").rows()).isEmpty();
    }

    /** Its rows are left out of the models, so no other technique may slip into its place. */
    @Test
    void fitsNothingAgainstAReferenceOfTooFewPatients() {
        List<ChangeRow> rows = arms(arm("a", 4), arm("b", 20), arm("c", 20));
        Comparison comparison = Trial.of(rows).against("a").atLeast(2, 5).compared(spark);
        assertThat(comparison.table("model_terms").rows()).isEmpty();
        assertThat(number(comparison.table("technique_comparison"), "ancova b", "estimate"))
                .isNaN();
    }

    @Test
    void leavesTechniquesOfTooFewPatientsOutOfTheModels() {
        List<ChangeRow> rows = arms(arm("a", 20), arm("b", 20), arm("c", 4));
        Comparison with = Trial.of(rows).atLeast(2, 5).compared(spark);
        Comparison without = Trial.of(rows.subList(0, 40)).atLeast(2, 5).compared(spark);
        assertThat(with.table("model_terms")).isEqualTo(without.table("model_terms"));
        assertThat(number(with.table("technique_comparison"), "ancova c", "estimate"))
                .isNaN();
    }

    private String reference(ChangeRow[]... arms) {
        return Objects.requireNonNull(
                Trial.of(arms(arms)).compared(spark).references().get("pain episode"));
    }

    private static ChangeRow[] arm(String technique, int patients) {
        ChangeRow[] rows = new ChangeRow[patients];
        for (int i = 0; i < patients; i++) {
            rows[i] = ChangeRow.of(0, technique, 50 + i * 7 % 13, 40 + i * 5 % 11 - technique.length());
        }
        return rows;
    }

    /** All arms, each row a patient. */
    private static List<ChangeRow> arms(ChangeRow[]... arms) {
        List<ChangeRow> rows = new ArrayList<>();
        Arrays.stream(arms)
                .flatMap(Arrays::stream)
                .forEach(row -> rows.add(ChangeRow.of(rows.size(), row.technique(), row.baseline(), row.followUp())));
        return rows;
    }

    private static ResultRow row(ResultTable outcomes, String modelAndTechnique) {
        return outcomes.rows().stream()
                .filter(row -> (row.key().get(2) + " " + row.key().get(3)).equals(modelAndTechnique))
                .findFirst()
                .orElseThrow();
    }

    private static double number(ResultTable outcomes, String modelAndTechnique, String column) {
        return Rows.number(outcomes, row(outcomes, modelAndTechnique), column);
    }

    private static String note(Comparison comparison, String modelAndTechnique) {
        ResultTable outcomes = comparison.table("technique_comparison");
        return ((Text) Rows.figure(outcomes, row(outcomes, modelAndTechnique), "note")).value();
    }
}
