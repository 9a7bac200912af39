package physio.outcomes.store;

import static physio.outcomes.store.TestStore.csv;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.util.ThreadPools;

/** What changes a store, each made to the same one: of May and June, whose sessions lie in a file each. */
enum StoreChange {
    DELIVERY,
    CORRECTION,
    RESTORATION,
    COMPACTION,
    ERASURE;

    private static final String MAY = csv("s1 2024-05-01 7", "s2 2024-05-08 6", "s3 2024-05-20 4");
    private static final String JUNE = csv("s4 2024-06-02 5", "s5 2024-06-03 2 p2", "s6 2024-06-04 1");
    private static final String JULY = csv(Stream.concat(
                    Stream.of("sx 2024-06-11 x"),
                    IntStream.range(7, 33).mapToObj(number -> "s" + number + " 2024-06-13 " + number % 10))
            .toArray(String[]::new));

    /** Makes the store that is to be changed, and the inbox. */
    PlainStore prepared(Path parent) {
        PlainStore store = PlainStore.in(parent);
        store.deliver("may.csv", MAY).take();
        store.deliver("june.csv", JUNE).take();
        store.split(2);
        return this == CORRECTION
                ? store.deliver("may.csv", csv("s1 2024-05-01 8", "s2 2024-05-08 6"))
                : store.deliver("july.csv", JULY);
    }

    /** Makes the change. For the tidying up it is the day after tomorrow, when what no state is made of may go. */
    void make(PlainStore store) {
        switch (this) {
            case DELIVERY, CORRECTION -> {
                List<String> refusals = store.take().refusals();
                if (!refusals.isEmpty()) {
                    throw new IllegalStateException(refusals.toString());
                }
            }
            case RESTORATION -> store.upkeep(TestStore.CLOCK).restore(Optional.of(1));
            case COMPACTION ->
                store.upkeep(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)))
                        .compact(Optional.empty());
            case ERASURE -> store.upkeep(TestStore.CLOCK).erase("clinics", "p2", false);
        }
    }

    /** Makes a change in a process of its own, as often as it is told to. */
    static final class Making {
        static final String DONE = "done";

        private Making() {}

        /** The change, and the folder of the store. */
        public static void main(String[] arguments) throws Exception {
            StoreChange change = valueOf(arguments[0]);
            PlainStore store = PlainStore.in(Path.of(arguments[1]));
            // The one thread of Iceberg's that writes too.
            ThreadPools.getWorkerPool().submit(() -> {}).get();
            while (JavaProcess.awaitGo()) {
                try {
                    change.make(store);
                    System.out.println(DONE);
                } catch (RuntimeException failed) {
                    System.out.println(failed);
                }
            }
            System.exit(0);
        }
    }
}
