package physio.outcomes.store;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

/**
 * Holds back what late, corrected and withdrawn records change in months that were released, as long as it concerns few patients: who holds the earlier
 * release against the next would have their scores by subtraction. Such a clinic's month stays as it was shown, as of the delivery of then, until more have come.
 */
final class LateRecords {
    private static final String MONTH = "month";
    private static final String CLINIC = "clinic_id";
    private static final StructType CLINIC_MONTH =
            new StructType().add(CLINIC, DataTypes.StringType).add(MONTH, DataTypes.StringType);

    private final CurrentSessions current;
    private final StoreState state;
    private final List<Release> last;

    /** The store as it was when something was shown, by the number of its newest delivery. */
    private final Map<Integer, StoreState> shown;

    /**
     * Of a state.
     *
     * @param last of each month the last release that showed it
     * @param states the store as it was when a delivery was the newest, where it knows
     */
    LateRecords(
            CurrentSessions current, StoreState state, List<Release> last, IntFunction<Optional<StoreState>> states) {
        this.current = current;
        this.state = state;
        this.last = last;
        this.shown = shown(states);
    }

    /**
     * Also states that the store has gone back behind; of those that it does not know, since it was put back from a backup, it cannot tell what was
     * shown.
     */
    private Map<Integer, StoreState> shown(IntFunction<Optional<StoreState>> states) {
        Set<Integer> versions = new TreeSet<>();
        last.forEach(release -> versions.addAll(release.versions()));
        versions.remove(state.lastDelivery());
        Map<Integer, StoreState> known = new TreeMap<>();
        versions.forEach(version -> states.apply(version).ifPresent(then -> known.put(version, then)));
        return known;
    }

    /**
     * Clinics' months to be shown as of an earlier delivery.
     *
     * @param detailed the month of which techniques are told apart, too
     * @param fewest patients that a change must concern to be shown
     */
    Map<ClinicMonth, Integer> heldBack(YearMonth detailed, int fewest) {
        Map<ClinicMonth, Integer> held = new TreeMap<>();
        shown.keySet().stream()
                .filter(this::mayHaveChanged)
                .forEach(version -> few(version, detailed, fewest).forEach(of -> held.put(of, version)));
        return held;
    }

    /** With some clinics' months all of a month, where those of a clinic are of few patients: the total would tell of these. */
    Set<ClinicMonth> leftOut(Set<ClinicMonth> withdrawn, int fewest) {
        if (withdrawn.isEmpty()) {
            return withdrawn;
        }
        Set<String> months = withdrawn.stream().map(of -> of.month().toString()).collect(Collectors.toSet());
        Map<ClinicMonth, Long> patients = new TreeMap<>();
        current.sessions()
                .groupBy(col(CLINIC), month().as(MONTH))
                .agg(countDistinct("patient_key").as("patients"))
                .where(col(MONTH).isInCollection(months))
                .collectAsList()
                .forEach(row -> patients.put(
                        new ClinicMonth(row.getString(0), YearMonth.parse(row.getString(1))), row.getLong(2)));
        Set<YearMonth> whole = withdrawn.stream()
                .filter(of -> patients.getOrDefault(of, 0L) < fewest)
                .map(ClinicMonth::month)
                .collect(Collectors.toSet());
        Set<ClinicMonth> left = new TreeSet<>(withdrawn);
        patients.keySet().stream().filter(of -> whole.contains(of.month())).forEach(left::add);
        return left;
    }

    /** The sessions, those of clinics' months that are held back as of their deliveries. */
    Dataset<Row> sessions(Map<ClinicMonth, Integer> held) {
        Dataset<Row> sessions = current.sessions();
        if (held.isEmpty()) {
            return sessions;
        }
        Dataset<Row> all = of(sessions, held.keySet(), "left_anti");
        for (int version : new TreeSet<>(held.values()).tailSet(Release.NEVER + 1)) {
            Set<ClinicMonth> own = held.entrySet().stream()
                    .filter(entry -> entry.getValue() == version)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            all = all.unionByName(of(earlier(version), own, "left_semi"), true);
        }
        return all;
    }

