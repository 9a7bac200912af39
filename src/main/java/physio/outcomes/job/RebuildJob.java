package physio.outcomes.job;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import physio.outcomes.store.CurrentSessions;
import physio.outcomes.store.SettledYears;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** Sums anew what the store keeps of years that are settled: sessions → months → kept years. */
public final class RebuildJob {
    private final Workplace workplace;
    private final Stages stages;

    public RebuildJob(Workplace workplace) {
        this.workplace = workplace;
        this.stages = new Stages(workplace.progress());
    }

    /**
     * Forgets all that is kept, and keeps what the newest month's report need not sum again.
     *
     * @return the years that are kept now
     * @throws physio.outcomes.domain.UserException when the store holds nothing to sum, or cannot be written
     */
    public List<Integer> run() {
        try (Store store = Store.forReading(workplace.store())) {
            store.check(workplace.settings());
            StoreState state = store.state();
            YearMonth month = MonthlyReportJob.month(Optional.empty(), state);
            SettledYears years = store.settledYears();
            years.clear();
            stages.begin("Starting Spark");
            MonthlyReportJob report = new MonthlyReportJob(workplace, stages);
            CurrentSessions current = report.releasable(store, state, month, Rendering.ALWAYS);
            report.summed(store, current, month, state);
            return years.all();
        }
    }
}
