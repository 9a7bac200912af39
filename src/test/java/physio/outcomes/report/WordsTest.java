package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "1.234, 1.23",
        "-1.236, −1.24",
        "-0.004, 0.00",
        "0.004, 0.00",
        "9.994, 9.99",
        "9.996, 10.0",
        "-9.996, −10.0",
        "-12.34, −12.3",
        "1234.5, 1234.5"
    })
    void writesTwoDecimalsBelowTenAndOneAbove(double value, String text) {
        assertThat(Words.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.5, +1.50", "-1.5, −1.50", "0, 0.00", "0.001, 0.00", "-0.001, 0.00"})
    void signsChangesButNotZero(double value, String text) {
        assertThat(Words.change(OptionalDouble.of(value))).isEqualTo(text);
    }

    @Test
    void groupsThousandsInCounts() {
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(OptionalLong.of(12))).isEqualTo("12");
    }

    @Test
    void writesIntervalsAndShares() {
        assertThat(Words.interval(OptionalDouble.of(-0.5), OptionalDouble.of(12)))
                .isEqualTo("−0.50 to 12.0");
        assertThat(Words.percent(OptionalDouble.of(0.507))).isEqualTo("51%");
        assertThat(Words.percentInterval(OptionalDouble.of(0.094), OptionalDouble.of(1)))
                .isEqualTo("9 to 100%");
    }

    @Test
    void writesSmallPAsBelowAThousandth() {
        assertThat(Words.pValue(OptionalDouble.of(0.000999))).isEqualTo("< 0.001");
        assertThat(Words.pValue(OptionalDouble.of(0.001))).isEqualTo("0.001");
        assertThat(Words.pValue(OptionalDouble.of(1))).isEqualTo("1.000");
    }

    @Test
    void writesMediansAndRatesWithOneDecimalOrNone() {
        assertThat(Words.brief(OptionalDouble.of(7))).isEqualTo("7");
        assertThat(Words.brief(OptionalDouble.of(6.54))).isEqualTo("6.5");
        assertThat(Words.brief(OptionalDouble.of(9.96))).isEqualTo("10");
        assertThat(Words.brief(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void writesADashWhereThereIsNothing() {
        OptionalDouble none = OptionalDouble.empty();
        assertThat(Words.number(none)).isEqualTo("–");
        assertThat(Words.change(none)).isEqualTo("–");
        assertThat(Words.percent(none)).isEqualTo("–");
        assertThat(Words.pValue(none)).isEqualTo("–");
        assertThat(Words.interval(none, OptionalDouble.of(1))).isEqualTo("–");
        assertThat(Words.percentInterval(OptionalDouble.of(1), none)).isEqualTo("–");
        assertThat(Words.count(OptionalLong.empty())).isEqualTo("–");
    }

    @Test
    void doesNotFollowTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Words.number(1234.5)).isEqualTo("1234.5");
            assertThat(Words.count(1_234)).isEqualTo("1,234");
            assertThat(Words.month(YearMonth.of(2024, 5))).isEqualTo("May 2024");
            assertThat(Words.shortMonth(YearMonth.of(2024, 10))).isEqualTo("Oct 24");
        } finally {
            Locale.setDefault(before);
        }
    }
}
