package physio.outcomes.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import physio.outcomes.store.Releases.ClinicMonth;

/** What a store holds of some patients, in whatever state of it. */
final class Traces {
    private static final List<String> SESSION_COLUMNS = List.of("delivery", "session_key", "clinic_id", "session_date");
    private static final List<String> REJECTED_COLUMNS = List.of("delivery", "record");

    private final Map<String, List<SessionTrace>> sessions;
    private final Map<String, List<RejectedTrace>> rejected;
    private final Map<Integer, Set<String>> keys = new TreeMap<>();
    private final Map<Integer, Set<Long>> records = new TreeMap<>();

    /**
     * Of some patients.
     *
     * @param sessions by the data file that they lie in
     * @param rejected records in quarantine, by data file
     */
    private Traces(Map<String, List<SessionTrace>> sessions, Map<String, List<RejectedTrace>> rejected) {
        this.sessions = sessions;
        this.rejected = rejected;
        all(sessions)
                .forEach(trace -> keys.computeIfAbsent(trace.delivery(), none -> new TreeSet<>())
                        .add(trace.key()));
        all(rejected)
                .forEach(trace -> records.computeIfAbsent(trace.delivery(), none -> new TreeSet<>())
                        .add(trace.record()));
    }

    /** A session of a delivery. A compaction copies it, and it is the same session still. */
    private record SessionTrace(long patient, int delivery, String key, ClinicMonth of) {
        static SessionTrace read(Record row) {
            return new SessionTrace(
                    (Long) row.getField(PatientRows.KEY),
                    (Integer) row.getField("delivery"),
                    HexFormat.of().formatHex((byte[]) row.getField("session_key")),
                    new ClinicMonth(row.getField("clinic_id").toString(), YearMonth.from((LocalDate)
                            row.getField("session_date"))));
        }
    }

    /** A record of a delivery that was not taken. */
    private record RejectedTrace(long patient, int delivery, long record) {
        static RejectedTrace read(Record row) {
            return new RejectedTrace((Long) row.getField(PatientRows.KEY), (Integer) row.getField("delivery"), (Long)
                    row.getField("record"));
        }
    }

    /** Reads the data files that some states are made of. */
    static Traces of(Set<Long> patients, Catalog catalog, List<Snapshot> states) {
        Table sessions = catalog.table(Tables.SESSIONS);
        Table quarantine = catalog.table(Tables.QUARANTINE);
        return new Traces(
                new PatientRows(sessions, patients)
                        .in(files(sessions, Tables.SESSIONS, states), SESSION_COLUMNS, SessionTrace::read),
                new PatientRows(quarantine, patients)
                        .in(files(quarantine, Tables.QUARANTINE, states), REJECTED_COLUMNS, RejectedTrace::read));
    }

    private static Set<String> files(Table table, String name, List<Snapshot> states) {
        NamedFiles named = new NamedFiles(table);
        Set<String> files = new TreeSet<>();
        for (long snapshot : new TreeSet<>(LedgerSummary.named(states, name))) {
            named.add(table.snapshot(snapshot)).forEach(file -> files.add(file.location()));
        }
        named.requireLists();
        return files;
    }

    /** Files of a table that hold something of them. */
    Set<String> files(String table) {
        return (table.equals(Tables.SESSIONS) ? sessions : rejected).keySet();
    }

    boolean isEmpty() {
        return sessions.isEmpty() && rejected.isEmpty();
    }

    /** Those of one of the patients. */
    Traces of(long patient) {
        return new Traces(
                only(sessions, trace -> trace.patient() == patient),
                only(rejected, trace -> trace.patient() == patient));
    }

    private static <T> Map<String, List<T>> only(Map<String, List<T>> byFile, Predicate<T> wanted) {
        Map<String, List<T>> some = new TreeMap<>();
        byFile.forEach(
                (file, traces) -> some.put(file, traces.stream().filter(wanted).toList()));
        some.values().removeIf(List::isEmpty);
        return some;
    }

    /** How many sessions they had, once for each delivery that brought them. */
    long sessionCount() {
        return count(keys);
    }

    /** How many records of theirs are in quarantine. */
    long rejectedCount() {
        return count(records);
    }

    private static <T> long count(Map<Integer, Set<T>> byDelivery) {
        return byDelivery.values().stream().mapToLong(Set::size).sum();
    }

    /** The numbers of deliveries that brought something of them. */
    List<Integer> deliveries() {
        Set<Integer> deliveries = new TreeSet<>(keys.keySet());
        deliveries.addAll(records.keySet());
        return List.copyOf(deliveries);
    }

    private static <T> List<T> all(Map<String, List<T>> byFile) {
        return byFile.values().stream().flatMap(Collection::stream).toList();
    }

    /** Clinics' months in which they had sessions. */
    Set<ClinicMonth> clinicMonths() {
        Set<ClinicMonth> months = new TreeSet<>();
        all(sessions).forEach(trace -> months.add(trace.of()));
        return months;
    }

    /**
     * A delivery as if they had never been in it.
     *
     * @param all deliveries that there ever were
     * @param days of the first and last session that stays
     */
    Delivery without(Delivery delivery, Collection<Delivery> all, Optional<Days> days) {
        Set<String> gone = keys.getOrDefault(delivery.number(), Set.of());
        Set<Long> unread = records.getOrDefault(delivery.number(), Set.of());
        if (gone.isEmpty() && unread.isEmpty()) {
            return delivery;
        }
        // As it was counted: a session of three deliveries twice.
        long overlapping = all.stream()
                .filter(earlier -> isBefore(earlier, delivery, all))
                .mapToLong(earlier -> keys.getOrDefault(earlier.number(), Set.of()).stream()
                        .filter(gone::contains)
                        .count())
                .sum();
        return new Delivery(
                delivery.number(),
                delivery.run(),
                delivery.file(),
                delivery.tally().without(gone.size(), unread.size()),
                delivery.overlapping() - overlapping,
                delivery.replaces(),
                days.map(Days::first),
                days.map(Days::last),
                delivery.remarks());
    }

    /** Whether a session that both hold was counted as overlapping in the later: the earlier was in force then. */
    private static boolean isBefore(Delivery earlier, Delivery later, Collection<Delivery> all) {
        return earlier.number() < later.number()
                && all.stream()
                        .noneMatch(other -> other.run() <= later.run()
                                && other.replaces()
                                        .filter(number -> number == earlier.number())
                                        .isPresent());
    }

    /** Of the first and the last session. */
    record Days(LocalDate first, LocalDate last) {
        Days and(Days other) {
            return new Days(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }
}
