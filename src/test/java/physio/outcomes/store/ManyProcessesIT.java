package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that take files into one store at once: each waits for its turn, and what one was told is in the store is in it. */
class ManyProcessesIT {
    private static final int PROCESSES = 4;

    /** 20, and 250 in the profile {@code thorough}. */
    private static final int DELIVERIES = Integer.getInteger("store.deliveries", 20);

    private final Path folder;
    private final PlainStore store;

    ManyProcessesIT(@TempDir Path folder) {
        this.folder = folder;
        this.store = PlainStore.in(folder);
    }

    /** Takes in as many deliveries as it is told, one after the other, and names each that is in the store. */
    static final class Delivering {
        private Delivering() {}

        /** Folder of the store, a name, and how many. */
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            PlainStore own = new PlainStore(folder.resolve("store"), folder.resolve(arguments[1]));
            JavaProcess.awaitGo();
            for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
                String name = arguments[1] + "-" + i;
                own.deliver(name + ".csv", csv(name + " 2024-05-" + (10 + i % 20) + " " + i % 10));
                for (Delivery delivery : own.take().deliveries()) {
                    System.out.println("taken " + delivery.file().name() + " " + delivery.number());
                }
            }
        }
    }

    @Test
    void everyDeliveryThatWasAcknowledgedIsInTheStoreOnce() {
        List<String> taken = new ArrayList<>();
        List<JavaProcess> processes = IntStream.range(0, PROCESSES)
                .mapToObj(number -> JavaProcess.start(
                        Delivering.class, folder.toString(), "clinic" + number, String.valueOf(DELIVERIES)))
                .toList();
        try {
            processes.forEach(JavaProcess::awaitReady);
            processes.forEach(JavaProcess::go);
            for (JavaProcess process : processes) {
                JavaProcess.Ended ended = process.awaitEnd();
                assertThat(ended.code()).as(String.join("\n", ended.lines())).isZero();
                ended.lines().stream().filter(line -> line.startsWith("taken ")).forEach(taken::add);
            }
        } finally {
            processes.forEach(JavaProcess::close);
        }
        List<Delivery> deliveries = store.seen().deliveries();
        assertThat(deliveries)
                .extracting(delivery -> "taken " + delivery.file().name() + " " + delivery.number())
                .containsExactlyInAnyOrderElementsOf(taken);
        assertThat(deliveries)
                .extracting(Delivery::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PROCESSES * DELIVERIES).boxed().toList());
        assertThat(store.seen().sessions()).hasSize(PROCESSES * DELIVERIES);
        assertThat(store.upkeep(TestStore.CLOCK).check().wrong()).isEmpty();
    }
}
