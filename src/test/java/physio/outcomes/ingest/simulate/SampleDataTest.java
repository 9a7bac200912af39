package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checked-in {@code sample-data}. */
class SampleDataTest {
    private static final Path SAMPLE = Path.of("sample-data");

    /** If this fails after a wanted change: empty the folder and simulate into it anew. */
    @Test
    void isWhatTheSamplePlanGivesByteForByte(@TempDir Path folder) throws IOException {
        Simulation.write(SimulationPlan.sample(), folder, written -> {});
        Map<String, String> simulated = SimulatedFiles.texts(folder);
        Map<String, String> checkedIn = SimulatedFiles.texts(SAMPLE);
        assertThat(checkedIn.keySet()).isEqualTo(simulated.keySet());
        // Not the maps as a whole: a failure would print megabytes.
        simulated.forEach(
                (name, text) -> assertThat(checkedIn.getOrDefault(name, "").equals(text))
                        .as("%s is as simulated", name)
                        .isTrue());
    }

    @Test
    void holdsOneFileForEachMonthOfThatMonth() {
        Map<String, String> files = SimulatedFiles.texts(SAMPLE);
        assertThat(files).hasSize(19).containsKeys("README.md", "sessions-2023-01.csv", "sessions-2024-06.csv");
        assertThat(SimulatedFiles.records(files.getOrDefault("sessions-2023-10.csv", "")))
                .filteredOn(row -> !row.get("session_date").startsWith("2023-10-"))
                .hasSizeLessThan(5);
    }

    @Test
    void isSmallEnoughToCheckIn() {
        long characters = SimulatedFiles.texts(SAMPLE).values().stream()
                .mapToLong(String::length)
                .sum();
        assertThat(characters).isLessThan(5_000_000);
    }

    @Test
    void holdsFortyThousandCleanSessionsAndTwentyDirtyRows() {
        assertThat(SimulatedFiles.cleanRows(SAMPLE)).hasSize(40_000);
        assertThat(SimulatedFiles.rows(SAMPLE)).hasSize(40_020);
    }

    @Test
    void hasOneSmallClinicAndElevenLargeOnes() {
        Map<String, Long> sessions = SimulatedFiles.cleanRows(SAMPLE).stream()
                .collect(Collectors.groupingBy(row -> row.get("clinic_id"), Collectors.counting()));
        assertThat(sessions).hasSize(12);
        assertThat(sessions.remove("C12")).isBetween(100L, 150L);
        assertThat(sessions.values()).allSatisfy(count -> assertThat(count).isGreaterThan(2_000));
    }

    @Test
    void hasAClinicThatImprovesAndOneThatSlides() {
        assertThat(laterLessEarlier("C04")).isGreaterThan(0.6);
        assertThat(laterLessEarlier("C09")).isLessThan(-0.6);
        assertThat(laterLessEarlier("C03")).isBetween(-0.4, 0.4);
    }

    @Test
    void keepsMostEpisodesToOneTechnique() {
        List<AnalysedEpisode> episodes = AnalysedEpisode.of(SimulatedFiles.cleanRows(SAMPLE));
        Map<String, Long> byTechnique =
                episodes.stream().collect(Collectors.groupingBy(AnalysedEpisode::technique, Collectors.counting()));
        assertThat(byTechnique.getOrDefault("mixed", 0L)).isBetween(episodes.size() / 20L, episodes.size() / 8L);
        assertThat(TrueEffects.techniques())
                .allSatisfy(technique ->
                        assertThat(byTechnique.getOrDefault(technique, 0L)).isGreaterThan(400));
    }

    @Test
    void relievesWithinTheHourMoreThanItLasts() {
        List<CSVRecord> scored = SimulatedFiles.cleanRows(SAMPLE).stream()
                .filter(row -> !row.get("pain_before").isEmpty()
                        && !row.get("pain_after").isEmpty())
                .toList();
        double relief = scored.stream()
                .mapToInt(row -> Integer.parseInt(row.get("pain_before")) - Integer.parseInt(row.get("pain_after")))
                .average()
                .orElseThrow();
        List<AnalysedEpisode> episodes = AnalysedEpisode.of(SimulatedFiles.cleanRows(SAMPLE));
        double lasting = episodes.stream()
                .mapToInt(AnalysedEpisode::improvement)
                .average()
                .orElseThrow();
        // About five visits an episode: were relief to last, episodes would gain five times as much as a session.
        assertThat(relief).isBetween(1.0, 2.0);
        assertThat(lasting).isBetween(relief, 2 * relief);
    }

    /** Mean improvement in pain of the clinic's episodes of 2024, less that of the first half of 2023, in points. */
    private static double laterLessEarlier(String clinic) {
        List<AnalysedEpisode> episodes = AnalysedEpisode.of(SimulatedFiles.cleanRows(SAMPLE)).stream()
                .filter(episode -> episode.clinic().equals(clinic))
                .toList();
        return meanBetween(episodes, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1))
                - meanBetween(episodes, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 7, 1));
    }

    private static double meanBetween(List<AnalysedEpisode> episodes, LocalDate from, LocalDate until) {
        return episodes.stream()
                .filter(episode ->
                        !episode.end().isBefore(from) && episode.end().isBefore(until))
                .mapToInt(AnalysedEpisode::improvement)
                .average()
                .orElseThrow();
    }
}
