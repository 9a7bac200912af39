package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.report.Page.Link;
import physio.outcomes.report.Page.Section;

/** The comparison of techniques as a page. */
public final class ComparisonReport {
    private final ComparisonSubject subject;

    /**
     * What is compared.
     *
     * @param period such as {@code 2023-01..2024-06}
     * @param region a body region's label, or empty for all
     * @param references the technique the others are held against, by measure and window joined by a space
     * @param latest the number of the store's newest delivery
     * @param command that repeats it
     * @param asOf the number of the delivery whose state was read, when an old one was asked for
     */
    public record Subject(
            String period,
            String region,
            Map<String, String> references,
            int latest,
            String command,
            Optional<Integer> asOf) {

        /** Which state of the data was read, in words. */
        String state() {
            return asOf.map(delivery -> Texts.say("compare.state.as_of", String.valueOf(delivery)))
                    .orElseGet(() -> Texts.say("compare.state", String.valueOf(latest)));
        }

        /** The period in words. */
        String time() {
            String[] ends = period.split("\\.\\.", -1);
            return ends.length == 2 ? Texts.say("month.range", ends[0], ends[1]) : period;
        }
    }

    /**
     * A comparison's report.
     *
     * @param measures those that the data have
     * @param thresholds the smallest difference that matters, by measure, where it is one number
     */
    public ComparisonReport(
            ComparisonTables tables,
            Settings settings,
            Subject subject,
            List<Measure> measures,
            Map<String, OptionalDouble> thresholds) {
        this.subject = new ComparisonSubject(tables, settings, subject, measures, thresholds);
    }

    /** What the report is called. */
    public String title() {
        return Texts.say("compare.title", subject.about().time());
    }

    /** The page. */
    public Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(QuestionSection.of(subject));
        sections.add(FlowSection.of(subject));
        sections.add(CharacteristicsSection.of(subject));
        subject.measures().forEach(measure -> sections.add(MeasureSections.of(subject, measure)));
        sections.add(RecurrenceSection.of(subject));
        sections.add(ScorecardSection.of(subject));
        sections.add(LimitationsSection.of(subject));
        sections.add(MethodsSections.of(subject.settings(), subject.measures(), subject.thresholds()));
        sections.add(ReportingItems.of(subject));
        String region = subject.about().region();
        return new Page(
                title(),
                subject.settings().report().organisation(),
                region.isEmpty()
                        ? Texts.say("compare.subtitle", subject.about().state())
                        : Texts.say(
                                "compare.subtitle.region",
                                region,
                                subject.about().state()),
                MonthlyReport.warning(subject.settings()),
                List.of(new Link(Texts.say("month.link.reports"), "../index.html")),
                sections);
    }
}
