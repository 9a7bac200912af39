package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.FunnelChart.Units;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;

/** Clinics, or practitioners, side by side, without a league table: which differ from the mean of all by more than chance explains. */
final class ClinicsSection {
    private final MonthlySubject subject;
    private final Units units;

    /** The section's id, with which the keys of its texts begin. */
    private final String id;

    private ClinicsSection(MonthlySubject subject, Units units) {
        this.subject = subject;
        this.units = units;
        this.id = units.name().toLowerCase(Locale.ROOT);
    }

    /** The section; practitioners stand on the page of all clinics alone. */
    static Section of(MonthlySubject subject, Units units) {
        ClinicsSection section = new ClinicsSection(subject, units);
        return new Section(section.id, Texts.say(section.id + ".heading"), section.blocks());
    }

    private List<Block> blocks() {
        List<ClinicFunnels> funnels = subject.measures().stream()
                .flatMap(measure -> ClinicFunnels.of(subject, units, measure).stream())
                .toList();
        if (funnels.isEmpty()) {
            return List.of(new Paragraph(Texts.say(id + ".none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say(id + ".intro", subject.clinicsPeriod(), String.valueOf(Funnel.FEWEST))));
        blocks.add(new Paragraph(Texts.say(id + ".case_mix") + " " + adjustment(funnels)));
        funnels.forEach(own -> add(blocks, own));
        return blocks;
    }

    private String adjustment(List<ClinicFunnels> funnels) {
        if (funnels.stream().allMatch(own -> own.adjusted().isEmpty())) {
            return Texts.say("clinics.unadjusted");
        }
        return Texts.say(subject.isOneClinic() ? "clinics.adjustment.clinic" : id + ".adjustment.all", caseMix());
    }

    private String caseMix() {
        List<String> labels = new ArrayList<>(List.of(Texts.say("clinics.baseline")));
        subject.settings().compare().caseMix().stream()
                .filter(factor -> !factor.equals("clinic"))
                .forEach(factor -> labels.add(CaseMixLabels.told(factor)));
        String last = labels.remove(labels.size() - 1);
        return labels.isEmpty() ? last : Texts.say("clinics.and", String.join(", ", labels), last);
    }

    private void add(List<Block> blocks, ClinicFunnels funnels) {
        String chart = id + "-" + funnels.measure().id();
        funnels.adjusted()
                .ifPresent(adjusted ->
                        blocks.add(drawing(chart + "-adjusted", funnels.measure(), ".title.adjusted", adjusted)));
        if (!subject.isOneClinic() || funnels.adjusted().isEmpty()) {
            blocks.add(drawing(chart, funnels.measure(), ".title.observed", funnels.observed()));
        }
        blocks.add(subject.isOneClinic() ? new Paragraph(own(funnels)) : grid(funnels));
    }

    private Drawing drawing(String chart, Measure measure, String title, ClinicFunnel funnel) {
        return new Drawing(new FunnelChart(
                chart,
                Texts.say(id + title, measure.label(), subject.clinicsPeriod()),
                new Axis(Texts.say("quantity.improvement"), measure.unit(), 2),
                Better.HIGHER,
                funnel.funnel(),
                units,
                Texts.say("unit.patients"),
                subject.named(funnel.funnel())));
    }

    private String own(ClinicFunnels funnels) {
        String clinic = subject.clinic();
        ClinicFunnel observed = funnels.observed();
        if (observed.position(clinic).isEmpty()) {
            return Texts.say("clinics.too_few");
        }
        String adjusted = funnels.adjusted()
                .map(own -> Texts.say("clinics.own.adjusted", place(own), mean(own, funnels.measure())) + " ")
                .orElse("");
        return adjusted
                + Texts.say(
                        "clinics.own.observed",
                        place(observed),
                        mean(observed, funnels.measure()),
                        OutcomeRows.patients(observed.row(clinic)),
                        Words.number(observed.funnel().centre()),
                        funnels.judged().ranks(clinic));
    }

    private String mean(ClinicFunnel funnel, Measure measure) {
        return Texts.say("number.unit", Words.change(funnel.mean(subject.clinic())), measure.unit());
    }

    private String place(ClinicFunnel funnel) {
        return position(funnel, subject.clinic());
    }

    private static String position(ClinicFunnel funnel, String clinic) {
        return funnel.position(clinic)
                .map(position -> Texts.say("position", position))
                .orElse(Words.NONE);
    }

    private Grid grid(ClinicFunnels funnels) {
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
        return new Grid(Texts.say(id + ".caption", measure.label(), measure.unit()), headings(), rows);
    }

    private List<String> headings() {
        return List.of(
                Texts.say(units == Units.CLINICS ? "column.clinic" : "column.practitioner"),
                Texts.say("column.patients"),
                Texts.say("clinics.column.adjusted"),
                Texts.say("clinics.column.position"),
                Texts.say("clinics.column.rank"),
                Texts.say("clinics.column.observed"),
                Texts.say("column.interval"),
                Texts.say("clinics.column.position_observed"));
    }
}
