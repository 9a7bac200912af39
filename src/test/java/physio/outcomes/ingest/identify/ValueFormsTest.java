package physio.outcomes.ingest.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values identify people; each test is named with its row of INPUTS.md. */
class ValueFormsTest {

    @ParameterizedTest
    @CsvSource({
        "jane.doe@example.org, EMAIL",
        "' jane@example.org ', EMAIL",
        "+44 7700 900123, PHONE",
        "+49(0)30/1234567, PHONE",
        "0049 30 1234567, PHONE",
        "(020) 7946 0018, PHONE",
        "030/1234567, PHONE",
        "07700 900123, PHONE",
        "07700900123, PHONE_DIGITS",
        "015112345678, PHONE_DIGITS",
        "SW1A 1AA, POSTCODE",
        "m1 1ae, POSTCODE",
        "CR26XH, POSTCODE_JOINED",
        "9434765919, NHS_NUMBER",
        "943 476 5919, NHS_NUMBER",
        "1954-03-12, BIRTH_DATE",
        "12.03.1954, BIRTH_DATE",
        "12/03/1989, BIRTH_DATE",
        "1954-03-12T00:00:00, BIRTH_DATE"
    })
    void row47KnowsTheFormsOfIdentifiers(String text, ValueForm form) {
        assertThat(ValueForms.of(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C09",
                "7",
                "S000045",
                "P000007",
                "2024-05-01",
                "01/05/2024",
                "01.05.2024",
                "1990-01-01",
                "30-39",
                "deep_tissue",
                "attended",
                "low_back",
                "9434765918",
                "0000012345",
                "00000012345",
                "01-2024-00123",
                "3-14",
                "a.csv#12",
                "user@host",
                "@home",
                "2018/19",
                "0.636405568",
                "-12345.678",
                "2.31E+13",
                "A-1234B",
                "+0 000 000 000",
                "123456789012",
                "     ",
                "1234567890123456",
                "0af3-22b1-9c01",
                "botulinum_10000"
            })
    void row47LeavesIdsDatesAndCodesAlone(String text) {
        assertThat(ValueForms.of(text)).isNull();
    }

    /** The check digit lets one number in eleven through: far fewer than half. */
    @Test
    void row47FewRandomNumbersPassTheCheckOfNhsNumbers() {
        Random random = new Random(1);
        long valid = random.longs(11_000, 1_000_000_000L, 10_000_000_000L)
                .filter(number -> NhsNumbers.isOne(String.valueOf(number)))
                .count();
        assertThat(valid).isBetween(850L, 1150L);
    }
}
