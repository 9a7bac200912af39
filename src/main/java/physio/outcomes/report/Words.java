package physio.outcomes.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How numbers and months are written for people, in the language of {@link Texts}. */
final class Words {
    /** A figure that does not exist. */
    static final String NONE = "–";

    private Words() {}

    /** A figure that is hidden to protect a few patients. */
    static String hidden() {
        return Texts.say("number.hidden");
    }

    static String month(YearMonth month) {
        return MonthNames.full(month);
    }

    static String shortMonth(YearMonth month) {
        return MonthNames.brief(month);
    }

    static String count(long count) {
        return written("%,d", count);
    }

    static String count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : NONE;
    }

    /** A count, or the word for one that is hidden. */
    static String shown(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : hidden();
    }

    /** Two decimals below 10, one above: what the interval of such a figure supports. */
    static String number(double value) {
        return unsignedZero(written(Math.abs(value) < 9.995 ? "%.2f" : "%.1f", value));
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NONE;
    }

    /** One decimal, or none where it is whole: medians of days and sessions, rates in 1,000. */
    static String brief(OptionalDouble value) {
        return value.isPresent()
                ? Texts.number(
                        String.format(Locale.ROOT, "%.1f", value.getAsDouble()).replace(".0", ""))
                : NONE;
    }

    /** A blank and what there is to say, in brackets; nothing where there is nothing. */
    static String bracketed(String... parts) {
        String said = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return said.isEmpty() ? "" : " " + Texts.say("brackets", said);
    }

    /** With a sign, for changes. */
    static String change(OptionalDouble value) {
        if (value.isEmpty()) {
            return NONE;
        }
        String text = number(value.getAsDouble());
        return value.getAsDouble() > 0 && !isZero(text) ? "+" + text : text;
    }

    /** Three significant digits, for what is multiplied by large numbers. */
    static String coefficient(OptionalDouble value) {
        return value.isPresent()
                ? Texts.number(BigDecimal.valueOf(value.getAsDouble())
                        .round(new MathContext(3, RoundingMode.HALF_UP))
                        .toPlainString())
                : NONE;
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? Texts.say("number.percent", whole(share)) : NONE;
    }

    static String interval(OptionalDouble low, OptionalDouble high) {
        return low.isPresent() && high.isPresent()
                ? Texts.say("number.interval", number(low.getAsDouble()), number(high.getAsDouble()))
                : NONE;
    }

    static String percentInterval(OptionalDouble low, OptionalDouble high) {
        return low.isPresent() && high.isPresent()
                ? Texts.say("number.interval.percent", whole(low), whole(high))
                : NONE;
    }

    /** An interval by its name; nothing where there is none. */
    static String named(String interval) {
        return interval.equals(NONE) ? "" : Texts.say("number.interval.named", interval);
    }

    static String pValue(OptionalDouble p) {
        if (p.isEmpty()) {
            return NONE;
        }
        return p.getAsDouble() < 0.001 ? "< " + written("%.3f", 0.001) : written("%.3f", p.getAsDouble());
    }

    /** For "p …" in a sentence: with the sign that compares. */
    static String comparedP(OptionalDouble p) {
        String text = pValue(p);
        return text.startsWith("<") ? text : "= " + text;
    }

    private static String whole(OptionalDouble share) {
        return written("%.0f", 100 * share.getAsDouble());
    }

    private static String written(String format, Object number) {
        return Texts.number(String.format(Locale.ROOT, format, number));
    }

    private static String unsignedZero(String text) {
        String minus = Texts.say("number.minus");
        return isZero(text) && text.startsWith(minus) ? text.substring(minus.length()) : text;
    }

    private static boolean isZero(String digits) {
        return digits.chars().noneMatch(character -> character >= '1' && character <= '9');
    }
}
