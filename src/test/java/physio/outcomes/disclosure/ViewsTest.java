package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsTest {
    @Test
    void aFigureThatTheCsvHidesAndAChartShowsIsFound() {
        assertThat(shown("<svg><title>Pain, change over the episode</title><text x='4' y='20'>Cupping</text>"
                        + "<text x='90' y='21'>n = 3</text></svg>"))
                .hasSize(1);
        assertThat(
                        shown(
                                "<svg aria-label='Improvement. Cupping −1.5 points.'><title>Pain, change over the episode</title></svg>"))
                .hasSize(1);
        assertThat(shown("<table><caption>Pain, change over the episode, by technique</caption><thead><tr><th>Technique"
                        + "<th>Patients</thead><tbody><tr><th>Cupping<td>3</tbody></table>"))
                .isNotEmpty();
        assertThat(shown("<svg aria-label='Cupping: not shown'><title>Pain, change over the episode</title>"
                        + "<text x='4' y='20'>Cupping</text><text x='90' y='21'>hidden</text></svg>"))
                .isEmpty();
    }

    @Test
    void aFigureThatTheCsvHidesAndThePaperShowsIsFound() {
        String caption = "Pain, change over the episode, by technique; NPRS\n";
        assertThat(mismatches(Map.of(), Map.of("C1", caption + "Cupping 3 7.77")))
                .hasSize(1);
        assertThat(mismatches(Map.of(), Map.of("C1", caption + "Cupping hidden hidden")))
                .isEmpty();
    }

    private static List<String> shown(String html) {
        return mismatches(Map.of("C1", html), Map.of());
    }

    private static List<String> mismatches(Map<String, String> pages, Map<String, String> papers) {
        Map<String, String> tables =
                PlantedTables.csv(Map.of("technique_outcomes", "C1 2024-01 pain episode t1 - - -\n"));
        return Attacker.outside(PlantedTables.INTERNAL)
                .attack(new PublishedFiles(tables, pages, papers))
                .shownElsewhere();
    }
}
