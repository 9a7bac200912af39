package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.Position;

/** Clinics side by side, without a league table: which differ from the mean of all by more than chance explains. */
final class ClinicsSection {
    /** More names would lie upon each other. */
    private static final int MOST_NAMES = 8;

    private final MonthlySubject subject;

    private ClinicsSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Section of(MonthlySubject subject) {
        return new Section("clinics", "Clinics compared", new ClinicsSection(subject).blocks());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("Mean improvement over the episodes last seen from " + subject.clinicsPeriod()
                + ", by number of patients, clinics of at least " + Funnel.FEWEST
                + ". Small clinics scatter more, so the limits of chance are wide for them: of 40 clinics that are all alike, 2 lie"
                + " beyond the 95% limits, and of 500, 1 beyond the 99.8% limits. Patients are not the same everywhere: a clinic may"
                + " lie low because of whom it treats. Look before you judge. Figures are not adjusted for case mix."));
        boolean isEmpty = true;
        for (Measure measure : subject.measures()) {
            Optional<ClinicFunnel> funnel = ClinicFunnel.of(subject, measure);
            funnel.ifPresent(own -> add(blocks, measure, own));
            isEmpty &= funnel.isEmpty();
        }
        return isEmpty
                ? List.of(new Paragraph("No two clinics have enough patients to be compared, or the privacy profile"
                        + " does not show spread."))
                : blocks;
    }

    private void add(List<Block> blocks, Measure measure, ClinicFunnel funnel) {
        blocks.add(new Drawing(new FunnelChart(
                "clinics-" + measure.id(),
                measure.label() + ", mean improvement by clinic, " + subject.clinicsPeriod(),
                new Axis("Mean improvement", measure.unit(), 2),
                Better.HIGHER,
                funnel.funnel(),
                "patients",
                named(funnel))));
        if (subject.isOneClinic()) {
            blocks.add(new Paragraph(own(measure, funnel)));
        } else {
            blocks.add(grid(measure, funnel));
        }
    }

    /** On its own page a clinic, else those beyond the limits. */
    private List<String> named(ClinicFunnel funnel) {
        if (subject.isOneClinic()) {
            return List.of(subject.clinic());
        }
        List<String> beyond = funnel.funnel().units().stream()
                .filter(unit -> funnel.funnel().position(unit) != Position.WITHIN)
                .map(FunnelUnit::name)
                .toList();
        return beyond.size() > MOST_NAMES ? List.of() : beyond;
    }

    private String own(Measure measure, ClinicFunnel funnel) {
        return funnel.position(subject.clinic())
                .map(position -> "This clinic is " + position.meaning() + ": mean improvement "
                        + Words.change(funnel.row(subject.clinic()).number("improvement_mean")) + " " + measure.unit()
                        + " (" + OutcomeRows.patients(funnel.row(subject.clinic())) + "), all clinics "
                        + Words.number(funnel.funnel().centre()) + ". Its rank may be "
                        + funnel.ranks(subject.clinic()) + ".")
                .orElse("This clinic has too few patients to be judged.");
    }

    private static Grid grid(Measure measure, ClinicFunnel funnel) {
        List<List<String>> rows = new ArrayList<>();
        for (FunnelUnit unit : funnel.funnel().units()) {
            PublishedRow row = funnel.row(unit.name());
            rows.add(List.of(
                    unit.name(),
                    Words.count(unit.n()),
                    Words.change(row.number("improvement_mean")),
                    Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure)),
                    funnel.funnel().position(unit).meaning(),
                    funnel.ranks(unit.name())));
        }
        return new Grid(
                measure.label() + ", clinics by name; " + measure.unit(),
                List.of("Clinic", "Patients", "Mean improvement", "95% interval", "Position", "Rank may be"),
                rows);
    }
}
