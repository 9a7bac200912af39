package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.store.StoreModel.Line;

/** Whatever comes in whatever order, and dies on the way, the store holds what a model of it holds. */
class StoreModelIT {
    private static final int SEQUENCES = Integer.getInteger("model.sequences", 50);
    private static final int CHANGES = 6;
    private static final int PATIENTS = 4;
    private static final int SESSIONS = 16;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);
    private static final Clock DAY_AFTER_TOMORROW = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

    private final Path folder;

    StoreModelIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theStoreHoldsWhatTheModelHolds() throws IOException {
        try (FailingDisk disk = new FailingDisk()) {
            for (int seed = 0; seed < SEQUENCES; seed++) {
                new Sequence(seed, PlainStore.in(folder.resolve("of " + seed)), disk).run();
                FileUtils.deleteDirectory(folder.resolve("of " + seed).toFile());
            }
        }
    }

    /** Changes of one store, by chance. */
    private static final class Sequence {
        private final Random random;
        private final PlainStore store;
        private final FailingDisk disk;
        private final StoreModel model = new StoreModel();
        private final List<String> told = new ArrayList<>();
        private int files;

        Sequence(int seed, PlainStore store, FailingDisk disk) {
            this.random = new Random(seed);
            this.store = store;
            this.disk = disk;
            told.add("seed " + seed);
        }

        void run() {
            try {
                changeAll();
            } catch (RuntimeException failed) {
                throw new AssertionError(told.toString(), failed);
            }
            assertThat(store.upkeep(TestStore.CLOCK).check().wrong())
                    .as(told.toString())
                    .isEmpty();
        }

        private void changeAll() {
            change("first", () -> take("file0.csv", lines()));
            for (int i = 0; i < CHANGES; i++) {
                changeByChance();
            }
            int state = oneOf(model.states());
            change("at last to " + state, () -> restore(state));
        }

        private void changeByChance() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> deliver("file" + ++files + ".csv", lines());
                case 3, 4, 5 -> deliver(oneOf(model.names()), lines());
                case 6, 7 -> deliver(oneOf(model.names()), oneOf(model.files()));
                case 8 -> erase("p" + random.nextInt(PATIENTS));
                case 9, 10 -> {
                    int state = oneOf(model.states());
                    change("to " + state, () -> restore(state));
                }
                default ->
                    change("compact", () -> store.upkeep(DAY_AFTER_TOMORROW).compact(Optional.empty()));
            }
        }

        private void deliver(String name, List<Line> lines) {
            change(name + lines, () -> take(name, lines));
        }

        private void erase(String patient) {
            if (model.holds(patient)) {
                change("without " + patient, () -> {
                    store.upkeep(TestStore.CLOCK).erase("clinics", patient, false);
                    model.erase(patient);
                });
            }
        }

        private void take(String name, List<Line> lines) {
            store.deliver(name, TestStore.csv(lines.stream().map(Line::toString).toArray(String[]::new)))
                    .take();
            model.take(name, lines);
        }

        private void restore(int newest) {
            store.upkeep(TestStore.CLOCK).restore(Optional.of(newest));
            model.restore(newest);
        }

        /** Makes a change that changes the model in the end, now and then after one that died. */
        private void change(String what, Runnable change) {
            told.add(what);
            boolean mayDie = told.size() > 2 && random.nextInt(3) == 0;
            if (mayDie) {
                List<String> before = seen();
                disk.failAt(FailingDisk.Fault.DEATH, random.nextInt(120));
                boolean isDone = isDone(change);
                disk.mend();
                told.add(isDone ? "before it died" : "died");
                if (isDone) {
                    check();
                    return;
                }
                List<String> after = seen();
                change.run();
                assertThat(after).as(told.toString()).isIn(before, expected());
            } else {
                change.run();
            }
            check();
        }

        private static boolean isDone(Runnable change) {
            try {
                change.run();
                return true;
            } catch (RuntimeException died) {
                return false;
            }
        }

        private void check() {
            assertThat(seen()).as(told.toString()).isEqualTo(expected());
        }

        private List<String> seen() {
            Seen seen = store.seen();
            List<String> all = new ArrayList<>();
            seen.deliveries().forEach(delivery -> all.add(StoreModel.told(delivery)));
            all.addAll(seen.sessions());
            all.addAll(seen.quarantine());
            return all;
        }

        private List<String> expected() {
            List<String> all = new ArrayList<>(model.deliveries());
            all.addAll(model.sessions());
            all.addAll(model.quarantine());
            return all;
        }

        /** Records of a file, some unreadable, some twice; a session is of one patient wherever it stands. */
        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            int first = random.nextInt(SESSIONS);
            IntStream.rangeClosed(first, first + 1 + random.nextInt(6)).forEach(session -> {
                String score = random.nextInt(8) == 0 ? "x" : String.valueOf(random.nextInt(11));
                LocalDate day = FIRST_DAY.plusDays(random.nextInt(90));
                lines.add(new Line("s" + session, day, score, "p" + session % PATIENTS));
            });
            if (random.nextInt(4) == 0) {
                lines.add(oneOf(lines));
            }
            return lines;
        }

        private <T> T oneOf(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
