package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.compare.ClinicAdjustment;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Activity;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.Safety;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.MonthlyTables;
import physio.outcomes.store.CurrentSessions;

/** Sums what a monthly report shows, and protects it. */
final class MonthlyFigures {
    private final Settings settings;
    private final Protection protection;
    private final Stages stages;
    private final MonthlyOutcomes outcomes;

    /** The first month of those that clinics are compared over. */
    private final YearMonth first;

    private final YearMonth month;

    MonthlyFigures(Settings settings, Stages stages, MonthlyOutcomes outcomes, YearMonth month) {
        this.settings = settings;
        this.protection = Protection.of(settings.privacy().profile());
        this.stages = stages;
        this.outcomes = outcomes;
        this.first = month.minusMonths(MonthlyTables.CLINICS_MONTHS - 1);
        this.month = month;
    }

    /** All tables; nothing after the month is used. */
    MonthlyTables of(CurrentSessions current, YearMonth firstOfAll) {
        stages.begin("Summing the months");
        MonthlyOutcomes.Month summed = outcomes.month(firstOfAll, month);
        PublishedTable ofMonth = published("technique_outcomes", summed.ofMonth());
        PublishedTable byMonth = published("monthly_outcomes", summed.byMonth());
        stages.begin("Summing clinics");
        Set<Cell.Key> hidden = hidden(byMonth);
        MonthlyOutcomes.Together year = outcomes.together(first, month, hidden);
        stages.begin("Adjusting clinics");
        PublishedTable adjusted = adjusted(Attribute.CLINIC, hidden);
        Optional<MonthlyTables.Practitioners> practitioners = practitioners(year, hidden);
        stages.begin("Counting activity and quality");
        Dataset<Row> booked = current.sessions().where(col("session_date").leq(month.atEndOfMonth()));
        PublishedTable activity = protection.publish(
                Activity.of(booked, List.copyOf(outcomes.measures().values())));
        return new MonthlyTables(
                ofMonth,
                byMonth,
                published("clinic_outcomes", year.ofClinics()),
                protection.publish(TechniqueOutcomes.regions(
                        "region_outcomes", year.ofRegions(), outcomes.measures(), reference())),
                adjusted,
                practitioners,
                protection.publish(summed.trajectories()),
                activity,
                protection.publish(summed.closed()),
                protection.publish(summed.intervals()),
                protection.publish(Safety.of(booked, first, month, hiddenMonths(activity))),
                protection.publish(summed.participation()),
                protection.publish(QuarantineCounts.of(current.quarantine())));
    }

    private PublishedTable published(String name, List<Cell> cells) {
        return protection.publish(TechniqueOutcomes.table(name, cells, outcomes.measures(), reference()));
    }

    private String reference() {
        return settings.compare().reference().orElse("");
    }

    private PublishedTable adjusted(Attribute group, Set<Cell.Key> hidden) {
        ResultTable adjusted = ClinicAdjustment.of(
                outcomes,
                new ClinicAdjustment.Plan(
                        group,
                        first,
                        month,
                        hidden,
                        settings.compare().caseMix(),
                        Protection.threshold(settings.privacy().profile())));
        return protection.publish(adjusted);
    }

    private Optional<MonthlyTables.Practitioners> practitioners(MonthlyOutcomes.Together year, Set<Cell.Key> hidden) {
        if (!settings.report().comparesPractitioners()) {
            return Optional.empty();
        }
        PublishedTable observed = protection.publish(TechniqueOutcomes.practitioners(
                "practitioner_outcomes", year.ofPractitioners(), outcomes.measures(), reference()));
        return Optional.of(new MonthlyTables.Practitioners(observed, adjusted(Attribute.PRACTITIONER, hidden)));
    }

    /** Cells of clinics' months that are not shown: a sum over months must not tell a hidden one by what it lacks. */
    private static Set<Cell.Key> hidden(PublishedTable months) {
        return months.rows().stream()
                .filter(row -> row.isSuppressed() && !row.key("clinic_id").equals(Cell.ALL))
                .map(row -> new Cell.Key(
                        row.key("period"), row.key("clinic_id"), row.key("measure"), row.key("window"), Cell.ALL))
                .collect(Collectors.toSet());
    }

    private static Set<Safety.ClinicMonth> hiddenMonths(PublishedTable activity) {
        return activity.rows().stream()
                .filter(PublishedRow::isSuppressed)
                .map(row -> new Safety.ClinicMonth(row.key("clinic_id"), row.key("period")))
                .collect(Collectors.toSet());
    }
}
