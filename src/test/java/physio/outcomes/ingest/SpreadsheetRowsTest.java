package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet made of values, and what it may make of them; each test is named with its row of INPUTS.md. */
class SpreadsheetRowsTest {
    private final Deliveries deliveries;

    SpreadsheetRowsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.31E+13",
                "1.2E+05",
                "2E+13",
                "1,5e13",
                "#REF!",
                "#N/A",
                "#NAME?",
                "#DIV/0!",
                "#BEZUG!",
                "#NV",
                "####",
                "2-Sep",
                "02. Sep",
                "Sep-02",
                "1-Mrz-24"
            })
    void row36QuarantinesDamageInEveryKindOfColumn(String text) {
        assertThat(reasons("session_id", text)).containsExactly("1 session_id damaged_id");
        assertThat(reasons("patient_id", text)).containsExactly("1 patient_id damaged_id");
        assertThat(reasons("episode_id", text)).containsExactly("1 episode_id damaged_id");
        assertThat(reasons("practitioner_id", text)).containsExactly("1 practitioner_id damaged_id");
        assertThat(reasons("session_date", text)).containsExactly("1 session_date bad_date");
        assertThat(reasons("technique", text)).containsExactly("1 technique unknown_technique");
        assertThat(reasons("body_region", text)).containsExactly("1 body_region unknown_region");
        assertThat(reasons("clinic_id", text)).containsExactly("1 clinic_id damaged_code");
        assertThat(reasons("condition", text)).containsExactly("1 condition damaged_code");
        assertThat(reasons("age_band", text)).containsExactly("1 age_band damaged_code");
        assertThat(reasons("visit", text)).containsExactly("1 visit damaged_code");
        assertThat(reasons("pain_before", text)).containsExactly("1 pain_before bad_number");
        assertThat(reasons("duration_min", text)).containsExactly("1 duration_min bad_number");
    }

    @Test
    void row36ADayAsASpreadsheetCountsItIsNoDate() {
        assertThat(reasons("session_date", "45213")).containsExactly("1 session_date bad_date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P2E13", "2E13", "#12", "1.5", "#", "Sep", "12-34", "2-Se", "A2-Sep", "Mar-x", "2-Sep-", "1.E5"})
    void row36TakesIdsThatOnlyLookOdd(String id) {
        assertThat(reasons("patient_id", id)).isEmpty();
    }

    /** Ids are kept as keys only; codes that a page or a spreadsheet could run are refused by their form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "file:///etc/passwd",
                "&#x3c;b&#x3e;",
                "@SUM(A1)"
            })
    void row48TextThatSomethingCouldRunIsNeverStored(String text) {
        for (String column : new String[] {
            "clinic_id", "condition", "chronicity", "age_band", "sex", "visit", "adverse_event", "attendance"
        }) {
            assertThat(reasons(column, text)).containsExactly("1 " + column + " bad_code");
        }
        assertThat(reasons("technique", text)).containsExactly("1 technique unknown_technique");
        assertThat(reasons("body_region", text)).containsExactly("1 body_region unknown_region");
    }

    @ParameterizedTest
    @CsvSource({"session_id, =1+1", "patient_id, <script>", "episode_id, file://x", "practitioner_id, &#x41;"})
    void row48AsAnIdItIsKeptAsAKeyOnly(String column, String text) {
        Session session = OneRecord.with(deliveries, column, text).session();
        assertThat(session.toString()).doesNotContain(text);
    }

    private List<String> reasons(String column, String text) {
        return OneRecord.with(deliveries, column, text).reasons();
    }
}
