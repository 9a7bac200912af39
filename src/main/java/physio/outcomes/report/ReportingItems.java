package physio.outcomes.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.report.Page.Definition;
import physio.outcomes.report.Page.Definitions;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/**
 * The items of reporting for a paper, filled in: STROBE (von Elm and others, PLoS Medicine 2007) and RECORD (Benchimol and others, PLoS
 * Medicine 2015).
 */
final class ReportingItems {
    private final ComparisonSubject subject;
    private final Settings settings;

    private ReportingItems(ComparisonSubject subject) {
        this.subject = subject;
        this.settings = subject.settings();
    }

    static Section of(ComparisonSubject subject) {
        ReportingItems items = new ReportingItems(subject);
        return new Section(
                "reporting",
                "Methods for a paper",
                List.of(
                        new Paragraph(
                                "Items of STROBE (von Elm 2007) and RECORD (Benchimol 2015), as far as the data can fill"
                                        + " them; those on title, funding and ethics are the authors'."),
                        new Definitions(items.design()),
                        new Definitions(items.statistics()),
                        new Definitions(items.results())));
    }

    private List<Definition> design() {
        return List.of(
                item("4 Study design", "Cohort of episodes of care from routine records, analysed afterwards."),
                item(
                        "5 Setting",
                        settings.report().organisation() + ", outpatient physiotherapy; sessions of "
                                + subject.about().period().replace("..", " to ") + "."),
                item(
                        "6 Participants (RECORD 6.1)",
                        "All patients with an attended session in the period"
                                + (subject.about().region().isEmpty()
                                        ? ""
                                        : " for " + subject.about().region())
                                + "; an episode is analysed when it has a score at its first session and one on a later"
                                + " day. A new episode begins after more than "
                                + settings.episode().gapDays()
                                + " days without a session, unless the clinic numbers episodes. Flow: From records to those"
                                + " compared."),
                item(
                        "7 Variables (RECORD 7.1)",
                        "Exposure: the technique of at least "
                                + settings.attribution()
                                        .share()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + "% of the sessions before the last score. Outcomes: " + outcomes()
                                + ". Confounders: " + subject.caseMix() + "."),
                item(
                        "8 Data sources (RECORD 22.1)",
                        "Session records exported by the clinics, mapped and checked; wrong values were put in quarantine"
                                + " with a reason, repeated records counted once."),
                item(
                        "9 Bias",
                        "Confounding by indication: adjusted and weighted for what is recorded, E-values for what is not."
                                + " Regression to the mean: adjusted for the baseline. Loss to follow-up: responders by three"
                                + " treatments of the missing."),
                item(
                        "10 Study size",
                        "All there are; no arm of fewer than "
                                + settings.compare().minPatients() + " patients is compared."),
                item(
                        "11 Quantitative variables",
                        "Scores as recorded, in whole steps of their instrument; the baseline enters as a straight line;"
                                + " age in bands as delivered."));
    }

    private String outcomes() {
        return subject.measures().stream()
                .map(measure -> measure.label() + " (" + measure.instrument() + ", "
                        + measure.low().toPlainString() + " to "
                        + measure.high().toPlainString() + " "
                        + measure.unit() + when(measure) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String when(Measure measure) {
        return measure.timing() == Measure.Timing.SESSION ? ", before and after each session" : ", once a visit";
    }

    private List<Definition> statistics() {
        String cluster = settings.compare().cluster() == Cluster.PATIENT ? "patient" : "clinic";
        return List.of(
                item(
                        "12a Statistical methods",
                        "ANCOVA of the follow-up score on technique, baseline and case mix, errors clustered by "
                                + cluster
                                + " (CR1), t intervals (Vickers & Altman 2001). Beside it: crude differences, Hedges' g,"
                                + " mixed models with a random intercept by patient and by clinic (REML, Satterthwaite),"
                                + " overlap weights (Li, Morgan & Zaslavsky 2018). Holm's adjustment over techniques."),
                item(
                        "12b Subgroups",
                        "Differences by clinic and by body region, pooled by random effects (REML, Knapp-Hartung) with"
                                + " prediction intervals."),
                item(
                        "12c Missing data",
                        "A missing baseline is never replaced. A missing level of case mix is a level of its own."
                                + " Responders: available cases, missing as no response, and inverse probability of being"
                                + " observed."),
                item(
                        "12e Sensitivity",
                        "Closed episodes only; episodes of one technique only; thresholds of response; E-values"
                                + " (VanderWeele & Ding 2017)."));
    }

    private List<Definition> results() {
        return List.of(
                item("13 Participants", "Section From records to those compared."),
                item("14 Descriptive", "Section Who got which technique."),
                item(
                        "15–17 Outcomes, main results, other analyses",
                        "Sections "
                                + subject.measures().stream()
                                        .map(Measure::label)
                                        .collect(Collectors.joining(", "))
                                + ", New episodes."),
                item("18–21 Discussion", "In brief, Claimed benefits, Limitations; interpretation is the authors'."),
                item(
                        "Software and settings",
                        "physio-outcomes, in the version at the foot of this page. " + settings()
                                + " All settings in force are in run.json."),
                item("State of the data", subject.about().state() + "."),
                item("Command that repeats it", subject.about().command()));
    }

    private String settings() {
        return "compare.reference: " + settings.compare().reference().orElse("the most used") + "; compare.case_mix: "
                + String.join(", ", settings.compare().caseMix()) + "; compare.cluster: "
                + lower(settings.compare().cluster()) + "; compare.min_patients: "
                + settings.compare().minPatients() + "; attribution.share: "
                + settings.attribution().share().toPlainString() + "; episode.gap_days: "
                + settings.episode().gapDays() + "; privacy.profile: "
                + lower(settings.privacy().profile()) + ".";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Definition item(String term, String meaning) {
        return new Definition(term, meaning);
    }
}
