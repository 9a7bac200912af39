package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;

/**
 * The trend over the number of sessions that is drawn: bent where the square is beyond chance, else straight.
 *
 * @param coefficients of the powers of the number of sessions, from 0; none where no trend is known
 */
record DoseTrend(List<Double> coefficients) {
    private static final List<String> STRAIGHT = List.of("(Intercept)", "sessions");
    private static final List<String> BENT = List.of("(Intercept)", "sessions", "sessions^2");

    static DoseTrend of(ComparisonSubject subject, Measure measure) {
        Optional<PublishedRow> square = term(subject, measure, "quadratic", "sessions^2");
        boolean isBent = square.isPresent() && square.get().number("p_value").orElse(1) < ComparisonSubject.LEVEL;
        List<Double> coefficients = (isBent ? BENT : STRAIGHT)
                .stream()
                        .map(term -> term(subject, measure, isBent ? "quadratic" : "linear", term)
                                .map(row -> row.number("estimate"))
                                .orElse(OptionalDouble.empty()))
                        .flatMap(estimate -> estimate.stream().boxed())
                        .toList();
        return new DoseTrend(coefficients.size() == (isBent ? BENT : STRAIGHT).size() ? coefficients : List.of());
    }

    private static Optional<PublishedRow> term(ComparisonSubject subject, Measure measure, String trend, String term) {
        return subject.tables().first("dose_trend", Map.of("measure", measure.id(), "trend", trend, "term", term));
    }

    /** The title of a chart of a measure, which tells the kind of trend. */
    String title(String measure) {
        return coefficients.isEmpty()
                ? Texts.say("dose.title", measure)
                : Texts.say(coefficients.size() == BENT.size() ? "dose.title.quadratic" : "dose.title.linear", measure);
    }

    /** From the first to the last single number of sessions: numbers that stand for more have no place of their own. */
    List<DoseChart.Point> curve(List<DoseChart.Dose> doses) {
        List<Integer> sessions = doses.stream()
                .filter(dose -> dose.label().equals(String.valueOf(dose.sessions())))
                .map(DoseChart.Dose::sessions)
                .toList();
        return coefficients.isEmpty() || sessions.size() < 2
                ? List.of()
                : IntStream.rangeClosed(sessions.get(0), sessions.get(sessions.size() - 1))
                        .mapToObj(number -> new DoseChart.Point(number, mean(number)))
                        .toList();
    }

    private double mean(double sessions) {
        double mean = 0;
        for (int power = coefficients.size() - 1; power >= 0; power--) {
            mean = mean * sessions + coefficients.get(power);
        }
        return mean;
    }
}
