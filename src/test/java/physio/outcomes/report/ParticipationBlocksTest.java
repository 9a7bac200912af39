package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.spc.Position;

/** Clinics that have both scores of 36, 37 and 12 of their 40 episodes; a fourth has 29 episodes. */
class ParticipationBlocksTest {
    private static final SmallMonth MONTH = SmallMonth.empty()
            .participation("C1", 40, 36)
            .participation("C2", 40, 37)
            .participation("C3", 40, 12)
            .participation("C4", 29, 29)
            .participation("all", 149, 114);

    @Test
    void setsClinicsBesideEachOtherByWhatCanBeAnalysed() {
        FunnelChart chart = chart("all");
        assertThat(chart.funnel().units().stream().map(unit -> unit.name() + " " + unit.n() + " " + unit.value()))
                .containsExactly("C1 40 90.0", "C2 40 92.5", "C3 40 30.0");
        assertThat(chart.funnel().centre()).isCloseTo(100 * 85 / 120.0, within(1e-12));
        assertThat(chart.alternative())
                .startsWith("Episodes with both scores (%) by number of episodes, a point a clinic");
    }

    /** Three clinics that differ so much make the limits wide: no one of them is odd. */
    @Test
    void allowsForClinicsThatDifferByMoreThanChance() {
        FunnelChart chart = chart("all");
        assertThat(chart.funnel().units()).allMatch(unit -> chart.funnel().position(unit) == Position.WITHIN);
        assertThat(chart.named()).isEmpty();
    }

    @Test
    void namesAClinicOnItsOwnPage() {
        assertThat(chart("C3").named()).containsExactly("C3");
    }

    @Test
    void isLeftOutWhereClinicsAreTooFew() {
        SmallMonth one = SmallMonth.empty().participation("C1", 40, 36).participation("C2", 29, 20);
        assertThat(ParticipationBlocks.of(one.subject("all"))).isEmpty();
    }

    private static FunnelChart chart(String clinic) {
        List<Page.Block> blocks = ParticipationBlocks.of(MONTH.subject(clinic));
        assertThat(blocks).hasSize(2);
        return (FunnelChart) ((Page.Drawing) blocks.get(1)).chart();
    }
}
