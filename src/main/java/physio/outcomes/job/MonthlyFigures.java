package physio.outcomes.job;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.compare.ClinicAdjustment;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.Safety;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.Release;
import physio.outcomes.report.MonthlyTables;

/** Protects what a monthly report shows of months, and sums and protects what it shows of a year. */
final class MonthlyFigures {
    private final Settings settings;
    private final Protection protection;
    private final Stages stages;
    private final SummedMonths summed;
    private final MonthlyOutcomes outcomes;

    /** The first month of those that clinics are compared over. */
    private final YearMonth first;

    private final YearMonth month;

    /** Of a month, for those who know of earlier releases. */
    MonthlyFigures(Settings settings, Stages stages, SummedMonths summed, YearMonth month, ReleasedCells known) {
        this.settings = settings;
        this.protection = Protection.of(settings.privacy().profile(), known);
        this.stages = stages;
        this.summed = summed;
        this.outcomes = summed.outcomes();
        this.first = month.minusMonths(MonthlyTables.CLINICS_MONTHS - 1);
        this.month = month;
    }

    /**
     * All tables; nothing after the month is used. Months come first: of a clinic's year only months that are shown are summed, so that a hidden one
     * does not follow from what the year lacks, nor from what the next report's year will. Techniques are of all clinics in their month, and so they are in the year.
     */
    Release of(ResultTable quarantine) {
        stages.begin("Protecting the months");
        List<ResultTable> months = new ArrayList<>(summed.tables(reference()));
        months.add(quarantine);
        Release release = protection.release(months);
        List<ResultTable> year = year(summed.month().recording(), release);
        stages.begin("Protecting the year");
        return release.with(year);
    }

    private List<ResultTable> year(Set<Safety.ClinicMonth> recording, Release months) {
        stages.begin("Summing clinics");
        Set<Cell.Key> hidden = hidden(months);
        MonthlyOutcomes.Together year = outcomes.together(first, month, hidden);
        List<ResultTable> tables = new ArrayList<>();
        tables.add(table("clinic_outcomes", year.ofClinics()));
        tables.add(TechniqueOutcomes.regions("region_outcomes", year.ofRegions(), outcomes.measures(), reference()));
        stages.begin("Adjusting clinics");
        tables.add(adjusted(Attribute.CLINIC, hidden));
        if (settings.report().comparesPractitioners()) {
            tables.add(TechniqueOutcomes.practitioners(
                    "practitioner_outcomes", year.ofPractitioners(), outcomes.measures(), reference()));
            tables.add(adjusted(Attribute.PRACTITIONER, hidden));
        }
        stages.begin("Counting adverse events");
        tables.add(outcomes.safety(first, month, recording, hiddenMonths(months)));
        return tables;
    }

    private ResultTable table(String name, List<Cell> cells) {
        return TechniqueOutcomes.table(name, cells, outcomes.measures(), reference());
    }

    private String reference() {
        return settings.compare().reference().orElse("");
    }

    private ResultTable adjusted(Attribute group, Set<Cell.Key> hidden) {
        return ClinicAdjustment.of(
                outcomes,
                new ClinicAdjustment.Plan(
                        group,
                        first,
                        month,
                        hidden,
                        settings.compare().caseMix(),
                        Protection.threshold(settings.privacy().profile())));
    }

    /** Cells of clinics' months that are not shown: a sum over months must not tell a hidden one by what it lacks. */
    private static Set<Cell.Key> hidden(Release months) {
        return months.hiddenKeys("monthly_outcomes").stream()
                .filter(key -> !key.get(0).equals(Cell.ALL))
                .map(key -> new Cell.Key(key.get(1), key.get(0), key.get(2), key.get(3), Cell.ALL))
                .collect(Collectors.toSet());
    }

    private static Set<Safety.ClinicMonth> hiddenMonths(Release months) {
        return months.hiddenKeys("activity").stream()
                .map(key -> new Safety.ClinicMonth(key.get(0), key.get(1)))
                .collect(Collectors.toSet());
    }
}
