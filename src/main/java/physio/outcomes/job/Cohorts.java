package physio.outcomes.job;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.StoreState;

/** Keeps the last cohort, since the reports of one run are about the same sessions. */
public final class Cohorts implements AutoCloseable {
    private @Nullable Key key;
    private @Nullable Cohort cohort;

    private record Key(List<?> deliveries, LocalDate until) {}

    /** The cohort of a state up to and on a day. */
    Cohort of(CurrentSessions sessions, StoreState state, LocalDate until, Settings settings) {
        Key asked = new Key(state.deliveries(), until);
        Cohort known = cohort;
        if (known == null || !asked.equals(key)) {
            close();
            known = Cohort.of(sessions.sessions(), until, settings);
            cohort = known;
            key = asked;
        }
        return known;
    }

    @Override
    public void close() {
        if (cohort != null) {
            cohort.close();
            cohort = null;
        }
    }
}
