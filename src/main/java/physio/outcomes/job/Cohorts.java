package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.SessionBlocks.Practitioners;
import physio.outcomes.measure.SessionDays;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.StoreState;

/** Keeps the sessions of the last cohort, since the reports of one run are about the same. */
public final class Cohorts implements AutoCloseable {
    private @Nullable Key key;
    private @Nullable SessionBlocks blocks;
    private boolean isForAll;

    /** With the first day of those that were asked for, where the patients of these were enough. */
    private record Key(
            List<?> deliveries, Map<ClinicMonth, Integer> heldBack, LocalDate until, Optional<LocalDate> since) {}

    /** Says that reports of all sessions will follow, so that it is no use to read some of them first. */
    public void keepAll() {
        isForAll = true;
    }

    /**
     * The attended sessions of a state up to and on a day; nothing after it is used.
     *
     * @param since where the patients who came on this day or later are enough; others may be there too
     */
    SessionBlocks of(
            CurrentSessions sessions, StoreState state, LocalDate until, Optional<LocalDate> since, Settings settings) {
        Key asked = new Key(state.deliveries(), sessions.heldBack(), until, since.filter(day -> !isForAll));
        SessionBlocks known = blocks;
        if (known == null || !asked.equals(key)) {
            close();
            List<Measure> measures = List.copyOf(settings.measures().values());
            Practitioners practitioners =
                    settings.report().comparesPractitioners() ? Practitioners.TOLD : Practitioners.UNTOLD;
            known = sessions.files(until)
                    .map(files ->
                            SessionBlocks.of(sessions.spark(), files, days(sessions, asked), measures, practitioners))
                    .orElseGet(() -> SessionBlocks.of(
                            sessions.sessions().where(col("session_date").leq(until)), measures, practitioners));
            blocks = known;
            key = asked;
        }
        return known;
    }

    private static SessionDays days(CurrentSessions sessions, Key asked) {
        return new SessionDays(
                asked.until(),
                asked.since()
                        .flatMap(first -> sessions.files(first, asked.until())
                                .map(files -> new SessionDays.Recent(first, files))));
    }

    @Override
    public void close() {
        if (blocks != null) {
            blocks.close();
            blocks = null;
        }
    }
}
