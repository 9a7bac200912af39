package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The remarks that {@code physio.outcomes.compare} writes into its tables. */
class NotesTest {
    @AfterEach
    void goBack() {
        Texts.choose(TextFile.english());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not comparable: an arm has fewer than 20 patients",
                "not comparable: an arm has an effective sample size below 20",
                "not comparable: case mix and baseline tell the two techniques apart in all rows",
                "not comparable: after weighting the arms still differ in baseline squared by more than 0.25 standard deviations",
                "not comparable: after weighting the arms still differ in earlier episodes by more than 0.25 standard deviations",
                "not estimable",
                "not estimable: all rows are one cluster",
                "not estimable: no rows of the technique in the model",
                "not estimable: too few rows or clusters for the model",
                "not estimable: fewer than two techniques with enough patients and events",
                "not pooled: fewer than 3 units with 20 patients an arm",
                "regions share patients",
                "no variance between patients: the fit is that of a linear model",
                "no variance between clinics: the fit is that of a linear model",
                "rows without weight: their case mix got one of the two techniques alone; approximate: fewer than 40 clusters",
                "approximate: fewer than 40 clusters; clinics are fixed effects; errors cluster by patient alone"
            })
    void saysInEnglishWhatTheTableSaysAndAllOfItInAnotherLanguage(String note) {
        assertThat(Notes.of(note)).isEqualTo(note);
        Texts.choose(OtherLetters.texts());
        assertThat(Notes.of(note)).doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void leavesTheNamesOfTermsRegionsAndClinics() {
        Texts.choose(OtherLetters.texts());
        assertThat(Notes.of("dropped as aliased: sexmale, C01")).endsWith(": sexmale, C01");
        assertThat(Notes.of("not comparable: after weighting the arms still differ in clinic C01 by more than 0.25"
                        + " standard deviations"))
                .contains(" C01 ")
                .doesNotContain("clinic");
        assertThat(Notes.of("not comparable: after weighting the arms still differ in baseline by body region neck by"
                        + " more than 0.25 standard deviations"))
                .contains(" neck ")
                .doesNotContain("baseline");
    }

    @Test
    void leavesWhatNoTextIsKnownFor() {
        assertThat(Notes.of("")).isEmpty();
        assertThat(Notes.of("seen 3 times: twice in May")).isEqualTo("seen 3 times: twice in May");
    }

    @Test
    void writesNumbersWithTheSignsOfTheLanguage() {
        var texts = OtherLetters.texts();
        texts.put("number.decimal", ",");
        Texts.choose(texts);
        assertThat(Notes.of(
                        "not comparable: after weighting the arms still differ in earlier episodes by more than 0.25"
                                + " standard deviations"))
                .contains("0,25");
    }
}