    private Dataset<Row> of(Dataset<Row> sessions, Set<ClinicMonth> months, String join) {
        List<Row> rows = new TreeSet<>(months)
                .stream()
                        .map(of -> RowFactory.create(of.clinic(), of.month().toString()))
                        .toList();
        return sessions.withColumn(MONTH, month())
                .join(
                        broadcast(sessions.sparkSession().createDataFrame(rows, CLINIC_MONTH)),
                        new String[] {CLINIC, MONTH},
                        join)
                .drop(MONTH);
    }

    private static Column month() {
        return date_format(col("session_date"), "yyyy-MM");
    }

    private Dataset<Row> earlier(int version) {
        return current.at(then(version)).sessions();
    }

    private StoreState then(int version) {
        return Objects.requireNonNull(shown.get(version));
    }

    /** Without looking at any session: whether anything of released months came since, or was replaced. */
    private boolean mayHaveChanged(int version) {
        YearMonth month = last.get(last.size() - 1).month();
        List<Integer> now = numbers(state);
        List<Integer> before = numbers(then(version));
        return state.current().stream()
                        .filter(delivery -> !before.contains(delivery.number()))
                        .anyMatch(delivery -> delivery.firstDate()
                                .filter(first -> !YearMonth.from(first).isAfter(month))
                                .isPresent())
                || !now.containsAll(before);
    }

    private static List<Integer> numbers(StoreState state) {
        return state.current().stream().map(Delivery::number).toList();
    }

    /** Of what was last shown as of a version: where something else is known now, of few patients. */
    private List<ClinicMonth> few(int version, YearMonth detailed, int fewest) {
        Column wasShown = version().equalTo(version);
        // By what was in the store then, not by number: who goes back and forward finds again what came before.
        Dataset<Row> now =
                current.sessions().where(wasShown.and(not(col("delivery").isInCollection(numbers(then(version))))));
        Dataset<Row> then = earlier(version).where(wasShown);
        Dataset<Row> gone = then.where(not(col("delivery").isInCollection(numbers(state))))
                .unionByName(then.join(now.select("session_key"), new String[] {"session_key"}, "left_semi"))
                .distinct();
        Dataset<Row> before = like(now, gone);
        Dataset<Row> after = now.drop("delivery");
        return after
                .except(before)
                .union(before.except(after))
                .withColumn(MONTH, month())
                .groupBy(
                        col(CLINIC),
                        col(MONTH),
                        when(col(MONTH).equalTo(detailed.toString()), col("technique"))
                                .otherwise(lit("")))
                .agg(countDistinct("patient_key").as("patients"))
                .where(col("patients").lt(fewest))
                .select(CLINIC, MONTH)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new ClinicMonth(row.getString(0), YearMonth.parse(row.getString(1))))
                .toList();
    }

    /** The same columns, but for the delivery; those that came later are empty. */
    private static Dataset<Row> like(Dataset<Row> now, Dataset<Row> then) {
        Set<String> had = Set.of(then.columns());
        return then.select(Arrays.stream(now.columns())
                .filter(name -> !name.equals("delivery"))
                .map(name -> had.contains(name)
                        ? col(name)
                        : lit(null).cast(now.schema().apply(name).dataType()).as(name))
                .toArray(Column[]::new));
    }

    /** As of which delivery a session's clinic and month were last shown; none of months after the last that were. */
    private Column version() {
        Column version = lit(null).cast(DataTypes.IntegerType);
        // The latest months first: what is said last is asked first.
        for (int i = last.size() - 1; i >= 0; i--) {
            Release release = last.get(i);
            Column shown = lit(release.delivery());
            for (Map.Entry<ClinicMonth, Integer> held : new TreeMap<>(release.held()).entrySet()) {
                shown = when(
                                col(CLINIC)
                                        .equalTo(held.getKey().clinic())
                                        .and(month().equalTo(
                                                        held.getKey().month().toString())),
                                lit(held.getValue()))
                        .otherwise(shown);
            }
            version = when(col("session_date").leq(release.month().atEndOfMonth()), shown)
                    .otherwise(version);
        }
        return version;
    }
}
