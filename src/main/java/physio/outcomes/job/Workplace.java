package physio.outcomes.job;

import java.nio.file.Path;
import java.time.Clock;
import physio.outcomes.catalogue.Settings;

/**
 * What every job works with.
 *
 * @param settings in force
 * @param store the store's folder
 * @param reports what reports are written to
 * @param clock for the day of the run and for run records; no result depends on it
 * @param spark started when a job first needs it
 * @param cohorts of the reports of this run
 * @param progress told what goes on
 */
public record Workplace(
        Settings settings,
        Path store,
        Destination reports,
        Clock clock,
        SparkEngine spark,
        Cohorts cohorts,
        Progress progress) {}
