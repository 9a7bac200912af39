package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Mapping.Column;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.RowNumber;

class MappingReaderTest {
    private static final Settings SETTINGS = SettingsReader.parse(
            "measures: {pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}}\n"
                    + "techniques: {dtm: {label: Deep tissue}, mfr: {label: Myofascial release}}");
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
                        new Joined(List.of("site", "id"), "/", false),
                        new Constant("C01"),
                        new From(List.of("week"), false),
                        new From(List.of("treat"), false));
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
                        .isEqualTo(new From(List.of(name), !CanonicalColumns.REQUIRED.contains(name))));
    }

    @Test
    void readsOtherNamesOfAColumn() {
        Mapping mapping = MappingReader.parse(
                NEEDED + "  pain_before: {from: pain_before, aliases: [VAS vorher, vas_pre]}", "m.yaml", SETTINGS);
        assertThat(column(mapping.columns(), "pain_before").origin())
                .isEqualTo(new From(List.of("pain_before", "VAS vorher", "vas_pre"), false));
    }

    @Test
    void readsAColumnForEachTechnique() {
        Mapping mapping = MappingReader.parse(
                NEEDED.replaceFirst(
                        "(?m)^  technique: .*$",
                        "  technique: {flags: {A: dtm, B: Deep Tissue}, yes: [Ja, x], no: [nein]}"),
                "m.yaml",
                SETTINGS);
        assertThat(column(mapping.columns(), "technique").origin())
                .isEqualTo(new Flags(Map.of("A", "dtm", "B", "dtm"), Set.of("ja", "x"), Set.of("nein")));
    }

    private static Column column(Map<String, Column> columns, String name) {
        return columns.getOrDefault(name, Column.of(new Constant("absent")));
    }
}
