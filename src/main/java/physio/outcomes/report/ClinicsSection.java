package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;

/** Clinics side by side, without a league table: which differ from the mean of all by more than chance explains. */
final class ClinicsSection {
    private static final List<String> HEADINGS = List.of(
            "Clinic",
            "Patients",
            "Adjusted mean",
            "Position",
            "Rank may be",
            "Mean as observed",
            "95% interval",
            "Position as observed");

    private final MonthlySubject subject;

    private ClinicsSection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Section of(MonthlySubject subject) {
        return new Section("clinics", "Clinics compared", new ClinicsSection(subject).blocks());
    }

    private List<Block> blocks() {
        List<ClinicFunnels> funnels = subject.measures().stream()
                .flatMap(measure -> ClinicFunnels.of(subject, measure).stream())
                .toList();
        if (funnels.isEmpty()) {
            return List.of(new Paragraph("No two clinics have enough patients to be compared, or the privacy profile"
                    + " does not show spread."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("Mean improvement over the episodes last seen from " + subject.clinicsPeriod()
                + ", by number of patients, clinics of at least " + Funnel.FEWEST
                + ". Small clinics scatter more, so the limits of chance are wide for them: of 40 clinics that are all alike, 2 lie"
                + " beyond the 95% limits, and of 500, 1 beyond the 99.8% limits. Look before you judge."));
        blocks.add(
                new Paragraph("Patients are not the same everywhere: a clinic may lie low because of whom it treats. "
                        + adjustment(funnels)));
        funnels.forEach(own -> add(blocks, own));
        return blocks;
    }

    private String adjustment(List<ClinicFunnels> funnels) {
        if (funnels.stream().allMatch(own -> own.adjusted().isEmpty())) {
            return "Figures are not adjusted for case mix.";
        }
        String against = " sets each clinic against what patients with the same " + caseMix()
                + " reached in all clinics. Its adjusted mean is the mean of all plus what its patients gained beyond what a"
                + " linear regression of the last score on these expects of them. Adjustment is never complete: what is"
                + " not recorded is not allowed for.";
        return subject.isOneClinic()
                ? "So the chart of each measure" + against
                : "So judge by the first chart of each measure, which" + against
                        + " The second shows what was observed.";
    }

    private String caseMix() {
        List<String> labels = new ArrayList<>(List.of("score at the start"));
        subject.settings().compare().caseMix().stream()
                .filter(factor -> !factor.equals("clinic"))
                .forEach(factor -> labels.add(CaseMixLabels.factor(factor).toLowerCase(Locale.ROOT)));
        String last = labels.remove(labels.size() - 1);
        return labels.isEmpty() ? last : String.join(", ", labels) + " and " + last;
    }

    private void add(List<Block> blocks, ClinicFunnels funnels) {
        String id = "clinics-" + funnels.measure().id();
        funnels.adjusted()
                .ifPresent(adjusted -> blocks.add(drawing(
                        id + "-adjusted",
                        funnels.measure(),
                        "mean improvement by clinic, adjusted for case mix",
                        adjusted)));
        if (!subject.isOneClinic() || funnels.adjusted().isEmpty()) {
            blocks.add(drawing(id, funnels.measure(), "mean improvement by clinic, as observed", funnels.observed()));
        }
        blocks.add(subject.isOneClinic() ? new Paragraph(own(funnels)) : grid(funnels));
    }

    private Drawing drawing(String id, Measure measure, String what, ClinicFunnel funnel) {
        return new Drawing(new FunnelChart(
                id,
                measure.label() + ", " + what + ", " + subject.clinicsPeriod(),
                new Axis("Mean improvement", measure.unit(), 2),
                Better.HIGHER,
                funnel.funnel(),
                "patients",
                subject.named(funnel.funnel())));
    }

    private String own(ClinicFunnels funnels) {
        String clinic = subject.clinic();
        ClinicFunnel observed = funnels.observed();
        if (observed.position(clinic).isEmpty()) {
            return "This clinic has too few patients to be judged.";
        }
        String adjusted = funnels.adjusted()
                .map(own -> "Adjusted for case mix, this clinic is " + place(own) + ": mean improvement "
                        + Words.change(own.mean(clinic)) + " "
                        + funnels.measure().unit() + ". ")
                .orElse("");
        return adjusted + "As observed it is " + place(observed) + ": "
                + Words.change(observed.mean(clinic)) + " " + funnels.measure().unit() + " ("
                + OutcomeRows.patients(observed.row(clinic)) + "). All clinics "
                + Words.number(observed.funnel().centre()) + ". Its rank may be "
                + funnels.judged().ranks(clinic) + ".";
    }

    private String place(ClinicFunnel funnel) {
        return position(funnel, subject.clinic());
    }

    private static String position(ClinicFunnel funnel, String clinic) {
        return funnel.position(clinic)
                .map(position -> Texts.say("position", position))
                .orElse(Words.NONE);
    }

    private static Grid grid(ClinicFunnels funnels) {
        Measure measure = funnels.measure();
        ClinicFunnel observed = funnels.observed();
        List<List<String>> rows = new ArrayList<>();
        for (FunnelUnit unit : observed.funnel().units()) {
            String clinic = unit.name();
            PublishedRow row = observed.row(clinic);
            rows.add(List.of(
                    clinic,
                    Words.count(unit.n()),
                    funnels.adjusted()
                            .map(own -> Words.change(own.mean(clinic)))
                            .orElse(Words.NONE),
                    funnels.adjusted().map(own -> position(own, clinic)).orElse(Words.NONE),
                    funnels.judged().ranks(clinic),
                    Words.change(observed.mean(clinic)),
                    Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure)),
                    position(observed, clinic)));
        }
        return new Grid(measure.label() + ", clinics by name; " + measure.unit(), HEADINGS, rows);
    }
}
