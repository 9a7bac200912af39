package physio.outcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.Settings.Technique;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

class SettingsReaderTest {
    private static final Path JOBS = Path.of("jobs/outcomes.yaml");

    private final Path folder;

    SettingsReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheSettingsThatComeWithTheProgram() {
        Settings settings = SettingsReader.read(List.of(JOBS), Map.of());
        assertThat(settings.measures().keySet())
                .containsExactly("pain", "mobility", "sleep", "function", "stress", "strength", "posture", "swelling");
        assertThat(settings.techniques()).hasSize(8);
        assertThat(settings.regions()).hasSize(8);
        assertThat(settings.compare().reference()).hasValue("effleurage");
        assertThat(settings.episode().gapDays()).isEqualTo(90);
        assertThat(settings.attribution().share()).isEqualTo("0.66");
        assertThat(settings.privacy().profile()).isEqualTo(PrivacyProfile.INTERNAL);
    }

    @Test
    void whatIsLeftOutHasTheDocumentedValue() {
        Settings settings = SettingsReader.parse("");
        assertThat(settings.patients().isOneScope()).isFalse();
        assertThat(settings.episode().gapDays()).isEqualTo(90);
        assertThat(settings.attribution().share()).isEqualTo("0.66");
        assertThat(settings.compare().reference()).isEmpty();
        assertThat(settings.compare().cluster()).isEqualTo(Cluster.PATIENT);
        assertThat(settings.compare().minPatients()).isEqualTo(20);
        assertThat(settings.privacy().profile()).isEqualTo(PrivacyProfile.INTERNAL);
        assertThat(settings.ingest().maxRejectedShare()).isEqualTo("0.05");
    }

    @Test
    void attendanceAndCompletenessHaveTargetsToo() {
        Settings.Report report =
                SettingsReader.parse("report: {targets: {attendance: 92.5}}").report();
        assertThat(report.target("attendance")).hasValue(92.5);
        assertThat(report.target("completeness")).isEmpty();
        assertThatThrownBy(() -> SettingsReader.parse("report: {targets: {attendence: 90}}"))
                .hasMessageContaining("attendance or completeness (did you mean");
    }

    @Test
    void aReportMayBeShortened() {
        Settings.Report report = SettingsReader.parse(
                        "measures: {pain: {unit: points, range: [0, 10], better: lower, timing: visit,"
                                + " mcid: {absolute: 2}}, sleep: {unit: points, range: [0, 21], better: lower, timing: visit, mcid: {absolute: 3}}}\n"
                                + "report: {measures: [sleep, pain], sections: [months, clinics], logo: house.png}")
                .report();
        assertThat(report.shown(Map.of("pain", 1, "sleep", 2, "mobility", 3)).keySet())
                .containsExactly("sleep", "pain");
        assertThat(report.shows("months")).isTrue();
        assertThat(report.shows("techniques")).isFalse();
        assertThat(report.shows("glance")).as("what cannot be left out").isTrue();
        assertThat(report.logo()).hasValue(Path.of("house.png"));
        assertThatThrownBy(() -> SettingsReader.parse("report: {sections: [month]}"))
                .hasMessageContaining("sections")
                .hasMessageContaining("must be of techniques, responders, months");
        assertThatThrownBy(() -> SettingsReader.parse("report: {measures: [pian]}"))
                .hasMessageContaining("must be a measure of the settings");
    }

    @Test
    void tablesLieWhereRenamesAreOneStep() {
        assertThat(SettingsReader.parse("store: {warehouse: 'hdfs://nn:8020/clinics'}")
                        .store()
                        .warehouse())
                .hasValue("hdfs://nn:8020/clinics");
        for (String other : List.of("s3a://bucket/clinics", "clinics", "hdfs:///", "'hdfs://nn'")) {
            assertThatThrownBy(() -> SettingsReader.parse("store: {warehouse: " + other + "}"))
                    .hasMessageContaining("must be a folder with its file system, as hdfs://host:8020/folder");
        }
    }

    @Test
    void anOverlayReplacesOnlyWhatItHolds() throws IOException {
        Path overlay = written("measures: {pain: {label: Worst pain}}\nepisode: {gap_days: 30}\n");
        Settings settings = SettingsReader.read(List.of(JOBS, overlay), Map.of());
        Measure pain = pain(settings);
        assertThat(pain.label()).isEqualTo("Worst pain");
        assertThat(pain.instrument()).isEqualTo("NPRS");
        assertThat(settings.episode().gapDays()).isEqualTo(30);
        assertThat(settings.measures()).hasSize(8);
    }

    @Test
    void anOverlaysMcidReplacesTheOtherFormWhole() throws IOException {
        Path overlay = written("measures: {pain: {mcid: {percent: 30, source: Farrar 2001}}}\n");
        Settings settings = SettingsReader.read(List.of(JOBS, overlay), Map.of());
        assertThat(pain(settings).mcid()).isEqualTo(new Mcid.Percent(new BigDecimal("30"), "Farrar 2001"));
    }

