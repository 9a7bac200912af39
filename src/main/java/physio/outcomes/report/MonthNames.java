package physio.outcomes.report;

import java.time.YearMonth;
import java.util.Locale;

/** English names of months; those of the JDK change with its version. */
public final class MonthNames {
    private MonthNames() {}

    /** Such as "June 2024". */
    public static String full(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    /** Such as "Jun 24". */
    public static String brief(YearMonth month) {
        return String.format(Locale.ROOT, "%s %02d", name(month).substring(0, 3), month.getYear() % 100);
    }

    private static String name(YearMonth month) {
        String name = month.getMonth().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
