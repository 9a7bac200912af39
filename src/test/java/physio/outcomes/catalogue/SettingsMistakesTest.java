package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.domain.UserException;

/** Whatever is wrong in settings is said when they are read, with its place and what to do. */
class SettingsMistakesTest {
    private static final String PAIN =
            "measures: {pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patients: {scope: clinic}        | 19 | patients.scope            | must be source or all
            episode: {gap_days: 0}           | 21 | episode.gap_days          | must be at least 1 day
            episode: {gap_days: 1.5}         | 21 | episode.gap_days          | must be a whole number
            episode: {gap_days: soon}        | 21 | episode.gap_days          | must be a number
            episode: {gap_days: 1e999999999} | 21 | episode.gap_days          | must be a number
            attribution: {share: 0.5}        | 22 | attribution.share         | must be above 0.5, so that one technique at most can reach it, and at most 1
            attribution: {share: 1.01}       | 22 | attribution.share         | must be above 0.5, so that one technique at most can reach it, and at most 1
            compare: {case_mix: [sex, kg]}   | 27 | compare.case_mix          | must name columns of age_band, sex, body_region, condition, chronicity, clinic
            compare: {cluster: therapist}    | 20 | compare.cluster           | must be one of [patient, clinic]
            privacy: {profile: open}         | 20 | privacy.profile           | must be one of [internal, public, none]
            ingest: {max_rejected_share: 2}  | 30 | ingest.max_rejected_share | must be from 0 to 1
            ingest: {max_rejected_share: -1} | 30 | ingest.max_rejected_share | must be from 0 to 1
            report: {language: de-DE}        | 20 | report.language           | must be en-GB or a file of texts that ends in .properties
            report: {targets: {pain: two}}   | 26 | report.targets.pain       | must be a number
            report: {targets: {pain: 1e-99}} | 26 | report.targets.pain       | must be a number
            report: {targets: {pian: 2}}     | 20 | report.targets.pian       | must be a measure of the settings, attendance or completeness (did you mean 'pain'?)
            report: {rebase: {2024: move}}   | 19 | report.rebase.2024        | must be a month as YYYY-MM
            report: 5                        | 9  | report                    | must be keys with values
            """)
    void saysWhatAValueMustBe(String yaml, int column, String key, String what) throws IOException {
        refused(PAIN + yaml, "Invalid setting '" + key + "' at FILE:2:" + column + ": it " + what + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            range: [10, 0]         | range           | 18 | must be two numbers, the smaller first
            range: [0, x]          | range           | 18 | must be two numbers, the smaller first
            range: [0]             | range           | 18 | must be two numbers, the smaller first
            step: 3                | step            | 17 | must be above 0, and both ends of the range whole numbers of it
            step: 0                | step            | 17 | must be above 0, and both ends of the range whole numbers of it
            resolution: 0.000000001 | resolution     | 23 | is too small: the range holds more than a thousand million of it
            step: 1, resolution: 0.1 | resolution    | 20 | cannot stand beside step: keep step for a grid, or resolution for a continuous scale
            better: bigger         | better          | 19 | must be higher or lower
            timing: monthly        | timing          | 19 | must be session or visit
            patient_level: maybe   | patient_level   | 26 | must be true or false
            acceptable: 10.5       | acceptable      | 23 | must lie in the range
            acceptable: -1         | acceptable      | 23 | must lie in the range
            mcid: {source: x}      | mcid.absolute   | 17 | or one of percent, bands, sd must be given, and only one
            mcid: {absolute: 1, sd: 1} | mcid.absolute | 28 | or one of percent, bands, sd must be given, and only one
            mcid: {absolute: 0}    | mcid.absolute   | 28 | must be above 0
            mcid: {percent: -30}   | mcid.percent    | 27 | must be above 0
            mcid: {sd: 0}          | mcid.sd         | 22 | must be above 0
            mcid: {bands: [{value: 1}]} | mcid.bands.up_to | 26 | is missing
            mcid: {bands: [{up_to: 4, value: 0}]} | mcid.bands.value | 44 | must be above 0
            mcid: {bands: [{up_to: 4, value: 1}, {up_to: 4, value: 2}]} | mcid.bands | 48 | must come after the bands with a smaller up_to, each up_to once
            mcid: {bands: 4}       | mcid.bands      | 25 | must be a list
            """)
    void saysWhatAMeasureMustBe(String change, String key, int column, String what) throws IOException {
        Path base = written("base.yaml", PAIN);
        Path overlay = written("overlay.yaml", "measures: {pain:\n         {" + change + "}}");
        assertThatThrownBy(() -> SettingsReader.read(List.of(base, overlay), Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid setting 'measures.pain." + key + "' at " + overlay + ":2:" + column + ": it "
                        + what + ".");
    }

    @Test
    void aMistakeBelowAnOverlayIsSoughtInTheFileThatMadeIt() throws IOException {
        Path base = written("base.yaml", PAIN + "episode:\n  gap_days: 0\n");
        Path overlay = written("overlay.yaml", "privacy: {profile: none}");
        assertThatThrownBy(() -> SettingsReader.read(List.of(base, overlay), Map.of()))
                .hasMessage("Invalid setting 'episode.gap_days' at " + base + ":3:13: it must be at least 1 day.");
    }

    @Test
    void codesAreCheckedBecauseTheyBecomeColumnsAndLevels() throws IOException {
        refused(
                "measures: {Pain: {unit: x}}",
                "Invalid measure 'Pain' at FILE:1:18 (must be lower-case letters, digits and _, 32 at most).");
        refused(
                "techniques: {mixed: {label: x}}",
                "Invalid technique 'mixed' at FILE:1:21 (must be letters, digits, _ or -, and none of all, combined,"
                        + " mixed, unknown).");
    }

    /** The one would be counted as the other, whichever stands last. */
    @Test
    void noTwoTechniquesShareAName() throws IOException {
        refused(
                "techniques:\n  dtm: {label: Deep}\n  tdt: {label: Thai, synonyms: [DEEP]}\n",
                "Invalid setting 'techniques.tdt' at FILE:3:3: it cannot have the code, label or synonym 'DEEP', which"
                        + " dtm has already.");
        assertThat(SettingsReader.parse("techniques: {dtm: {label: DTM, synonyms: [dtm]}}")
                        .techniques())
                .hasSize(1);
    }

    private final Path folder;

    SettingsMistakesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void refused(String yaml, String message) throws IOException {
        Path file = written("settings.yaml", yaml);
        assertThatThrownBy(() -> SettingsReader.read(List.of(file), Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage(message.replace("FILE", file.toString()));
    }

    private Path written(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}
