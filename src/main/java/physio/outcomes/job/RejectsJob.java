package physio.outcomes.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.text.FileDigest;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.RefusedFile;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.Quarantine;
import physio.outcomes.store.Quarantine.Rejected;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** Says what is in quarantine: of the deliveries in force, since a corrected file clears what was wrong with the one it replaces. */
public final class RejectsJob {
    private final Workplace workplace;
    private final StoreState state;
    private final Quarantine quarantine;

    public RejectsJob(Workplace workplace) {
        Store store = Store.forReading(workplace.store());
        this.workplace = workplace;
        this.state = store.state();
        this.quarantine = store.quarantine(state);
    }

    /** Why records of a delivery are in quarantine, and in which column. */
    public record Cause(String reason, String column) implements Comparable<Cause> {
        @Override
        public int compareTo(Cause other) {
            int byReason = reason.compareTo(other.reason);
            return byReason != 0 ? byReason : column.compareTo(other.column);
        }
    }

    /** A delivery with its findings by cause. */
    public record RejectsOfDelivery(Delivery delivery, Map<Cause, Long> counts) {}

    /** What is in quarantine in one delivery, or in all that have something there. */
    public List<RejectsOfDelivery> counts(Optional<Integer> number) {
        List<RejectsOfDelivery> all = new ArrayList<>();
        for (Delivery delivery : withRejects(number)) {
            Map<Cause, Long> counts = new TreeMap<>();
            quarantine.forEach(
                    delivery.number(),
                    rejected -> counts.merge(new Cause(rejected.reason(), rejected.column()), 1L, Long::sum));
            all.add(new RejectsOfDelivery(delivery, counts));
        }
        return all;
    }

    /** Hands over every finding with its delivery, in their order. */
    public void forEach(Optional<Integer> number, Consumer<Rejected> each) {
        withRejects(number).forEach(delivery -> quarantine.of(delivery.number()).forEach(each));
    }

    /** The name of a delivered file. */
    public String fileName(int number) {
        return state.deliveries().stream()
                .filter(delivery -> delivery.number() == number)
                .map(delivery -> delivery.file().name())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Writes the records of an original file that are in quarantine, values included, into a new file that only its owner can read.
     *
     * @param original the file as it was delivered
     * @param number the delivery that it is to be, if any
     * @param out where to write, absent for {@code rejects-N.csv} in the working folder
     * @return where it was written
     * @throws UserException when the store does not know these bytes, or the file to write is there already
     */
    public Path withValues(
            FileLocation original, Optional<Integer> number, Optional<Path> mappingFile, Optional<Path> out) {
        if (original.isLocal() && Files.isDirectory(Path.of(original.path()))) {
            throw UserException.usage("Cannot read " + original + ": give the one file that was delivered.");
        }
        String sha256 = sha256(original);
        Delivery delivery = delivered(original, sha256, number);
        Path target = out.orElseGet(() -> Path.of("rejects-" + delivery.number() + ".csv"));
        RejectsFile.write(original, CheckJob.mapping(mappingFile, workplace), quarantine.of(delivery.number()), target);
        return target;
    }

    private static String sha256(FileLocation original) {
        try {
            return FileDigest.of(original).sha256();
        } catch (RefusedFile refused) {
            throw UserException.usage(original + " " + refused.sentence());
        }
    }

    private Delivery delivered(FileLocation original, String sha256, Optional<Integer> number) {
        if (number.isPresent()) {
            Delivery delivery = inForce(number.get());
            if (!delivery.file().sha256().equals(sha256)) {
                throw UserException.usage("The bytes of " + original + " are not those of delivery " + number.get()
                        + ": give the file as it was delivered.");
            }
            return delivery;
        }
        if (state.deliveries().stream()
                .noneMatch(delivery -> delivery.file().sha256().equals(sha256))) {
            throw UserException.usage("The store knows no delivery with the bytes of " + original
                    + ": give the file as it was delivered.");
        }
        return state.current().stream()
                .filter(delivery -> delivery.file().sha256().equals(sha256))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> UserException.usage("What " + original
                        + " brought was replaced since: nothing of it is in quarantine. 'status' lists what is in"
                        + " force."));
    }

    private List<Delivery> withRejects(Optional<Integer> number) {
        return number.map(wanted -> List.of(inForce(wanted)))
                .orElseGet(() -> state.current().stream()
                        .filter(delivery -> delivery.tally().quarantined() > 0)
                        .toList());
    }

    private Delivery inForce(int number) {
        return state.current().stream()
                .filter(delivery -> delivery.number() == number)
                .findFirst()
                .orElseThrow(() -> UserException.usage(
                        "There is no delivery " + number + " in force: 'status' lists those there are."));
    }
}
