package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page without a mouse: what Tab reaches, and the headings that a screen reader leaps along. */
@ExtendWith(InstalledChromium.class)
class KeyboardTest {
    /** Names of what can be scrolled sideways. */
    private static final String SCROLLABLE = """
            () => [...document.querySelectorAll('body *')]
              .filter(element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
              .filter(element => element.scrollWidth > element.clientWidth)
              .map(element => element.ariaLabel || 'without a name')
            """;

    /** The name of what has the focus, nothing after the last stop. */
    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              if (element === document.body) return '';
              const name = element.ariaLabel || element.textContent.trim() || 'without a name';
              return getComputedStyle(element).outlineStyle === 'none' ? 'unseen: ' + name : name;
            }
            """;

    private static final String HEADINGS = """
            () => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
              .filter(heading => heading.checkVisibility()).map(heading => heading.tagName)
            """;

    @ParameterizedTest
    @EnumSource
    void reachesAndNamesEachTableThatScrolls(Report report, OpenPages pages) {
        Page page = pages.of(new View(report, Medium.PHONE));
        List<String> scrollable = Found.by(SCROLLABLE, page);
        List<String> stops = stops(page);
        assertThat(scrollable).isNotEmpty();
        assertThat(stops).containsSubsequence(scrollable).doesNotContain("without a name");
        assertThat(stops).noneMatch(stop -> stop.startsWith("unseen"));
    }

    @ParameterizedTest
    @EnumSource
    void headingsGoDownOneLevelAtATime(Report report, OpenPages pages) {
        List<String> levels = Found.by(HEADINGS, pages.of(new View(report, Medium.PHONE)));
        assertThat(levels).startsWith("H1", "H2").contains("H3").containsOnlyOnce("H1");
        assertThat(skipped(levels)).isEmpty();
    }

    /** Else the tests above could not fail. */
    @Test
    void findsWhatAKeyboardCannotReachAndHeadingsThatSkip(Browser browser) {
        try (Page page = browser.newPage()) {
            page.setContent("<h1>1</h1><h3>3</h3><div style='overflow-x:auto;width:9px' inert>wide</div>"
                    + "<a href='#a' style='outline:0'>link</a>");
            assertThat(Found.by(SCROLLABLE, page)).containsExactly("without a name");
            assertThat(stops(page)).containsExactly("unseen: link");
            assertThat(skipped(Found.by(HEADINGS, page))).containsExactly("H3 after H1");
        }
    }

    private static List<String> skipped(List<String> levels) {
        return IntStream.range(1, levels.size())
                .filter(i -> levels.get(i).charAt(1) > levels.get(i - 1).charAt(1) + 1)
                .mapToObj(i -> levels.get(i) + " after " + levels.get(i - 1))
                .toList();
    }

    private static List<String> stops(Page page) {
        List<String> stops = new ArrayList<>();
        page.keyboard().press("Tab");
        for (String stop = focused(page); !stop.isEmpty(); stop = focused(page)) {
            stops.add(stop);
            page.keyboard().press("Tab");
        }
        return stops;
    }

    private static String focused(Page page) {
        return (String) page.evaluate(FOCUSED);
    }
}
