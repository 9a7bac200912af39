package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether all that a page says can be read, on a desk, on a phone and on paper. */
@ExtendWith(InstalledChromium.class)
class LegiblePagesTest {
    private static final String WIDTHS =
            "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]";

    /** Texts below 9 px as they are shown, whatever scales the drawing that they are in. */
    private static final String TOO_SMALL = """
            () => {
              const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              const small = [];
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true})) continue;
                const scale = element.getScreenCTM ? Math.hypot(element.getScreenCTM().a, element.getScreenCTM().b) : 1;
                const size = parseFloat(getComputedStyle(element).fontSize) * scale;
                if (size < 9) small.push(size.toFixed(2) + ' px: ' + walker.currentNode.data);
              }
              return small;
            }
            """;

    static Stream<View> views() {
        return View.on(Medium.DESK, Medium.PHONE, Medium.PAPER);
    }

    @ParameterizedTest
    @MethodSource("views")
    void isNoWiderThanItsMedium(View view, OpenPages pages) {
        Page page = pages.of(view);
        assertThat(page.evaluate(WIDTHS))
                .isEqualTo(List.of(view.medium().width(), view.medium().width()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void laysNoTextOfAChartOverAnotherOrOutside(View view, OpenPages pages) {
        Page page = pages.of(view);
        List<ChartTexts> charts = ChartTexts.in(page);
        assertThat(charts).hasSameSizeAs(page.querySelectorAll("figure")).hasSizeGreaterThan(5);
        assertThat(charts).allSatisfy(chart -> assertThat(chart.texts()).isNotEmpty());
        assertThat(charts.stream().flatMap(ChartTexts::overlapping)).isEmpty();
        assertThat(charts.stream().flatMap(ChartTexts::outside)).isEmpty();
        assertThat(page.querySelectorAll(".tile svg text"))
                .as("lines in tiles are too small for text")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasNoTextBelowNinePixels(View view, OpenPages pages) {
        Page page = pages.of(view);
        assertThat(Found.by(TOO_SMALL, page)).isEmpty();
    }

    /** Else the tests above could not fail. */
    @Test
    void findsWhatCannotBeRead(Browser browser) {
        try (Page page = Medium.PHONE.emptyIn(browser)) {
            page.setContent(
                    "<html><body style='margin:0'><svg aria-label='chart' width='400' height='50' viewBox='0 0 800 100'>"
                            + "<text x='10' y='40'>first</text><text x='20' y='45'>second</text>"
                            + "<text x='780' y='40'>third</text><text x='300' y='40' display='none'>hidden</text></svg></body></html>");
            assertThat(page.evaluate(WIDTHS)).isEqualTo(List.of(400, Medium.PHONE.width()));
            assertThat(Found.by(TOO_SMALL, page))
                    .containsExactly("8.00 px: first", "8.00 px: second", "8.00 px: third");
            assertThat(ChartTexts.in(page)).singleElement().satisfies(chart -> {
                assertThat(chart.overlapping()).containsExactly("“second” over “first” in: chart");
                assertThat(chart.outside()).containsExactly("“third” leaves: chart");
            });
        }
    }
}
