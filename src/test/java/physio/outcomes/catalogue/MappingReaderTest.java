package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Mapping.Column;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.RowNumber;
import physio.outcomes.domain.UserException;

class MappingReaderTest {
    private static final Settings SETTINGS = SettingsReader.parse(
            "measures: {pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}}");
    private static final String NEEDED = """
            columns:
              session_id: {row: true}
              patient_id: {from: [site, id], join: "/"}
              clinic_id: {constant: C01}
              session_date: {from: week, origin: 2000-01-03, unit: weeks}
              technique: {from: treat, values: {"1": dtm}, missing: ["0"]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"ashar", "cdystonia", "nhs-hip"})
    void readsTheMappingsThatComeWithTheProgram(String name) throws IOException {
        Path jobs = Path.of("jobs");
        Settings settings = SettingsReader.read(
                List.of(jobs.resolve("outcomes.yaml"), jobs.resolve("mappings/" + name + ".settings.yaml")), Map.of());
        String text = Files.readString(jobs.resolve("mappings/" + name + ".yaml"));
        Mapping mapping = MappingReader.parse(text, name, settings);
        assertThat(mapping.columns().keySet()).containsAll(CanonicalColumns.REQUIRED);
    }

    @Test
    void readsWhereEachColumnComesFrom() {
        Map<String, Column> columns =
                MappingReader.parse(NEEDED, "m.yaml", SETTINGS).columns();
        assertThat(columns.values().stream().map(Column::origin))
                .containsExactly(
                        new RowNumber(),
                        new From(List.of("site", "id"), "/", false),
                        new Constant("C01"),
                        new From(List.of("week"), "-", false),
                        new From(List.of("treat"), "-", false));
        assertThat(column(columns, "session_date").date())
                .hasValue(new Offset(LocalDate.of(2000, 1, 3), ChronoUnit.WEEKS));
        assertThat(column(columns, "technique").values()).isEqualTo(Map.of("1", "dtm"));
        assertThat(column(columns, "technique").missing()).containsExactly("0");
    }

    @Test
    void readsHowTheFileIsWritten() {
        Mapping mapping = MappingReader.parse(NEEDED + """
                          pain_before: {from: vas, scale: 0.1, optional: true}
                          age_band: {from: age, band: 10}
                        csv: {delimiter: ";", charset: windows-1252, decimal: ",", skip_lines: 2, missing: [NA]}
                        where: {is_patient: ["1", "2"]}
                        ignore: [comments]
                        """, "m.yaml", SETTINGS);
        assertThat(mapping.csv())
                .isEqualTo(new Mapping.Csv(';', Charset.forName("windows-1252"), ',', 2, Set.of("NA")));
        assertThat(mapping.where()).isEqualTo(Map.of("is_patient", Set.of("1", "2")));
        assertThat(mapping.ignored()).containsExactly("comments");
        assertThat(mapping.isIgnoringOthers()).isFalse();
        assertThat(column(mapping.columns(), "pain_before").scale()).hasValue(new BigDecimal("0.1"));
        assertThat(column(mapping.columns(), "age_band").band()).hasValue(10);
    }

    @Test
    void aStarLeavesOutAllOtherColumns() {
        Mapping mapping = MappingReader.parse(NEEDED + "ignore: [\"*\"]", "m.yaml", SETTINGS);
        assertThat(mapping.isIgnoringOthers()).isTrue();
        assertThat(mapping.ignored()).isEmpty();
    }

    @Test
    void aCanonicalFileNeedsTheNeededColumnsOnly() {
        Mapping mapping = MappingReader.canonical(SETTINGS);
        assertThat(mapping.columns().keySet()).containsExactlyElementsOf(CanonicalColumns.names(SETTINGS));
        mapping.columns()
                .forEach((name, column) -> assertThat(column.origin())
                        .isEqualTo(new From(List.of(name), "", !CanonicalColumns.REQUIRED.contains(name))));
    }

    @Test
    void aScoreNeedsItsMeasure() {
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + "  pain_befor: {from: vas}", "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessage("Unknown canonical column 'pain_befor' in m.yaml; did you mean 'pain_before'?"
                        + " A score column needs its measure in the settings.");
    }

    @Test
    void aNeededColumnMustBeMapped() {
        assertThatThrownBy(() -> MappingReader.parse("columns: {session_id: {row: true}}", "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessage("Incomplete mapping m.yaml: the needed column 'patient_id' is not mapped.");
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() {
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + "  visit: {from: v, valeus: {a: b}}", "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Unknown setting 'columns.visit.valeus'; did you mean 'values'? Known there: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            csv: {delimiter: ';;'}                 | csv.delimiter       | must be one character
            csv: {charset: latin}                  | csv.charset         | must be a character set that Java knows, such as UTF-8 or windows-1252
            csv: {skip_lines: some}                | csv.skip_lines      | must be a number
            columns: {visit: {values: {a: b}}}     | columns.visit.from  | or one of constant, row must be given, and only one
            columns: {visit: {from: a, row: true}} | columns.visit.from  | or one of constant, row must be given, and only one
            columns: {visit: {from: a, format: bb}} | columns.visit.format | must be a date pattern such as dd.MM.yyyy
            columns: {visit: {from: a, origin: x}} | columns.visit.origin | must be a date as YYYY-MM-DD
            columns: {visit: {from: a, origin: 2000-01-01, unit: years}} | columns.visit.unit | must be days or weeks
            columns: {visit: {from: a, band: 0}}   | columns.visit.band  | must be at least 1
            columns: {visit: {from: a, scale: big}} | columns.visit.scale | must be a number
            """)
    void saysWhatAValueMustBe(String yaml, String key, String what) {
        assertThatThrownBy(() -> MappingReader.parse(yaml, "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid setting '" + key + "' (near line 1): it " + what + ".");
    }

    private static Column column(Map<String, Column> columns, String name) {
        return columns.getOrDefault(name, Column.of(new Constant("absent")));
    }
}
