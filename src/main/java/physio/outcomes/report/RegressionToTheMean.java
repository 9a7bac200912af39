package physio.outcomes.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Paragraph;

/** Arms that start far apart regress to the mean by different amounts. */
final class RegressionToTheMean {
    private static final double FAR = 0.5;

    private RegressionToTheMean() {}

    /** A warning where baselines of techniques lie far apart. */
    static Optional<Paragraph> warning(ComparisonSubject subject, Measure measure, String window) {
        List<PublishedRow> arms = subject.outcomes(measure, window).stream()
                .filter(row -> row.number("baseline_mean").isPresent()
                        && row.number("baseline_sd").isPresent())
                .toList();
        DoubleSummaryStatistics means = arms.stream()
                .mapToDouble(row -> row.number("baseline_mean").orElseThrow())
                .summaryStatistics();
        double sd = arms.stream()
                .filter(row -> row.key("technique").equals(MonthlySubject.ALL))
                .mapToDouble(row -> row.number("baseline_sd").orElseThrow())
                .findFirst()
                .orElse(0);
        double apart = means.getMax() - means.getMin();
        return sd > 0 && apart > FAR * sd
                ? Optional.of(new Paragraph(Texts.say("contrasts.regression", Words.number(apart), measure.unit())))
                : Optional.empty();
    }
}
