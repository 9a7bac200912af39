package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before any work is done: help, and one sentence for each mistake. */
class MainTest {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    private static final String CLEAN = HEADER + "session-7,person-9,C1,2024-05-01,effleurage,7,3\n";

    private final Place place;

    MainTest(@TempDir Path folder) {
        this.place = Place.in(folder);
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Ended ended = Ended.of("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("Usage: outcomes", "75 another run holds the store")
                .contains(
                        "run ", "check ", "ingest ", "map ", "rejects ", "report ", "compare ", "simulate ", "status ")
                .contains("verify ", "restore ", "compact ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "check",
                "ingest",
                "map",
                "rejects",
                "report",
                "compare",
                "simulate",
                "status",
                "verify",
                "restore",
                "compact"
            })
    void everyCommandHasHelp(String command) {
        Ended ended = Ended.of(command, "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("Usage: outcomes " + command).contains("--store", "--settings", "--set");
    }

    @Test
    void versionIsThatOfTheBuild() {
        Ended ended = Ended.of("--version");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).matches("physio-outcomes \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void noCommandIsAMistakeThatNamesWhatThereIs() {
        Ended ended = Ended.of();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith(
                        "Say what to do: run, check, ingest, map, rejects, report, compare, export, simulate, status, verify, restore, compact, rebuild, erase, upgrade or practitioner.\n");
    }

    @Test
    void anUnknownCommandIsAMistake() {
        Ended ended = Ended.of("reprot");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Unmatched argument at index 0: 'reprot'", "Did you mean: outcomes report");
    }

    @Test
    void anUnknownOptionIsAMistake() {
        Ended ended = Ended.of("run", "in", "--moth", "2024-05");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Unknown option: '--moth'").contains("Possible solutions: --month");
    }

    @Test
    void aMonthThatIsNoneIsAMistake() {
        Ended ended = place.command("report", "--month", "2024-13");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Invalid value for option '--month'").contains("2024-13");
    }

    @Test
    void anUnknownSettingIsAMistakeThatNamesTheNearest() {
        Ended ended = place.command("status", "--set", "privacy.profil=none");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("Error: Unknown setting 'privacy.profil'")
                .contains("did you mean 'profile'?");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aSettingsFileThatIsNotThereIsAMistake() {
        Ended ended = place.command("status", "--settings", "nowhere.yaml");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Error: ").contains("nowhere.yaml");
    }

    @Test
    void aMappingThatIsNotThereIsAMistake() {
        place.deliver("may.csv", CLEAN);
        Ended ended = place.command("check", place.inbox().toString(), "--mapping", "nowhere");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("Error: Cannot find the mapping nowhere: it is neither a file nor a name in"
                        + " jobs/mappings/.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "ingest", "check"})
    void aMissingInputIsAMistakeAndMakesNoStore(String command) {
        Ended ended = place.take(command);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).endsWith("Error: Cannot find " + place.inbox() + ": check the path.\n");
        assertThat(place.store()).doesNotExist();
        assertThat(place.reports()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejects", "report", "compare", "status", "verify", "restore", "compact"})
    void withoutAStoreThereIsNothingToReadAndTheRemedyIsNamed(String command) {
        Ended ended = place.command(command);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("Error: There is no store in " + place.store()
                        + ": take in files first, with 'ingest' or 'run'.\n");
        assertThat(place.store()).doesNotExist();
    }

    @Test
    void aComparisonWithAnUnknownTechniqueIsAMistakeThatNamesTheNearest() {
        Ended ended = place.command("compare", "--reference", "effleurrage");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("Error: Unknown technique 'effleurrage'; did you mean 'effleurage'?"
                        + " The settings name those there are.\n");
    }

    @Test
    void aComparisonsNameCannotLeaveTheReports() {
        Ended ended = place.command("compare", "--name", "../elsewhere");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("Error: Invalid --name (must be letters, digits, _ or -): it becomes a folder's name.\n");
    }

    @Test
    void simulateWillNotWriteIntoAFolderThatHoldsSomething() {
        place.deliver("mine.csv", CLEAN);
        Ended ended =
                Ended.of("simulate", "--sessions", "100", "--out", place.inbox().toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Error: ").contains(place.inbox().toString());
        assertThat(place.inbox()).isDirectoryContaining("glob:**/mine.csv");
    }
}
