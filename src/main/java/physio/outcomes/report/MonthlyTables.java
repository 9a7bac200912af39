package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.privacy.Release;

/**
 * The published tables that a monthly report shows.
 *
 * @param outcomes of the month, by technique
 * @param months the same figures for each month up to it, all techniques together
 * @param clinics the same figures of each clinic over the months that end with it, all techniques together
 * @param regions of all clinics over the same months, by body region and technique
 * @param adjusted improvement of each clinic over the same months, as it is, as expected of its case mix, and adjusted
 * @param practitioners where the settings ask for them
 * @param trajectories mean scores by visit
 * @param activity booked and attended sessions and recorded scores, by month
 * @param closed episodes of care that closed in the month, and how long they were
 * @param intervals days between sessions
 * @param safety adverse events, of the month and the months that end with it
 * @param participation episodes with baseline and follow-up
 * @param quarantine records that were not taken, by reason
 */
public record MonthlyTables(
        PublishedTable outcomes,
        PublishedTable months,
        PublishedTable clinics,
        PublishedTable regions,
        PublishedTable adjusted,
        Optional<Practitioners> practitioners,
        PublishedTable trajectories,
        PublishedTable activity,
        PublishedTable closed,
        PublishedTable intervals,
        PublishedTable safety,
        PublishedTable participation,
        PublishedTable quarantine) {

    /** A month of one clinic is too few patients to compare clinics by: so many months are taken together. */
    public static final int CLINICS_MONTHS = 12;

    /** What {@code clinics} and {@code adjusted} are, of practitioners in the place of clinics. */
    public record Practitioners(PublishedTable observed, PublishedTable adjusted) {}

    /** Those of a release that has them by their names. */
    public static MonthlyTables of(Release release) {
        boolean hasPractitioners =
                release.tables().stream().anyMatch(table -> table.name().equals("practitioner_outcomes"));
        return new MonthlyTables(
                release.table("technique_outcomes"),
                release.table("monthly_outcomes"),
                release.table("clinic_outcomes"),
                release.table("region_outcomes"),
                release.table("clinic_adjusted"),
                hasPractitioners
                        ? Optional.of(new Practitioners(
                                release.table("practitioner_outcomes"), release.table("practitioner_adjusted")))
                        : Optional.empty(),
                release.table("trajectories"),
                release.table("activity"),
                release.table("closed_episodes"),
                release.table("session_intervals"),
                release.table("safety"),
                release.table("participation"),
                release.table("quarantine"));
    }

    /** All of them, in the order in which they are written. */
    public List<PublishedTable> all() {
        List<PublishedTable> all = new ArrayList<>(List.of(outcomes, months, clinics, regions, adjusted));
        practitioners.ifPresent(tables -> all.addAll(List.of(tables.observed(), tables.adjusted())));
        all.addAll(List.of(trajectories, activity, closed, intervals, safety, participation, quarantine));
        return List.copyOf(all);
    }
}
