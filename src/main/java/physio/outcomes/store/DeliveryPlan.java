package physio.outcomes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.ingest.DeliveredFile;

/**
 * What is to be done with each file of a run, decided from the ledger alone: read it, leave it because the store has it, or refuse
 * it.
 *
 * @param planned files to read, in the order of their numbers
 * @param notices sentences about files that the store has already
 * @param refusals sentences about files that are refused unread
 */
record DeliveryPlan(List<PlannedFile> planned, List<String> notices, List<String> refusals) {

    /**
     * Of a request.
     *
     * @param last the highest number that a delivery ever had
     */
    static DeliveryPlan of(IngestRequest request, StoreState state, int last) {
        DeliveryPlan plan = new DeliveryPlan(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(request.found().refusals()));
        Planning planning = new Planning(request, state, last, plan);
        request.found().files().forEach(planning::plan);
        return plan;
    }

    private static final class Planning {
        private final IngestRequest request;
        private final DeliveryPlan plan;
        private final List<Delivery> all;
        private final Map<String, Delivery> currentByName = new HashMap<>();
        private final Map<String, String> nameByBytes = new HashMap<>();
        private final Set<String> repeatedNames;
        private final Set<String> plannedNames = new HashSet<>();
        private int number;

        Planning(IngestRequest request, StoreState state, int last, DeliveryPlan plan) {
            this.request = request;
            this.plan = plan;
            this.all = state.deliveries();
            this.number = last;
            for (Delivery delivery : state.current()) {
                currentByName.put(identity(delivery.file()), delivery);
                nameByBytes.put(bytes(delivery.file()), delivery.file().name());
            }
            this.repeatedNames = request.found().files().stream()
                    .collect(Collectors.groupingBy(
                            Planning::identity, Collectors.mapping(DeliveredFile::sha256, Collectors.toSet())))
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        void plan(DeliveredFile file) {
            Optional<Delivery> predecessor = Optional.ofNullable(currentByName.get(identity(file)));
            String sameBytes = nameByBytes.get(bytes(file));
            boolean isReadAgain = request.isForced() && file.name().equals(sameBytes);
            if (sameBytes != null && !isReadAgain) {
                plan.notices()
                        .add(
                                sameBytes.equals(file.name())
                                        ? file.name() + " is in the store already"
                                        : file.name() + " holds the same bytes as " + sameBytes
                                                + (isOfThisRun(file)
                                                        ? ", which comes in this run too"
                                                        : ", which is in the store already"));
            } else if (repeatedNames.contains(identity(file)) && !request.isReplacing()) {
                plan.refusals()
                        .add(file.name() + " comes twice in this run with different content;"
                                + " deliver one, or give --replace to let the later one count.");
            } else if (wasReplaced(file) && !request.isForced()) {
                plan.refusals()
                        .add(file.name() + " is an older version of a file that was corrected since;"
                                + " give --force to go back to it.");
            } else {
                add(file, predecessor);
            }
        }

        private void add(DeliveredFile file, Optional<Delivery> predecessor) {
            if (!plannedNames.add(identity(file))) {
                plan.planned().removeIf(earlier -> identity(earlier.file()).equals(identity(file)));
            }
            nameByBytes.put(bytes(file), file.name());
            number++;
            plan.planned()
                    .add(new PlannedFile(
                            number, file, predecessor.map(Delivery::number).orElse(null)));
        }

        private boolean isOfThisRun(DeliveredFile file) {
            return plan.planned().stream()
                    .anyMatch(planned -> bytes(planned.file()).equals(bytes(file)));
        }

        private boolean wasReplaced(DeliveredFile file) {
            return all.stream().anyMatch(delivery -> bytes(delivery.file()).equals(bytes(file)));
        }

        private static String identity(DeliveredFile file) {
            return file.source() + "\n" + file.name();
        }

        private static String bytes(DeliveredFile file) {
            return file.source() + "\n" + file.sha256();
        }
    }
}
