package physio.outcomes.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a script finds in an open page. */
final class Found {
    private Found() {}

    /** The strings of the list that the script gives; scripts run beside the page's Content-Security-Policy, which binds the page alone. */
    static List<String> by(String script, Page page) {
        return ((List<?>) page.evaluate(script))
                .stream().map(String.class::cast).toList();
    }
}
