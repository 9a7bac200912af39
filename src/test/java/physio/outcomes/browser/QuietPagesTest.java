package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page asks the network for, and what the browser complains about. */
@ExtendWith(InstalledChromium.class)
class QuietPagesTest {
    private static final String ELSEWHERE = "http://127.0.0.1:9/x.png";

    @ParameterizedTest
    @EnumSource
    void opensWithoutAWordOfTheBrowserAndAsksForItselfAlone(Report report, Browser browser) {
        try (Page page = Medium.DESK.emptyIn(browser)) {
            Heard heard = Heard.on(page);
            page.navigate(report.address());
            page.setViewportSize(Medium.PHONE.width(), 800);
            page.evaluate("() => document.fonts.ready.then(() => scrollTo(0, document.body.scrollHeight))");
            assertThat(heard.words()).isEmpty();
            assertThat(heard.requests()).containsExactly(report.address());
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsInTheFontsThatItCarries(Report report, OpenPages pages) {
        Page page = pages.of(new View(report, Medium.DESK));
        assertThat(page.evaluate("() => document.fonts.ready.then(fonts => [...fonts].map(font => font.status))"))
                .isEqualTo(List.of("loaded", "loaded"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatSomebodySlipsIn(Report report, OpenPages pages) {
        Page page = pages.of(new View(report, Medium.DESK));
        String slipIn = "address => { new Image().src = address; }";
        ConsoleMessage refusal = page.waitForConsoleMessage(() -> page.evaluate(slipIn, ELSEWHERE));
        assertThat(refusal.text()).contains("Content Security Policy");
    }

    /** Else the first test could not fail. */
    @Test
    void hearsRequestsAndComplaints(Browser browser) {
        try (Page page = browser.newPage()) {
            Heard heard = Heard.on(page);
            page.setContent("<img src='" + ELSEWHERE + "' alt=''><script>nothing()</script>");
            assertThat(heard.words()).anyMatch(word -> word.contains("nothing is not defined"));
            assertThat(heard.requests()).containsExactly(ELSEWHERE);
        }
    }

    private record Heard(List<String> words, List<String> requests) {
        static Heard on(Page page) {
            Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
            page.onConsoleMessage(message -> heard.words.add(message.text()));
            page.onPageError(heard.words::add);
            page.onRequest(request -> heard.requests.add(request.url()));
            return heard;
        }
    }
}
