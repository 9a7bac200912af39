package physio.outcomes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\u00a0=1", "\ufeff=1", "-", "+44 7700"})
    void row48AFormulaGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                ' ', '\t', '\r', '\n', '\u00a0', '\u2007', '\u202f', '\u3000', '\u200b', '\u2060', '\ufeff', '\u202e',
                '\0'
            })
    void row48NoBlankHidesAFormula(char blank) {
        for (String sign : List.of("=", "+", "-", "@")) {
            String text = blank + " " + blank + sign + "cmd";
            assertThat(SpreadsheetText.inert(text)).startsWith("'" + blank);
            assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo(SpreadsheetText.inert(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uff1dcmd",
                "\uff0bcmd",
                "\uff0dcmd",
                "\uff20cmd",
                "\ufe66cmd",
                "\ufe63cmd",
                "\tcmd",
                "\rcmd",
                "\ncmd"
            })
    void row48SignsOfFullWidthTabsAndLineEndsAreDefused(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;=1+1|a;'=1+1", "a; @x;b;+c|a; '@x;b;'+c", "1 to 2; -3 to 4|1 to 2; '-3 to 4", "1; -3|1; -3"})
    void row48NoFormulaBeginsWhereSomeSpreadsheetsPartCells(String text, String inert) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo(inert);
        assertThat(SpreadsheetText.inert(text.replace(';', '\n'))).isEqualTo(inert.replace(';', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b", "7", "<script>", "a; b", "a\nb", "\u22122.5 to 3"})
    void otherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.inert(text)).isEqualTo(text);
        assertThat(SpreadsheetText.inertUnlessNumber(text)).isEqualTo(text);
    }

    @Test
    void aNumberKeepsItsSignWhereItIsWorkedOn() {
        assertThat(SpreadsheetText.inert("-2")).isEqualTo("'-2");
        for (String number : List.of("-2,5", "+4", "-1.5E+20", " -3", "-1,234.5")) {
            assertThat(SpreadsheetText.inertUnlessNumber(number)).isEqualTo(number);
        }
        assertThat(SpreadsheetText.inertUnlessNumber("-2+cmd")).isEqualTo("'-2+cmd");
    }
}
