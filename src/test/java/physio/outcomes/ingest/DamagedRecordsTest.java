package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a damaged record costs: itself. Each test is named with its row of INPUTS.md. */
class DamagedRecordsTest {
    private static final String FIRST = "s1,p1,C1,2024-05-01,dtm,7,4";
    private static final String LAST = "s9,p1,C1,2024-05-09,dtm,6,5";

    private final Deliveries deliveries;

    DamagedRecordsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s\"2,p1,C1,2024-05-02,dtm,7,4",
                "s2\",p1,C1,2024-05-02,dtm,7,4",
                "\"s2\"x,p1,C1,2024-05-02,dtm,7,4",
                "s2,p1,C1,2024-05-02,dtm,7,4\""
            })
    void row20AStrayQuoteCostsItsRecordAlone(String stray) {
        Reading reading = deliveries.read(file(FIRST, stray, LAST));
        assertThat(reading.reasons()).containsExactly("2 stray_quote");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 2, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"s2,p1,C1,2024-05-02,dtm,7,4",
                "s2,p1,C1,2024-05-02,dtm,7,\"4",
                "s2,p1,C1,2024-05-02,dtm,7,\"",
                "\"\"\"s2,p1,C1,2024-05-02,dtm,7,4"
            })
    void row21AQuoteThatIsNeverClosedCostsItsLineAlone(String open) {
        Reading reading = deliveries.read(file(FIRST, open, "s3,p1,C1,2024-05-03,dtm,11,4", LAST));
        assertThat(reading.reasons()).containsExactly("2 stray_quote", "3 pain_before out_of_range");
        assertThat(reading.findings().get(1).line()).isEqualTo(4);
        assertThat(reading.tally()).isEqualTo(new Tally(4, 2, 2, 0, 0));
    }

    @Test
    void row21ReadingResumesThoughALaterFieldIsQuoted() {
        Reading reading =
                deliveries.read(file(FIRST, "\"s2,p1,C1,2024-05-02,dtm,7,4", "s3,p1,\"C1\",2024-05-03,dtm,7,4", LAST));
        assertThat(reading.reasons()).containsExactly("2 stray_quote");
        assertThat(reading.tally()).isEqualTo(new Tally(4, 3, 1, 0, 0));
    }

    @Test
    void row21TheFirstOfThousandsOfLinesAfterAnOpenQuoteIsTheNextRecord() {
        String[] records = IntStream.range(0, 5_000)
                .mapToObj(i -> (i == 1 ? "\"" : "") + "s" + i + ",p1,C1,2024-05-01,dtm,7,4")
                .toArray(String[]::new);
        assertThat(deliveries.read(file(records)).tally()).isEqualTo(new Tally(5_000, 4_999, 1, 0, 0));
    }

    @Test
    void row21AZeroByteAmongTheLinesAfterAnOpenQuoteHidesNone() {
        Reading reading = deliveries.read(file(
                FIRST,
                "s2,p1,C1,2024-05-02,dtm,7,\"4",
                "s3,p1,C1,2024-05-03,dtm,7,4",
                "s\0,p1,C1,2024-05-04,dtm,7,4",
                "s5,p1\",C1,2024-05-05,dtm,7,4",
                LAST));
        assertThat(reading.reasons()).containsExactly("2 stray_quote", "4 nul_byte", "5 stray_quote");
        assertThat(reading.tally()).isEqualTo(new Tally(6, 3, 3, 0, 0));
    }

    @Test
    void row28InvalidUtf8CostsItsRecordAlone() {
        byte[] bytes = file(FIRST, "s2\u00FF,p1,C1,2024-05-02,dtm,7,4", "sä,p1,C1,2024-05-03,dtm,7,4", LAST)
                .getBytes(ISO_8859_1);
        byte[] mixed =
                new String(bytes, ISO_8859_1).replace("ä", "\u00C3\u00A4").getBytes(ISO_8859_1);
        Reading reading = deliveries.read("a.csv", mixed);
        assertThat(reading.reasons()).containsExactly("2 invalid_text");
        assertThat(reading.tally()).isEqualTo(new Tally(4, 3, 1, 0, 0));
    }

    @Test
    void row28ATornCharacterIsNotTakenForAnotherCharacterSet() {
        byte[] torn = file(FIRST, "s\u00C3(,p1,C1,2024-05-02,dtm,7,4", LAST).getBytes(ISO_8859_1);
        assertThat(deliveries.read("a.csv", torn).reasons()).containsExactly("2 invalid_text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s\u00002,p1,C1,2024-05-02,dtm,7,4", "\"s\u00002\",p1,C1,2024-05-02,dtm,7,4"})
    void row29AZeroByteCostsItsRecordAlone(String withZero) {
        Reading reading = deliveries.read(file(FIRST, withZero, LAST));
        assertThat(reading.reasons()).containsExactly("2 nul_byte");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 2, 1, 0, 0));
    }

    @Test
    void aFieldOf64KiBIsReadAndALongerOneIsNot() {
        String header = file().replace("pain_before", "remarks,pain_before");
        Deliveries ignoring = deliveries.mapped("""
                columns:
                  session_id: {from: session_id}
                  patient_id: {from: patient_id}
                  clinic_id: {from: clinic_id}
                  session_date: {from: session_date}
                  technique: {from: technique}
                ignore: [remarks, pain_before, pain_after]
                """);
        for (String quote : List.of("", "\"")) {
            int longest = (64 << 10) - 2 * quote.length();
            Reading reading = ignoring.read(header
                    + ("s1,p1,C1,2024-05-01,dtm," + quote + "x".repeat(longest) + quote + ",7,4\n")
                    + ("s2,p1,C1,2024-05-02,dtm," + quote + "x".repeat(longest + 1) + quote + ",7,4\n")
                    + "s3,p1,C1,2024-05-03,dtm,,7,4\n");
            assertThat(reading.reasons()).containsExactly("2 field_too_long");
            assertThat(reading.tally().stored()).isEqualTo(2);
        }
    }

    @Test
    void aRecordOfAMebibyteIsReadAsOne() {
        String wide = "x".repeat(60_000) + ",";
        String exact = wide.repeat(17) + "x".repeat((1 << 20) - 17 * 60_001);
        assertThat(deliveries.read(file(FIRST, exact, LAST)).reasons()).containsExactly("2 field_count");
    }

    @Test
    void aRecordOfMoreThanAMebibyteIsNotRead() {
        String wide = "x".repeat(60_000) + ",";
        Reading reading = deliveries.read(file(FIRST, wide.repeat(18), LAST));
        assertThat(reading.reasons()).containsExactly("2 record_too_long");
        assertThat(reading.tally()).isEqualTo(new Tally(3, 2, 1, 0, 0));
    }

    @Test
    void aMarkOfBytesDoesNotMoveLinesOrColumns() {
        byte[] marked = ("\uFEFF" + file(FIRST, "s\"2,p1,C1,2024-05-02,dtm,7,4")).getBytes(UTF_8);
        assertThat(deliveries.read("a.csv", marked).findings())
                .containsExactly(new Finding(3, 2, "", ReasonCode.STRAY_QUOTE, null));
    }

    @Test
    void blankLinesAndRowsOfEmptyCellsAreNoRecordsButCountAsLines() {
        Reading reading = deliveries.read(file(FIRST, "", ",,,,,,", ",,,,,,,,,", "s2,p1,C1,2024-05-02,dtm,11,4"));
        assertThat(reading.tally()).isEqualTo(new Tally(2, 1, 1, 0, 0));
        assertThat(reading.findings().get(0).line()).isEqualTo(6);
    }
}
