package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core finds against WCAG 2.2, levels A and AA: contrast, names, roles, structure and the size of targets. */
@ExtendWith(InstalledChromium.class)
class AccessiblePagesTest {
    private static final String AXE = axe();

    private static final String VIOLATIONS = """
            () => axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              resultTypes: ['violations']
            }).then(results => results.violations
              .filter(violation => ['serious', 'critical'].includes(violation.impact))
              .flatMap(violation => violation.nodes.map(node => violation.id + ' at ' + node.target.join(' '))))
            """;

    static Stream<View> views() {
        return View.on(Medium.DESK, Medium.PHONE, Medium.PHONE_BY_NIGHT);
    }

    @ParameterizedTest
    @MethodSource("views")
    void nothingSeriousStandsInAReadersWay(View view, OpenPages pages) {
        Page page = pages.of(view);
        assertThat(violations(page)).isEmpty();
    }

    /** Else the test above could not fail. */
    @Test
    void findsPaleTextAPictureWithoutWordsAndTargetsTooSmall(Browser browser) {
        try (Page page = browser.newPage()) {
            page.setContent("<html lang='en'><head><title>x</title></head><body><p style='color:#ccc'>pale</p>"
                    + "<svg role='img'></svg><style>a{position:absolute;width:8px;height:8px;overflow:hidden}</style>"
                    + "<a href='#a' style='top:99px'>a</a><a href='#b' style='top:108px'>b</a></body></html>");
            assertThat(violations(page))
                    .containsExactlyInAnyOrder(
                            "color-contrast at p",
                            "svg-img-alt at svg",
                            "target-size at a[href=\"#a\"]",
                            "target-size at a[href=\"#b\"]");
        }
    }

    private static List<String> violations(Page page) {
        page.evaluate(AXE);
        return Found.by(VIOLATIONS, page);
    }

    private static String axe() {
        try (InputStream script =
                Objects.requireNonNull(AccessiblePagesTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
