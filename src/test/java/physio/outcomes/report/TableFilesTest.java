package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.privacy.PublishedTable;

class TableFilesTest {
    private static SmallTable small() {
        return SmallTable.of("outcomes", "clinic_id technique")
                .columns(Role.PATIENTS, "n_patients")
                .columns(Role.MEAN, "mean sd")
                .columns(Role.TEXT, "note");
    }

    @Test
    void writesAHeaderBlanksAndHiddenRows() {
        PublishedTable table = small().row("C1 dtm", 12, 12, 2.5, Double.NaN, "")
                .row("C1 pnf", 4, 4, 7.5, 1.0, "few")
                .published(PrivacyProfile.INTERNAL);
        assertThat(TableFiles.csv(table)).isEqualTo("""
                        clinic_id,technique,n_patients,mean,sd,note,suppressed
                        C1,dtm,12,2.5,,,false
                        C1,pnf,,,,few,true
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.3333333333333333, 0.333333333333",
        "66666.66666666667, 66666.6666667",
        "-0.0, 0",
        "100, 100",
        "123456789012345.6, 123456789012000",
        "1e-7, 0.0000001",
        "1.5e-30, 1.5E-30",
        "2.5e20, 2.5E+20"
    })
    void writesTwelveSignificantDigits(double value, String text) {
        PublishedTable table = small().row("C1 dtm", 12, 12, value, 1.0, "").published(PrivacyProfile.NONE);
        assertThat(TableFiles.csv(table)).contains("C1,dtm,12," + text + ",1,,false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", " =1+1", "\u00a0=1+1", " \u00a0\t@x"})
    void defusesTextsThatASpreadsheetWouldRun(String text) {
        PublishedTable table = small().row("C1 dtm", 12, 12, 1.0, 1.0, text).published(PrivacyProfile.NONE);
        assertThat(TableFiles.csv(table)).contains("'" + text);
    }

    @Test
    void defusesKeysButNoNumbers() {
        PublishedTable table = small().row("=C1 dtm", 12, 12, -1.5, 1.0, "a=b").published(PrivacyProfile.NONE);
        assertThat(TableFiles.csv(table)).contains("'=C1,dtm,12,-1.5,1,a=b,false");
    }

    @Test
    void quotesWhatWouldBreakALine() {
        PublishedTable table =
                small().row("C1 dtm", 12, 12, 1.0, 1.0, "a, \"b\"").published(PrivacyProfile.NONE);
        assertThat(TableFiles.csv(table)).contains(",\"a, \"\"b\"\"\",false\n");
    }

    @Test
    void writesTheSameForPrograms() throws JsonProcessingException {
        PublishedTable table = small().row("C1 dtm", 12, 12, 0.3333333333333333, Double.NaN, "")
                .row("C1 pnf", 4, 4, 7.5, 1.0, "few")
                .published(PrivacyProfile.INTERNAL);
        String text = TableFiles.json("A title", List.of(table));
        JsonNode root = new ObjectMapper().readTree(text);
        assertThat(root.get("schema_version").asInt()).isEqualTo(1);
        assertThat(root.get("title").asText()).isEqualTo("A title");
        JsonNode rows = root.get("tables").get("outcomes");
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"clinic_id\":\"C1\",\"technique\":\"dtm\",\"n_patients\":12,\"mean\":0.333333333333,"
                        + "\"sd\":null,\"note\":\"\",\"suppressed\":false}");
        assertThat(rows.get(1).get("mean").isNull()).isTrue();
        assertThat(rows.get(1).get("suppressed").asBoolean()).isTrue();
        assertThat(text).doesNotContain("\r").endsWith("}\n");
    }
}
