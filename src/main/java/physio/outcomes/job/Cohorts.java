package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.SessionBlocks.Practitioners;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.StoreState;

/** Keeps the sessions of the last cohort, since the reports of one run are about the same. */
public final class Cohorts implements AutoCloseable {
    private @Nullable Key key;
    private @Nullable SessionBlocks blocks;

    private record Key(List<?> deliveries, Map<ClinicMonth, Integer> heldBack, LocalDate until) {}

    /** The attended sessions of a state up to and on a day; nothing after it is used. */
    SessionBlocks of(CurrentSessions sessions, StoreState state, LocalDate until, Settings settings) {
        Key asked = new Key(state.deliveries(), sessions.heldBack(), until);
        SessionBlocks known = blocks;
        if (known == null || !asked.equals(key)) {
            close();
            List<Measure> measures = List.copyOf(settings.measures().values());
            Practitioners practitioners =
                    settings.report().comparesPractitioners() ? Practitioners.TOLD : Practitioners.UNTOLD;
            known = sessions.files(until)
                    .map(files -> SessionBlocks.of(sessions.spark(), files, until, measures, practitioners))
                    .orElseGet(() -> SessionBlocks.of(
                            sessions.sessions().where(col("session_date").leq(until)), measures, practitioners));
            blocks = known;
            key = asked;
        }
        return known;
    }

    @Override
    public void close() {
        if (blocks != null) {
            blocks.close();
            blocks = null;
        }
    }
}
