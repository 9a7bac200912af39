package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Block;

/** Four patients had PNF at the neck: their cell is hidden, and with it the three that would give it away. */
class RegionsSectionTest {
    private static final MonthlyReport REPORT = SmallMonth.with("").report();

    @Test
    void crossesTechniquesAndRegionsWithTheirMarginsLast() {
        Page.Grid grid = blocks(REPORT.overview(), Page.Grid.class).get(0);
        assertThat(grid.headings()).containsExactly("Technique", "hip", "neck", "All");
        assertThat(grid.rows())
                .containsExactly(
                        List.of("Deep tissue massage", "hidden", "hidden", "+1.60 (50)"),
                        List.of("PNF", "hidden", "hidden", "+2.90 (14)"),
                        List.of("All techniques", "+2.20 (40)", "+1.20 (24)", "+1.90 (64)"));
    }

    @Test
    void drawsOnlyWhatIsShown() {
        HeatChart heat =
                (HeatChart) blocks(REPORT.overview(), Page.Drawing.class).get(0).chart();
        assertThat(heat.rows().get(1).values())
                .containsExactly(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(2.9));
        assertThat(heat.alternative())
                .isEqualTo("Mean improvement (points) in 3 rows and 3 columns, higher is better."
                        + " Highest: PNF, All 2.9 points. Lowest: All techniques, neck 1.2 points. Not shown: 4 of 9.");
    }

    @Test
    void standsOnThePageOfAllClinicsAlone() {
        assertThat(blocks(REPORT.clinic("C1"), Block.class)).isEmpty();
    }

    private static <B extends Block> List<B> blocks(Page page, Class<B> kind) {
        return page.sections().stream()
                .filter(own -> own.id().equals("regions"))
                .flatMap(own -> own.blocks().stream())
                .flatMap(block -> kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty())
                .toList();
    }
}
