package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.report.Page.Definition;
import physio.outcomes.report.Page.Definitions;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** How the figures of a page are to be read: definitions, thresholds, and what they cannot say. */
final class MethodsSections {
    private MethodsSections() {}

    /**
     * The section, the same on all pages.
     *
     * @param thresholds the smallest difference that matters, in each measure's unit, where it is one number
     */
    static Section of(Settings settings, List<Measure> measures, Map<String, OptionalDouble> thresholds) {
        List<Definition> scales = new ArrayList<>();
        measures.forEach(measure -> scales.add(new Definition(
                measure.label(), scale(measure, thresholds.getOrDefault(measure.id(), OptionalDouble.empty())))));
        return new Section(
                "reading",
                "How to read",
                List.of(
                        new Paragraph(
                                "These figures describe; a difference between techniques is associated with the technique,"
                                        + " never shown to be caused by it. An interval is a 95% confidence interval that allows for"
                                        + " several sessions of one patient."),
                        new Paragraph(privacy(settings.privacy().profile())),
                        new Heading("Measures"),
                        new Definitions(scales),
                        new Heading("Terms"),
                        new Definitions(terms(settings)),
                        new Heading("Months and clinics"),
                        new Definitions(rules(settings))));
    }

    private static String scale(Measure measure, OptionalDouble threshold) {
        return measure.instrument() + ", " + measure.low().toPlainString() + " to "
                + measure.high().toPlainString() + " "
                + measure.unit() + "; " + (measure.polarity() > 0 ? "higher" : "lower")
                + " is better. Smallest difference"
                + " that matters: " + form(measure, threshold) + " ("
                + measure.mcid().source() + ").";
    }

    private static String form(Measure measure, OptionalDouble threshold) {
        if (measure.mcid() instanceof Mcid.Percent percent) {
            return percent.percent().toPlainString() + "% of the baseline";
        }
        if (measure.mcid() instanceof Mcid.Bands bands) {
            List<String> parts = bands.bands().stream()
                    .map(band -> band.value().toPlainString() + " for a baseline up to "
                            + band.upTo().toPlainString())
                    .toList();
            return String.join(", ", parts) + " " + measure.unit();
        }
        String value = Words.number(threshold) + " " + measure.unit();
        return measure.mcid() instanceof Mcid.DeviationMultiple multiple
                ? value + ", " + multiple.multiple().toPlainString()
                        + " standard deviations of all baselines up to the end of the period"
                : value;
    }

    private static String privacy(PrivacyProfile profile) {
        return switch (profile) {
            case INTERNAL ->
                "Figures of groups of 1 to 4 patients are hidden, and where one hidden figure would follow from a"
                        + " total, another is hidden with it. Medians are shown from 10 patients.";
            case PUBLIC ->
                "Figures of groups of 1 to 9 patients are hidden, and where one hidden figure would follow from a"
                        + " total, another is hidden with it. Counts are rounded to 5 and means to one decimal.";
            case NONE -> "The figures of this page are not protected: small groups may identify people.";
        };
    }

    private static List<Definition> terms(Settings settings) {
        return List.of(
                new Definition(
                        "Episode of care",
                        "The sessions of one patient for one complaint: by the clinic's episode id, or by body region with no pause"
                                + " of more than " + settings.episode().gapDays() + " days."),
                new Definition(
                        "Closed and single-session episodes",
                        "An episode closes in the month when more than "
                                + settings.episode().gapDays()
                                + " days have passed since its last session; before, nobody knows whether it goes on. One that"
                                + " closes after a single session may be a patient who dropped out, or who needed no second one:"
                                + " the data hold no plan."),
                new Definition(
                        "Attendance",
                        "Attended sessions of those booked, in clinics that list a missed session in twelve months: the others"
                                + " send attended sessions only, and would look perfect."),
                new Definition(
                        "Adverse events",
                        "Attended sessions with an adverse event, among all attended sessions of the clinics that record events, or"
                                + " that there was none, at all."),
                new Definition(
                        "Change over the episode",
                        "The last score recorded before a session on a later day, compared with the first session's score before"
                                + " treatment. A missing first score is never replaced by a later one."),
                new Definition(
                        "Change within the session",
                        "The score after a session compared with the one before it: relief that need not last."),
                new Definition(
                        "Improvement",
                        "Change turned so that positive is better, whatever the direction of the scale."),
                new Definition(
                        "Improved, worse",
                        "Changed by at least the smallest difference that matters to patients, for the better or the worse; the"
                                + " others have no meaningful change."),
                new Definition(
                        "Technique of an episode",
                        "The one used in at least "
                                + settings.attribution()
                                        .share()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + "% of the sessions before the last score; otherwise the episode is mixed."),
                new Definition(
                        "n",
                        "The number of distinct patients behind a figure. Patients do not add up over techniques, regions or"
                                + " months: one may be in several."),
                new Definition(
                        "Regression to the mean",
                        "People come when it is bad. Some of every improvement would have come without treatment, most of it for"
                                + " those who started worst."));
    }

    /** The rules of Month by month and Clinics compared. */
    private static List<Definition> rules(Settings settings) {
        return List.of(
                new Definition(
                        "Control limits",
                        "The mean of the months, plus and minus 2.66 times the mean difference between neighbouring months; a month"
                                + " of usual scatter lies between them. With fewer than 13 months they are provisional."),
                new Definition(
                        "Beyond chance",
                        "A month outside the limits; 7 months in a row that rise or that fall; 2 of 3 months in the outer third"
                                + " between mean and limit, all 3 on that side; or 7 months in a row on one side of the mean."),
                new Definition(
                        "Improving, concerning",
                        "The last month that no longer changes is beyond chance, on the good or on the bad side; else there is no"
                                + " significant change. Where neither side is good, more or fewer than usual."),
                new Definition(
                        "Provisional",
                        "A month whose episodes may still go on, since "
                                + settings.episode().gapDays()
                                + " days have not passed. It is drawn hollow, is not judged and stays out of the limits."),
                new Definition(
                        "Target",
                        "Kept where the limits lie wholly on its good side, failed where wholly on its bad side; between them"
                                + " chance decides from month to month whether it is hit or missed."),
                new Definition(
                        "Funnel",
                        "How far a clinic's mean may lie from that of all by chance, by its number of patients: 95% and 99.8%"
                                + " limits. A clinic beyond the outer ones is worth a look."),
                new Definition(
                        "Rank",
                        "The places that a clinic may have among all, given the uncertainty of all their means. The wider, the less"
                                + " a league table would tell."));
    }
}
