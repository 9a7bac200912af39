package physio.outcomes.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final SimulationPlan PLAN = SimulationPlan.sample();
    private static final List<Episode> EPISODES = LongStream.rangeClosed(1, 2_000)
            .boxed()
            .flatMap(patient -> Care.of(PLAN, Clinic.of(PLAN), patient).stream())
            .map(Care::episode)
            .toList();

    @Test
    void differsBetweenTechniquesInWhatFollowsTheFirstScoreOnly() {
        for (Episode episode : EPISODES) {
            List<Visit> stretched = Course.of(episode, Practice.always(Technique.STRETCHING));
            List<Visit> stroked = Course.of(episode, Practice.always(Technique.EFFLEURAGE));
            assertThat(stretched.get(0).before()).isEqualTo(stroked.get(0).before());
            int shared = Math.min(stretched.size(), stroked.size());
            assertThat(stretched.subList(0, shared).stream().map(Visit::day))
                    .isEqualTo(
                            stroked.subList(0, shared).stream().map(Visit::day).toList());
        }
    }

    @Test
    void givesAFollowUpUnderAllTechniquesOrNone() {
        for (Episode episode : EPISODES) {
            assertThat(Technique.ALL.stream()
                            .map(technique -> Visit.attended(Course.of(episode, Practice.always(technique)))
                                            .size()
                                    > 1)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void losesPatientsWhoDoNotImprove() {
        double deepTissue = meanVisits(Technique.DEEP_TISSUE);
        assertThat(meanVisits(Technique.MYOFASCIAL_RELEASE)).isGreaterThan(deepTissue + 0.1);
    }

    @Test
    void keepsSundaysAndDaysAfterThePeriodFree() {
        LocalDate end = LocalDate.of(2024, 6, 30);
        assertThat(EPISODES.stream()
                        .flatMap(episode -> Course.of(episode, new UsualPractice(episode)).stream())
                        .map(visit -> LocalDate.ofEpochDay(visit.day())))
                .allMatch(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && !day.isAfter(end));
    }

    @Test
    void startsASecondEpisodeMoreThanNinetyDaysLater() {
        List<List<Care>> returning = LongStream.rangeClosed(1, 2_000)
                .mapToObj(patient -> Care.of(PLAN, Clinic.of(PLAN), patient))
                .filter(care -> care.size() > 1)
                .toList();
        assertThat(returning).hasSizeGreaterThan(100).allSatisfy(care -> {
            List<Visit> first = care.get(0).visits();
            assertThat(care.get(1).episode().start()
                            - first.get(first.size() - 1).day())
                    .isGreaterThan(90);
        });
    }

    private static double meanVisits(Technique technique) {
        return EPISODES.stream()
                .mapToInt(episode ->
                        Course.of(episode, Practice.always(technique)).size())
                .average()
                .orElseThrow();
    }
}
