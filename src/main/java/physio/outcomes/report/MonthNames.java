package physio.outcomes.report;

import java.time.YearMonth;
import java.util.Locale;

/** Names of months; those of the JDK change with its version. */
public final class MonthNames {
    private MonthNames() {}

    /** Such as "June 2024". */
    public static String full(YearMonth month) {
        return Texts.say("month.full", Texts.say("month", month.getMonth()), String.valueOf(month.getYear()));
    }

    /** Such as "Jun 24". */
    public static String brief(YearMonth month) {
        String year = String.format(Locale.ROOT, "%02d", month.getYear() % 100);
        return Texts.say("month.brief", Texts.say("month.short", month.getMonth()), year);
    }
}
