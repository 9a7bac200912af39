package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Targets of the monthly report and the months from which its limits are computed anew, each with a reason. */
final class ReportDates {
    private ReportDates() {}

    static Map<String, BigDecimal> targets(Fields fields) {
        Map<String, BigDecimal> targets = new LinkedHashMap<>();
        fields.textMap("targets").forEach((measure, text) -> {
            try {
                targets.put(measure, DecimalText.read(text));
            } catch (NumberFormatException notANumber) {
                throw fields.invalidEntry("targets", measure, "must be a number");
            }
        });
        return targets;
    }

    static Map<YearMonth, String> rebases(Fields fields) {
        Map<YearMonth, String> rebases = new TreeMap<>();
        fields.textMap("rebase").forEach((month, reason) -> {
            try {
                rebases.put(YearMonth.parse(month), reason);
            } catch (DateTimeException notAMonth) {
                throw fields.misplacedEntry("rebase", month, "must be a month as YYYY-MM");
            }
        });
        return rebases;
    }
}
