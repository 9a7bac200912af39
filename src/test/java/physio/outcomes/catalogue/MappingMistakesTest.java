package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

/** Whatever is wrong in a mapping is said when it is loaded, with its place and what to do. */
class MappingMistakesTest {
    private static final Settings SETTINGS = SettingsReader.parse("""
            measures: {pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}}
            techniques: {dtm: {label: Deep tissue, synonyms: [deep]}, mfr: {}}
            regions: {neck: {}, knee: {}}
            """);
    private static final String NEEDED = """
            columns:
              session_id: {row: true}
              patient_id: {from: id}
              clinic_id: {constant: C01}
              session_date: {from: day}
              technique: {from: treat}
            """;

    @Test
    void anUnknownColumnNamesItsPlaceAndTheNearestOne() {
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + "  pain_befor: {from: vas}", "m.yaml", SETTINGS))
                .isInstanceOfSatisfying(
                        UserException.class,
                        wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Unknown canonical column 'pain_befor' at m.yaml:7:3; did you mean 'pain_before'?"
                        + " A score column needs its measure in the settings.");
    }

    @Test
    void aNeededColumnMustBeMapped() {
        assertThatThrownBy(() -> MappingReader.parse("columns: {session_id: {row: true}}", "m.yaml", SETTINGS))
                .hasMessage("Incomplete mapping m.yaml: the needed column 'patient_id' is not mapped; add it below"
                        + " columns.");
    }

    @Test
    void anUnknownKeyNamesItsPlaceAndTheNearestOne() {
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + "  visit: {from: v, valeus: {a: b}}", "m.yaml", SETTINGS))
                .hasMessage("Unknown setting 'columns.visit.valeus' at m.yaml:7:20; did you mean 'values'? Known there:"
                        + " aliases, band, constant, flags, format, from, join, missing, no, optional, origin, row,"
                        + " scale, unit, values, yes.");
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + "wehre: {a: b}", "m.yaml", SETTINGS))
                .hasMessage("Unknown setting 'wehre' at m.yaml:7:1; did you mean 'where'? Known there: columns, csv,"
                        + " ignore, where.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            csv: {delimiter: ';;'}      | 18 | delimiter  | must be one character (a tab is "\\t", in double quotes)
            csv: {delimiter: '"'}       | 18 | delimiter  | cannot be a quote or a line end: these have a meaning of their own
            csv: {delimiter: "§"}       | 18 | delimiter  | must be a character of ASCII, such as ; or a tab
            csv: {delimiter: "→"}       | 18 | delimiter  | must be a character of ASCII, such as ; or a tab
            csv: {delimiter: "\\0"}     | 18 | delimiter  | must be a character of ASCII, such as ; or a tab
            csv: {delimiter: "\\n"}     | 18 | delimiter  | cannot be a quote or a line end: these have a meaning of their own
            csv: {decimal: ';'}         | 16 | decimal    | must be . or ,
            csv: {decimal: ","}         | 16 | decimal    | makes ',' both delimiter and decimal mark; change one of both
            csv: {delimiter: "."}       | 18 | delimiter  | makes '.' both delimiter and decimal mark; change one of both
            csv: {charset: latin}       | 16 | charset    | must be a character set that Java knows, such as UTF-8 or windows-1252
            csv: {skip_lines: some}     | 19 | skip_lines | must be a number
            csv: {skip_lines: -1}       | 19 | skip_lines | must be from 0 to 1000
            """)
    void saysHowAFileCannotBeWritten(String yaml, int column, String key, String what) {
        assertThatThrownBy(() -> MappingReader.parse(yaml, "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid setting 'csv." + key + "' at m.yaml:1:" + column + ": it " + what + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            visit         | {values: {a: b}}                   | 10 | from   | or one of constant, row, flags must be given, and only one
            visit         | {from: a, row: true}               | 17 | from   | or one of constant, row, flags must be given, and only one
            visit         | {row: false}                       | 16 | row    | must be true; use from or constant otherwise
            visit         | {from: []}                         | 17 | from   | must name a column of the file
            visit         | {from: [a, b, a]}                  | 24 | from   | names the column 'a' twice; remove one of both
            visit         | {from: a, join: "/"}               | 20 | join   | joins several columns, but from names one; name them all or remove join
            visit         | {from: [a, b], aliases: [c]}       | 25 | aliases | are for one column, but from joins several; remove them
            visit         | {from: a, aliases: [b, a]}         | 33 | aliases | names the column 'a' twice; remove one of both
            visit         | {constant: " "}                    | 21 | constant | must be a value; leave the column out when there is none
            visit         | {constant: a, optional: true}      | 24 | optional | goes with from only; remove it
            visit         | {from: a, yes: [x]}                | 20 | yes    | goes with flags only; remove it
            visit         | {flags: {a: dtm}, yes: [x]}        | 11 | flags  | is for technique only; use from
            visit         | {from: a, format: dd.MM.yyyy}      | 20 | format | is for session_date only, since no other column is a date; remove it
            visit         | {from: a, scale: 0.1}              | 20 | scale  | is for score columns only, such as pain_before; remove it
            visit         | {from: a, band: 10}                | 20 | band   | is for age_band only; remove it
            age_band      | {from: a, band: 5}                 | 29 | band   | must be 10, since ages are kept in bands of ten years
            age_band      | {from: a, values: {x: 30-40}}      | 35 | values.x | must be an age band in tens, such as 40-49 or 90+
            pain_before   | {from: a, scale: big}              | 33 | scale  | must be a number
            pain_before   | {from: a, scale: 0}                | 33 | scale  | must be above 0
            body_region   | {from: a, values: {x: nek}}        | 38 | values.x | must be one of neck, knee (did you mean 'neck'?)
            attendance    | {constant: absent}                 | 26 | constant | must be one of attended, cancelled, did_not_attend
            """)
    void saysHowAColumnCannotBeMade(String column, String yaml, int at, String key, String what) {
        refused(NEEDED + "  " + column + ": " + yaml, column, 7, at, key, what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            session_date | {from: a, format: bb}                     | 35 | format | must be a date pattern with day, month and year, such as dd.MM.yyyy
            session_date | {from: a, format: MM.yyyy}                | 35 | format | must be a date pattern with day, month and year, such as dd.MM.yyyy
            session_date | {from: a, format: dd.mm.yyyy}             | 35 | format | must be a date pattern with day, month and year, such as dd.MM.yyyy
            session_date | {from: a, origin: x}                      | 35 | origin | must be a date as YYYY-MM-DD
            session_date | {from: a, origin: 2000-01-01, unit: years} | 53 | unit  | must be days or weeks
            session_date | {from: a, unit: weeks}                    | 27 | unit   | goes with origin only, the day that is counted from; add origin or remove unit
            session_date | {from: a, format: dd.MM.yyyy, origin: 2000-01-01} | 47 | origin | cannot stand beside format: a date is written out or counted; remove one
            session_date | {from: a, values: {x: 1.5.2024}}          | 39 | values.x | must be a date as YYYY-MM-DD, or as format says
            clinic_id    | {constant: Praxis am Markt}               | 25 | constant | must be letters, digits, _ or -, and none of all, combined, mixed, unknown
            clinic_id    | {from: a, values: {x: all}}               | 36 | values.x | must be letters, digits, _ or -, and none of all, combined, mixed, unknown
            technique    | {from: a, values: {x: dep}}               | 36 | values.x | must be a technique of the catalogue (did you mean 'deep'?); correct it, or add the technique to the settings
            technique    | {from: a, values: {x: dtm+cupping}}       | 36 | values.x | must be a technique of the catalogue; correct it, or add the technique to the settings
            technique    | {from: a, values: {x: "?"}}               | 36 | values.x | must be a technique of the catalogue; correct it, or add the technique to the settings
            technique    | {constant: dtn}                           | 25 | constant | must be a technique of the catalogue (did you mean 'dtm'?); correct it, or add the technique to the settings
            technique    | {flags: {A: dtn}, yes: [x]}               | 26 | flags.A | must be a technique of the catalogue (did you mean 'dtm'?); correct it, or add the technique to the settings
            technique    | {flags: {A: dtm}}                         | 14 | yes    | must list the texts that mean yes, such as [ja, x]; empty means no by itself
            technique    | {flags: {A: dtm}, yes: [x, ja], no: [JA]} | 50 | no     | holds 'ja', which yes holds too; remove it from one of both
            technique    | {flags: {A: dtm}, yes: [x], values: {a: b}} | 42 | values | has nothing to do beside flags; remove it
            technique    | {flags: {}, yes: [x]}                     | 22 | flags  | must name columns of the file with the technique of each
            """)
    void saysHowANeededColumnCannotBeMade(String column, String yaml, int at, String key, String what) {
        int line = NEEDED.substring(0, NEEDED.indexOf("  " + column)).split("\n", -1).length;
        String changed = NEEDED.replaceFirst("(?m)^  " + column + ": .*$", "  " + column + ": " + yaml);
        refused(changed, column, line, at, key, what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            where: {a: []}        | 12 | where.a | must list the values whose rows are kept, such as ["1"]
            where: {a: }          | 11 | where.a | must list the values whose rows are kept, such as ["1"]
            ignore: [notes, treat] | 17 | ignore | names 'treat', which technique is made from; remove it from one of both
            ignore: id            | 9  | ignore  | names 'id', which patient_id is made from; remove it from one of both
            """)
    void saysWhichRowsAndColumnsCannotBeChosen(String yaml, int at, String key, String what) {
        assertThatThrownBy(() -> MappingReader.parse(NEEDED + yaml, "m.yaml", SETTINGS))
                .hasMessage("Invalid setting '" + key + "' at m.yaml:7:" + at + ": it " + what + ".");
    }

    private static void refused(String yaml, String column, int line, int at, String key, String what) {
        assertThatThrownBy(() -> MappingReader.parse(yaml, "m.yaml", SETTINGS))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid setting 'columns." + column + "." + key + "' at m.yaml:" + line + ":" + at
                        + ": it " + what + ".");
    }
}
