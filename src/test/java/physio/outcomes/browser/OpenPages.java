package physio.outcomes.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/** Pages that are opened once, for all tests that look and leave everything as it is. */
final class OpenPages {
    private final Browser browser;
    private final Map<View, Page> pages = new HashMap<>();

    OpenPages(Browser browser) {
        this.browser = browser;
    }

    Page of(View view) {
        return pages.computeIfAbsent(view, this::opened);
    }

    private Page opened(View view) {
        Page page = view.medium().emptyIn(browser);
        page.navigate(view.report().address());
        return page;
    }
}
