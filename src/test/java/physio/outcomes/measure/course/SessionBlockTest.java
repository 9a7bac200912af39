package physio.outcomes.measure.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionBlockTest {
    @Test
    void bringsAllSessionsOfAPatientTogetherByDay() {
        Random random = new Random(3);
        SessionBlockBuilder builder = new SessionBlockBuilder(2);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long patient = random.nextInt(90) - 45L;
            int day = random.nextInt(400) - 200;
            builder.add(patient, day);
            builder.episodeKey(patient * 7);
            builder.code(Attribute.SEX, i);
            builder.score(1, 2 * i);
            given.add(patient + " " + day + " " + i);
        }
        List<String> found = new ArrayList<>();
        Set<Long> ended = new HashSet<>();
        List<SessionBlock> blocks = builder.build().byPatient(100);
        for (SessionBlock block : blocks) {
            for (int from = 0; from < block.size(); from = block.end(from)) {
                assertThat(ended.add(block.patient(from))).isTrue();
                for (int i = from; i < block.end(from); i++) {
                    assertThat(block.day(i)).isGreaterThanOrEqualTo(block.day(Math.max(from, i - 1)));
                    int number = block.code(Attribute.SEX, i);
                    found.add(block.patient(i) + " " + block.day(i) + " " + number);
                    assertThat(block.score(1, i)).isEqualTo(2 * number);
                    assertThat(block.score(0, i)).isEqualTo(SessionBlock.NO_SCORE);
                    assertThat(block.code(Attribute.CLINIC, i)).isEqualTo(Vocabulary.MISSING);
                    assertThat(block.hasEpisodeKey(i)).isTrue();
                    assertThat(block.episodeKey(i)).isEqualTo(7 * block.patient(i));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(given);
        assertThat(blocks)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(block.size()).isBetween(1, 150));
    }

    @Test
    void putsPatientsWhoWereThereLastFirst() {
        SessionBlockBuilder builder = new SessionBlockBuilder(0);
        long[][] patientsAndDays = {{5, 10}, {7, 300}, {6, -20}, {5, 400}, {8, 300}, {7, 11}, {9, 12}};
        for (long[] session : patientsAndDays) {
            builder.add(session[0], (int) session[1]);
            builder.mark(session[0] == 9 ? SessionBlock.MISSED : 0);
        }
        List<SessionBlock> blocks = builder.build().byPatient(1);
        assertThat(blocks).extracting(block -> block.patient(0)).containsExactly(5L, 7L, 8L, 9L, 6L);
        assertThat(blocks).extracting(block -> block.reaches(300)).containsExactly(true, true, true, false, false);
        assertThat(blocks.get(0).reaches(401)).isFalse();
    }
}
