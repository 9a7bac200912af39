package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.domain.UserException;

class SimulationTest {
    private static final SimulationPlan SMALL = new SimulationPlan(20_000, 5, YearMonth.of(2021, 11), 4, 7);

    private final Path folder;

    SimulationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheSameBytesForTheSamePlanWhateverTheLocale() throws IOException {
        Map<String, String> first = simulate("first", SMALL);
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(simulate("second", SMALL).equals(first)).isTrue();
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void givesOtherSessionsForAnotherSeed() throws IOException {
        SimulationPlan other = new SimulationPlan(20_000, 6, YearMonth.of(2021, 11), 4, 7);
        Map<String, String> first = simulate("first", SMALL);
        Map<String, String> second = simulate("second", other);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, text) ->
                assertThat(text.equals(second.get(name))).as(name).isFalse());
    }

    @Test
    void beginsALargerPlanWithTheSamePatients() throws IOException {
        simulate("small", SimulationPlan.of(500, 1));
        simulate("large", SimulationPlan.of(1_000, 1));
        List<String> small = lines("small");
        assertThat(lines("large")).containsAll(small).hasSize(1_000);
        assertThat(small).hasSize(500);
    }

    @Test
    void writesScoresInTheirRangesAndOnlyWhenAttended() throws IOException {
        simulate("clean", SMALL);
        Map<String, Integer> highest = Map.of(
                "pain_before", 10,
                "pain_after", 10,
                "mobility_before", 100,
                "mobility_after", 100,
                "sleep_score", 21,
                "function_score", 10,
                "stress_score", 40);
        List<CSVRecord> rows = SimulatedFiles.cleanRows(folder.resolve("clean"));
        highest.forEach((column, most) ->
                assertThat(rows).as(column).allMatch(row -> row.get(column).isEmpty() || isScore(row, column, most)));
        assertThat(rows)
                .filteredOn(row -> !row.get("attendance").equals("attended"))
                .hasSizeBetween(1_000, 1_600);
    }

    @Test
    void losesMoreScoresInOneClinic() throws IOException {
        simulate("clean", SMALL);
        Map<Boolean, Double> missing = SimulatedFiles.cleanRows(folder.resolve("clean")).stream()
                .filter(row -> row.get("attendance").equals("attended"))
                .collect(Collectors.partitioningBy(
                        row -> row.get("clinic_id").equals("C07"),
                        Collectors.averagingInt(row -> row.get("pain_before").isEmpty() ? 1 : 0)));
        assertThat(missing.get(false)).isBetween(0.05, 0.08);
        assertThat(missing.get(true)).isBetween(0.12, 0.18);
    }

    @Test
    void putsInEachFaultAsOftenAsTheReadmeSays() throws IOException {
        String readme = simulate("dirty", SMALL).getOrDefault("README.md", "");
        List<CSVRecord> rows = SimulatedFiles.rows(folder.resolve("dirty"));
        assertThat(rows).hasSize(20_010);
        assertThat(rows).filteredOn(row -> row.get("pain_before").equals("14")).hasSize(2);
        assertThat(rows).filteredOn(row -> row.get("clinic_id").isEmpty()).hasSize(1);
        assertThat(rows)
                .filteredOn(row -> row.get("session_date").equals("2023-02-30"))
                .hasSize(2);
        assertThat(rows.stream().map(row -> row.get("session_id")).distinct()).hasSize(20_009);
        assertThat(readme)
                .contains("| 2 | pain before the session above 10 |", "| 1 | no clinic |", "| 2 | 30 February |");
    }

    @Test
    void tellsItsProgress() throws IOException {
        List<Long> told = new ArrayList<>();
        Simulation.write(SMALL, folder.resolve("told"), told::add);
        assertThat(told).containsExactly(10_000L, 20_000L);
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("sessions-2021-11.csv"), "real");
        assertThatThrownBy(() -> Simulation.write(SMALL, folder, written -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot simulate into " + folder + ": it is not empty; name a new folder or empty it.");
        assertThat(SimulatedFiles.texts(folder)).containsOnly(Map.entry("sessions-2021-11.csv", "real"));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.csv"), "real");
        assertThatThrownBy(() -> Simulation.write(SMALL, file, written -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot simulate into " + file + ": it is a file; name a new folder.");
    }

    @Test
    void refusesAPlanWithoutSessions() {
        assertThatThrownBy(() -> SimulationPlan.of(0, 1))
                .isInstanceOf(UserException.class)
                .hasMessage("Invalid number of sessions: 0 (must be 1 to 1000000000).");
    }

    private Map<String, String> simulate(String name, SimulationPlan plan) throws IOException {
        Simulation.write(plan, folder.resolve(name), written -> {});
        return SimulatedFiles.texts(folder.resolve(name));
    }

    private List<String> lines(String name) {
        return SimulatedFiles.rows(folder.resolve(name)).stream()
                .map(row -> String.join(",", row.values()))
                .toList();
    }

    private static boolean isScore(CSVRecord row, String column, int highest) {
        boolean isAttended = row.get("attendance").equals("attended");
        return isAttended && row.get(column).matches("\\d+") && Integer.parseInt(row.get(column)) <= highest;
    }
}
