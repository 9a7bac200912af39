package physio.outcomes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\u00a0=1", "\ufeff=1", "-", "+44 7700"})
    void row48AFormulaGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b", "7", "<script>"})
    void otherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo(text);
        assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo(text);
    }

    @Test
    void aNumberKeepsItsSignWhereItIsWorkedOn() {
        assertThat(SpreadsheetText.inert("-2")).isEqualTo("'-2");
        assertThat(SpreadsheetText.inertUnlessNumber("-2,5")).isEqualTo("-2,5");
    }
}