    @Test
    void anOverrideLiesAboveAllFilesAndTheLaterFileAboveTheEarlier() throws IOException {
        Path overlay = written("episode: {gap_days: 30}\nprivacy: {profile: none}\n");
        Settings settings = SettingsReader.read(
                List.of(JOBS, overlay), Map.of("privacy.profile", "public", "compare.case_mix", "[sex]"));
        assertThat(settings.privacy().profile()).isEqualTo(PrivacyProfile.PUBLIC);
        assertThat(settings.episode().gapDays()).isEqualTo(30);
        assertThat(settings.compare().caseMix()).containsExactly("sex");
    }

    @Test
    void readsAllFourFormsOfAMinimalImportantDifference() {
        assertThat(mcid("absolute: 2")).isEqualTo(new Mcid.Absolute(new BigDecimal("2"), ""));
        assertThat(mcid("percent: 30")).isEqualTo(new Mcid.Percent(new BigDecimal("30"), ""));
        assertThat(mcid("sd: 0.5")).isEqualTo(new Mcid.DeviationMultiple(new BigDecimal("0.5"), ""));
        assertThat(mcid("bands: [{up_to: 4, value: 1}]"))
                .isEqualTo(new Mcid.Bands(List.of(new Mcid.Band(new BigDecimal("4"), BigDecimal.ONE)), ""));
    }

    @Test
    void aMeasureWithAResolutionIsContinuousAndOneWithAStepIsAGrid() {
        assertThat(measure("step: 0.5").isGrid()).isTrue();
        assertThat(measure("resolution: 0.1").isGrid()).isFalse();
        assertThat(measure("resolution: 0.1").step()).isEqualTo("0.1");
        assertThat(measure("label: x").step()).isEqualTo("0.001");
    }

    @Test
    void namesTheScoreColumnsInTheOrderOfTheFile() {
        Settings settings = SettingsReader.parse("""
                measures:
                  sleep: {unit: points, range: [0, 21], better: lower, timing: visit, mcid: {absolute: 3}}
                  pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}
                """);
        assertThat(settings.scoreColumns().stream().map(Measure.ScoreColumn::name))
                .containsExactly("sleep_score", "pain_before", "pain_after");
    }

    /** YAML 1.1 would make an octal number, a truth value, a sexagesimal number and a date of these. */
    @Test
    void scalarsStayTheTextThatWasWritten() {
        Settings settings = SettingsReader.parse("""
                techniques: {a: {label: 010, synonyms: [yes, 1:30, 2018-01-01]}}
                report: {organisation: no, rebase: {2024-01: 1e3}}
                """);
        assertThat(settings.techniques())
                .isEqualTo(Map.of("a", new Technique("a", "010", List.of("yes", "1:30", "2018-01-01"))));
        assertThat(settings.report().organisation()).isEqualTo("no");
        assertThat(settings.report().rebases()).isEqualTo(Map.of(YearMonth.of(2024, 1), "1e3"));
    }

    @Test
    void theSourceReadsBackAsTheSameSettings() {
        Settings settings = SettingsReader.read(List.of(JOBS), Map.of("report.targets.pain", "2"));
        assertThat(SettingsReader.parse(settings.source())).isEqualTo(settings);
        assertThat(settings.report().targets()).isEqualTo(Map.of("pain", new BigDecimal("2")));
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() {
        assertThatThrownBy(() -> SettingsReader.read(List.of(JOBS), Map.of("episode.gap_day", "30")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(
                        "Unknown setting 'episode.gap_day' at --set episode.gap_day; did you mean 'gap_days'? Known there: gap_days.");
    }

    @Test
    void anUnknownKeyThatIsNearNothingNamesAllThatAreKnown() {
        assertThatThrownBy(() -> SettingsReader.parse("colour: red"))
                .hasMessage(
                        "Unknown setting 'colour' at the settings in force:1:1. Known there: attribution, compare, episode, ingest, measures,"
                                + " patients, privacy, regions, report, store, techniques.");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> SettingsReader.read(List.of(missing), Map.of()))
                .hasMessage("Cannot read " + missing + ": it is missing or not readable as UTF-8.");
    }

    @Test
    void levelsThatAreNoTechniqueHaveLabelsToo() {
        Settings settings = SettingsReader.parse("techniques: {dtm: {label: Deep tissue}}");
        assertThat(settings.techniqueLabel("dtm")).isEqualTo("Deep tissue");
        assertThat(settings.techniqueLabel("all")).isEqualTo("All techniques");
        assertThat(settings.techniqueLabel("combined")).isEqualTo("Combined in one session");
        assertThat(settings.techniqueLabel("mixed")).isEqualTo("Mixed over the episode");
        assertThat(settings.techniqueLabel("gone")).isEqualTo("gone");
    }

    private static Mcid mcid(String form) {
        return measure("mcid: {" + form + "}").mcid();
    }

    /** A whole measure with one key changed. */
    private static Measure measure(String change) {
        YamlNode.Keys whole = YamlTree.read(
                "measures: {pain: {unit: points, range: [0, 10], better: lower, timing: session, mcid: {absolute: 2}}}",
                "test");
        YamlNode.Keys overlay = YamlTree.read("measures: {pain: {" + change + "}}", "test");
        return pain(SettingsReader.parse(YamlTree.write(whole.overlaidBy(overlay))));
    }

    private static Measure pain(Settings settings) {
        return Objects.requireNonNull(settings.measures().get("pain"));
    }

    private Path written(String yaml) throws IOException {
        return Files.writeString(folder.resolve("overlay.yaml"), yaml);
    }
}
