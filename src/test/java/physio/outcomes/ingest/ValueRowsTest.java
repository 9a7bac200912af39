package physio.outcomes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of single values; each test is named with its row of INPUTS.md. */
class ValueRowsTest {
    private final Deliveries deliveries;

    ValueRowsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void row32RefusesSemicolonsThatAreNotDeclared() {
        assertThat(deliveries.read("session_id;patient_id\ns1;p1\n").refusal())
                .isEqualTo("a.csv has one column only; declare its delimiter in a mapping (csv: {delimiter: \";\"});"
                        + " 'outcomes map' drafts one.");
    }

    @Test
    void row32ReadsSemicolonsAndADecimalCommaByMapping() {
        Session session = deliveries.mapped("""
                        csv: {delimiter: ";", decimal: ","}
                        columns:
                          session_id: {row: true}
                          patient_id: {from: p}
                          clinic_id: {constant: C1}
                          session_date: {constant: 2024-05-01}
                          technique: {constant: dtm}
                          posture_score: {from: angle}
                        """).read("p;angle\np1;12,5\n").session();
        assertThat(session.scores()).containsExactly(null, null, 125);
    }

    @Test
    void row33NeverReadsADecimalCommaAsFifteen() {
        assertThat(reason("pain_before", "\"1,5\"")).isEqualTo("1 pain_before bad_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "01.05.2024", "2024-5-1", "20240501"})
    void row34ReadsADateOnlyAsDeclared(String date) {
        assertThat(reason("session_date", date)).isEqualTo("1 session_date bad_date");
    }

    @Test
    void row34ReadsADeclaredFormat() {
        Session session = deliveries.mapped("""
                        columns:
                          session_id: {row: true}
                          patient_id: {from: p}
                          clinic_id: {constant: C1}
                          session_date: {from: day, format: dd/MM/yyyy}
                          technique: {constant: dtm}
                        """).read("p,day\np1,03/04/2024\n").session();
        assertThat(session.date()).isEqualTo(LocalDate.of(2024, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-31", "2023-02-29", "2024-13-01", "2024-00-10"})
    void row35QuarantinesDaysThatDoNotExist(String date) {
        assertThat(reason("session_date", date)).isEqualTo("1 session_date bad_date");
    }

    @Test
    void row35TakesALeapDay() {
        assertThat(read("session_date", "2024-02-29").session().date()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Inf",
                "-Infinity",
                "1e309",
                "1e0",
                "٣",
                "５",
                "0x5",
                "five",
                "5.",
                "--5",
                "\u22120",
                "１２",
                "5\u00a0"
            })
    void row37QuarantinesWhatIsNoPlainNumber(String text) {
        assertThat(reason("pain_before", text)).isEqualTo("1 pain_before bad_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "+0", "00"})
    void row37NegativeZeroIsZero(String zero) {
        assertThat(read("pain_before", zero).session().scores().get(0)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "pain_before,   10.5, out_of_range",
        "pain_before,   11,   out_of_range",
        "pain_before,   -1,   out_of_range",
        "pain_before,   4.5,  off_grid",
        "posture_score, 80.04, out_of_range",
        "duration_min,  4,    out_of_range"
    })
    void row38QuarantinesScoresThatTheInstrumentCannotGive(String column, String text, String reason) {
        assertThat(reason(column, text)).isEqualTo("1 " + column + " " + reason);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "7.0, 7"})
    void row38TakesBothEndsOfTheRange(String text, int steps) {
        assertThat(read("pain_before", text).session().scores().get(0)).isEqualTo(steps);
    }

    /** Half to even, so that rounding leans neither way: 0.25 → 0.2 and 0.35 → 0.4. */
    @ParameterizedTest
    @CsvSource({"0.25, 2", "0.35, 4", "0.251, 3", "-0.25, -2", "-0.35, -4", "12.3, 123"})
    void roundsToTheResolutionHalfToEven(String text, int steps) {
        Reading reading = read("posture_score", text);
        assertThat(reading.session().scores().get(2)).isEqualTo(steps);
        assertThat(reading.warnings().isEmpty()).isEqualTo(text.equals("12.3"));
    }

    @Test
    void countsWhatWasRounded() {
        assertThat(read("posture_score", "0.25").warnings())
                .containsExactly("holds 1 score that had to be rounded to the resolution");
    }

    @ParameterizedTest
    @CsvSource({"2024-07-01, date_in_future", "1989-12-31, date_before_1990"})
    void row40QuarantinesDatesOutsideTheirLimits(String date, String reason) {
        assertThat(reason("session_date", date)).isEqualTo("1 session_date " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-30", "1990-01-01"})
    void row40TakesTheLimitsThemselves(String date) {
        assertThat(read("session_date", date).session().date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "clinic_id,     all,      reserved_code",
        "clinic_id,     Mixed,    reserved_code",
        "clinic_id,     C 1,      bad_code",
        "body_region,   wing,     unknown_region",
        "attendance,    late,     bad_code",
        "duration_min,  30.5,     bad_number"
    })
    void quarantinesCodesOfTheWrongKind(String column, String text, String reason) {
        assertThat(reason(column, text)).isEqualTo("1 " + column + " " + reason);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "240, 240"})
    void takesTheShortestAndTheLongestSession(String text, int minutes) {
        assertThat(read("duration_min", text).session().durationMin()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-9", "10-19", "80-89", "90+"})
    void takesAgeBandsInTens(String band) {
        assertThat(read("age_band", band).session().ageBand()).isEqualTo(band);
    }

    @ParameterizedTest
    @ValueSource(strings = {"43", "15-24", "90-99", "10-29"})
    void quarantinesOtherAges(String band) {
        assertThat(reason("age_band", band)).isEqualTo("1 age_band bad_code");
    }

    @Test
    void aSessionThatDidNotTakePlaceCarriesNoScore() {
        String header = "session_id,patient_id,clinic_id,session_date,technique,attendance,pain_before\n";
        assertThat(deliveries
                        .read(header + "s1,p1,C1,2024-05-01,dtm,Cancelled,\n")
                        .session()
                        .attendance())
                .isEqualTo(Attendance.CANCELLED);
        assertThat(deliveries
                        .read(header + "s1,p1,C1,2024-05-01,dtm,did_not_attend,4\n")
                        .reasons())
                .containsExactly("1 pain_before score_without_attendance");
    }

    @Test
    void noAdverseEventIsSomethingElseThanNothingWritten() {
        assertThat(read("adverse_event", "none").session().adverseEvent()).isEqualTo("none");
        assertThat(read("adverse_event", "").session().adverseEvent()).isNull();
        assertThat(read("adverse_event", "bruise").session().adverseEvent()).isEqualTo("bruise");
    }

    /** Beyond 200 characters nobody's id is meant; what steers a terminal or the direction of writing is in none. */
    @Test
    void quarantinesIdsThatAreTooLongOrHoldControlCharacters() {
        assertThat(read("patient_id", "p".repeat(200)).tally().stored()).isEqualTo(1);
        for (String id : List.of("p".repeat(201), "p\u0007p", "p\u0085p", "p\u202ep", "p\u200bp", "\"p\np\"")) {
            assertThat(reason("patient_id", id)).isEqualTo("1 patient_id bad_id");
        }
    }

    private String reason(String column, String text) {
        Reading reading = read(column, text);
        assertThat(reading.sessions()).isEmpty();
        assertThat(reading.reasons()).hasSize(1);
        return reading.reasons().get(0);
    }

    /** Reads a good record in which one column has another text. */
    private Reading read(String column, String text) {
        String header = "session_id,patient_id,clinic_id,session_date,technique";
        String record = "s1,p1,C1,2024-05-01,dtm";
        int at = List.of(header.split(",", -1)).indexOf(column);
        if (at < 0) {
            return deliveries.read(header + "," + column + "\n" + record + "," + text + "\n");
        }
        String[] fields = record.split(",", -1);
        fields[at] = text;
        return deliveries.read(header + "\n" + String.join(",", fields) + "\n");
    }
}
