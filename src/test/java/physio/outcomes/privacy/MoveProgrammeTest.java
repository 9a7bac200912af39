package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.privacy.MoveProgramme.Solution;

class MoveProgrammeTest {
    private static final int COUNTS = 24;
    private static final int LOWER = -3;
    private static final int UPPER = 8;
    private static final double ROOM = 1;

    private static final Map<Integer, Integer> PLACES =
            IntStream.range(0, COUNTS).boxed().collect(Collectors.toMap(Function.identity(), Function.identity()));

    /** All counts may move as far; all but the first have one patient who knows all but {@link #ROOM} to be his. */
    private static MoveProgramme programme(List<Relation> relations) {
        MoveProgramme programme = new MoveProgramme(COUNTS);
        for (int i = 0; i < COUNTS; i++) {
            programme.bound(i, LOWER, UPPER);
            if (i > 0) {
                programme.keepOwn(i, ROOM);
            }
        }
        relations.forEach(relation ->
                programme.hold(relation, relation.counts().distinct().toArray(), PLACES));
        return programme;
    }

    private static List<Relation> drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < COUNTS; i++) {
            int[] counts = random.ints(0, COUNTS).distinct().limit(5).toArray();
            int[] left = {counts[0], counts[1], counts[2]};
            relations.add(
                    i % 3 == 0
                            ? Relation.equal(left, counts[3], counts[4])
                            : Relation.atMost(left, new int[] {counts[3]}, random.nextInt(3)));
        }
        return relations;
    }

    private static Solution up(MoveProgramme programme) {
        return programme.solve(i -> i == 0 ? 1 : 0).orElseThrow();
    }

    private static double shown(Solution solution) {
        return solution.moves().get(0) - solution.known();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void relationsThatAreGivenWhenBrokenBindLikeThoseThatAreGivenAtOnce(long seed) {
        List<Relation> relations = drawn(seed);
        MoveProgramme atOnce = programme(relations);
        atOnce.giveAll();
        Solution solution = up(programme(relations));
        assertThat(shown(solution)).isEqualTo(shown(up(atOnce)), within(1e-6));
        Map<Integer, Double> changes = PLACES.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), count -> solution.moves().get(count)));
        assertThat(relations).allMatch(relation -> relation.holds(changes));
        assertThat(solution.moves()).allMatch(move -> move >= LOWER - 1e-6 && move <= UPPER + 1e-6);
        assertThat(solution.moves().subList(1, COUNTS))
                .allMatch(move -> move >= -ROOM - solution.known() - 1e-6, "by no more below his own than it says");
    }

    @Test
    void movesFirstUpAndThenDownByOneProgramme() {
        MoveProgramme programme = programme(List.of(
                Relation.equal(new int[] {0, 1}, 2),
                Relation.atMost(new int[] {0}, new int[] {1}, 2),
                Relation.atMost(new int[] {2}, new int[] {3}, 0)));
        assertThat(up(programme).moves().get(0)).isEqualTo(5, within(1e-6));
        Solution down = programme.solve(i -> i == 0 ? -1 : 0).orElseThrow();
        assertThat(down.moves().get(0)).isEqualTo(LOWER, within(1e-6));
        assertThat(down.known()).isEqualTo(0, within(1e-6));
    }
}
