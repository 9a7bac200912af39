package physio.outcomes.privacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Value;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * What the profile {@code public} shows of a row that is not hidden. Counts are rounded to 5, each by itself; a count among them of 1 to 9, or one
 * that leaves 1 to 9, is blank, and so is its share, which is worked out from the rounded counts. Means have one decimal, and quantiles
 * of fewer than 20 patients are blank. A mean change is the difference of the means as they are shown: rounded by itself it would tell more of them. What gives
 * an exact count away is left out: deviations, errors, intervals, and means that few counts could give.
 */
final class PublicFigures {
    private static final int ROUNDING = 5;
    private static final int FOR_QUANTILES = 20;
    private static final int SMALL = 10;
    private static final List<String> DIFFERENCES = List.of("change_mean", "improvement_mean");

    private final List<ResultColumn> columns;
    private final ResultRow row;
    private final boolean hasMeans;
    private final List<Figure> figures = new ArrayList<>();

    /** The share of the numerator before it, blank when that is. */
    private Figure share = Figure.BLANK;

    private PublicFigures(List<ResultColumn> columns, ResultRow row) {
        this.columns = columns;
        this.row = row;
        this.hasMeans = additive()
                .allMatch(count -> new PossibleCounts(row.contributors().grid()).areMany(rounded(count), means()));
    }

    static List<Figure> of(List<ResultColumn> columns, ResultRow row) {
        PublicFigures shown = new PublicFigures(columns, row);
        for (int i = 0; i < columns.size(); i++) {
            shown.figures.add(shown.figure(i));
        }
        return shown.figures;
    }

    private Figure figure(int i) {
        Figure figure = row.figures().get(i);
        return switch (columns.get(i).role()) {
            case ADDITIVE_COUNT, PATIENTS, RECORDED ->
                figure instanceof Count count ? new Count(rounded(count.value())) : figure;
            case NUMERATOR -> numerator(i);
            case RATE -> rate();
            case AGAINST_REFERENCE, SPREAD -> Figure.BLANK;
            case MEAN -> hasMeans ? mean(i) : Figure.BLANK;
            case QUANTILE -> row.patients() < FOR_QUANTILES ? Figure.BLANK : oneDecimal(figure);
            case OPEN, TEXT -> figure;
        };
    }

    private Figure numerator(int i) {
        share = Figure.BLANK;
        if (!(row.figures().get(i) instanceof Count count)) {
            return Figure.BLANK;
        }
        long whole = whole(i, count.value());
        if (isSmall(count.value()) || isSmall(whole - count.value())) {
            return Figure.BLANK;
        }
        long shown = rounded(count.value());
        share = Figure.number(Math.min(1, (double) shown / rounded(whole)));
        return new Count(shown);
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < SMALL;
    }

    /** Of how many: as its share has it, where it has one; else of the fewest that the row counts. */
    private long whole(int numerator, long count) {
        boolean hasShare =
                numerator + 1 < columns.size() && columns.get(numerator + 1).role() == Role.RATE;
        return hasShare && count > 0 && row.figures().get(numerator + 1) instanceof Value rate
                ? Math.round(count / rate.value())
                : fewest();
    }

    /** The share comes first of the figures that are derived from a numerator; the others are its interval. */
    private Figure rate() {
        Figure first = share;
        share = Figure.BLANK;
        return first;
    }

    private long fewest() {
        return additive().min().orElse(row.patients());
    }

    private LongStream additive() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == Role.ADDITIVE_COUNT)
                .mapToObj(row.figures()::get)
                .flatMapToLong(
                        figure -> figure instanceof Count count ? LongStream.of(count.value()) : LongStream.empty());
    }

    /** The means that are rounded by themselves. */
    private List<BigDecimal> means() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == Role.MEAN && difference(i).isEmpty())
                .mapToObj(row.figures()::get)
                .flatMap(figure -> figure instanceof Value value ? Stream.of(decimal(value)) : Stream.empty())
                .toList();
    }

    private Figure mean(int i) {
        return difference(i)
                .<Figure>map(difference -> new Value(difference.doubleValue()))
                .orElseGet(() -> oneDecimal(row.figures().get(i)));
    }

    /** Of a row with both means, what the change in a column is by them. */
    private Optional<BigDecimal> difference(int i) {
        if (!DIFFERENCES.contains(columns.get(i).name()) || !(row.figures().get(i) instanceof Value change)) {
            return Optional.empty();
        }
        return value("follow_up_mean")
                .flatMap(last -> value("baseline_mean").map(first -> {
                    BigDecimal difference = decimal(last).subtract(decimal(first));
                    boolean isTurned = Math.signum(change.value()) != Math.signum(last.value() - first.value());
                    return isTurned ? difference.negate() : difference;
                }));
    }

    private Optional<Value> value(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .mapToObj(row.figures()::get)
                .flatMap(figure -> figure instanceof Value value ? Stream.of(value) : Stream.empty())
                .findFirst();
    }

    private static long rounded(long count) {
        return Math.round((double) count / ROUNDING) * ROUNDING;
    }

    private static Figure oneDecimal(Figure figure) {
        return figure instanceof Value value ? new Value(decimal(value).doubleValue()) : figure;
    }

    private static BigDecimal decimal(Value value) {
        return BigDecimal.valueOf(value.value()).setScale(1, RoundingMode.HALF_EVEN);
    }
}
