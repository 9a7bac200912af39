package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Keying;

/** A store in a folder, its tables there or elsewhere: read by whoever likes, written by one run at a time. */
public final class Store implements AutoCloseable {
    private final Path folder;
    private final Catalog catalog;
    private final Optional<StoreLock> lock;

    private Store(Path folder, Optional<StoreLock> lock) {
        this.folder = folder;
        this.catalog = new Catalog(folder);
        this.lock = lock;
    }

    /**
     * Opens a store that exists, for reading.
     *
     * @throws UserException when there is none
     */
    public static Store forReading(Path folder) {
        Warehouse.require(folder);
        Store store = new Store(folder, Optional.empty());
        if (!store.catalog.exists(Tables.LEDGER) || !store.ledger().hasBegun()) {
            throw Warehouse.none(folder);
        }
        return store;
    }

    /**
     * Opens a store for writing, makes it when there is none, and puts its tables back to what the ledger names, should an earlier
     * run have died between.
     *
     * @param warehouse where a new store has its tables, absent for its folder
     * @param isWaiting whether to wait for another run to end instead of giving up
     * @throws UserException when another run holds it, it has its tables elsewhere, or it cannot be written
     */
    public static Store forWriting(Path folder, Optional<String> warehouse, boolean isWaiting, Clock clock) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return recovered(held(folder, warehouse, isWaiting, clock));
        } catch (IOException failed) {
            throw unwritable(folder);
        }
    }

    private static UserException unwritable(Path folder) {
        return UserException.store("Cannot write to the store " + folder + ": check room and permissions.");
    }

    /** Opens a store for writing that exists already. */
    static Store forWriting(Path folder, boolean isWaiting, Clock clock) {
        return forWriting(folder, Optional.empty(), isWaiting, clock);
    }

    /** Holds a store that exists as it is, whole or not. */
    static Store held(Path folder, boolean isWaiting, Clock clock) {
        return held(folder, Optional.empty(), isWaiting, clock);
    }

    private static Store held(Path folder, Optional<String> warehouse, boolean isWaiting, Clock clock) {
        StoreLock lock = StoreLock.take(folder, isWaiting, clock);
        boolean isOpen = false;
        try {
            Warehouse.settle(folder, warehouse);
            Store store = new Store(folder, Optional.of(lock));
            isOpen = true;
            return store;
        } catch (IOException failed) {
            throw unwritable(folder);
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    private static Store recovered(Store store) throws IOException {
        boolean isOpen = false;
        try {
            store.recover();
            isOpen = true;
            return store;
        } finally {
            if (!isOpen) {
                store.close();
            }
        }
    }

    /** Where the tables are. */
    public TablePlace tables() {
        return TablePlace.of(catalog.warehouse());
    }

    /** A keying function for reading files that nothing is kept of. */
    public static Keying passingKeys() {
        return StoreKey.passing();
    }

    /** What the ledger says now. */
    public StoreState state() {
        return ledger().state();
    }

    /**
     * What the ledger said when a delivery was the newest: the store as it was then.
     *
     * @throws UserException when it never was so
     */
    public StoreState state(int newest) {
        return ledger().state(newest);
    }

    /**
     * Checks that settings mean what they meant when the store was filled.
     *
     * @throws UserException when scores are counted in other steps
     */
    public void check(Settings settings) {
        catalog.checkSteps(settings);
    }

    /** The sessions of a state, each once. */
    public CurrentSessions sessions(SparkSession spark, StoreState state) {
        return new CurrentSessions(spark, catalog, state);
    }

    /** What its years come to that are over. */
    public SettledYears settledYears() {
        return new SettledYears(folder);
    }

    /** What was released of the store. */
    public Releases releases() {
        return new Releases(folder);
    }

    /**
     * The sessions of a state, those that earlier releases would tell of held back: see {@link LateRecords}.
     *
     * @param detailed the month of which techniques are told apart
     * @param fewest patients that a change in a released month must concern to be shown
     */
    public CurrentSessions releasable(SparkSession spark, StoreState state, YearMonth detailed, int fewest) {
        CurrentSessions current = sessions(spark, state);
        List<Releases.Release> last = releases().last();
        if (last.isEmpty()) {
            return current;
        }
        WithdrawnMonths withdrawn = new WithdrawnMonths(erased(), releases());
        withdrawn.checkNotReleased(detailed);
        LateRecords late = new LateRecords(current, state, last, ledger()::find);
        Map<Releases.ClinicMonth, Integer> held = late.heldBack(detailed, fewest);
        late.leftOut(withdrawn.all(), fewest).forEach(of -> held.put(of, Releases.Release.NEVER));
        return held.isEmpty() ? current : current.with(held, late.sessions(held));
    }

    /** What is wrong with the records that a state's deliveries did not bring in. */
    public Quarantine quarantine(StoreState state) {
        return new Quarantine(catalog.table(Tables.QUARANTINE), state);
    }

    /**
     * Takes in files; this store must be open for writing.
     *
     * @param spark asked for only when there is something to read
     * @param progress told what goes on
     */
    public Ingestion ingestion(Settings settings, Supplier<SparkSession> spark, Consumer<String> progress) {
        // The context belongs to the Spark session, which outlives this.
        return ingestion(
                settings,
                (task, stored) -> new SparkStaging(
                        JavaSparkContext.fromSparkContext(spark.get().sparkContext()), task, stored, progress),
                progress);
    }

    /** The same with files read in another way. */
    Ingestion ingestion(Settings settings, Staging.Maker stagings, Consumer<String> progress) {
        if (lock.isEmpty()) {
            throw new IllegalStateException("The store is open for reading");
        }
        boolean isOneScope = settings.patients().isOneScope();
        StoreKey key = StoreKey.read(folder, isOneScope);
        Ledger ledger = ledger();
        ledger.terms().checkKey(key);
        Set<Long> erased = erased().patients();
        ledger.terms()
                .fixScope(
                        isOneScope,
                        () -> erased.isEmpty() && ledger.state().deliveries().isEmpty());
        return new Ingestion(stagings, this, catalog, key.without(erased), progress);
    }

    /** The key of a practitioner of a source, as sessions hold it. */
    public long practitioner(String source, String practitionerId) {
        StoreKey key = StoreKey.read(folder, false);
        ledger().terms().checkKey(key);
        return key.practitioner(source, practitionerId);
    }

    /** Who was erased from it. */
    ErasedPatients erased() {
        return ErasedPatients.read(folder, ledger());
    }

    Catalog catalog() {
        return catalog;
    }

    Path folder() {
        return folder;
    }

    Ledger ledger() {
        return catalog.ledger();
    }

    /** Puts the tables to what the ledger names; makes them when there are none. */
    void recover() throws IOException {
        new Recovery(folder, catalog).run();
    }

    @Override
    public void close() {
        lock.ifPresent(StoreLock::close);
    }
}
