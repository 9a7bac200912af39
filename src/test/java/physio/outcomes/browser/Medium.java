package physio.outcomes.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;

/** What a reader has a page on. */
enum Medium {
    DESK(1280, ColorScheme.LIGHT, Media.SCREEN),
    PHONE(390, ColorScheme.LIGHT, Media.SCREEN),
    PHONE_BY_NIGHT(390, ColorScheme.DARK, Media.SCREEN),
    /** A4 between the margins of the style sheet: 210 mm less twice 12 mm, in CSS px. */
    PAPER(703, ColorScheme.LIGHT, Media.PRINT);

    private static final int HEIGHT = 844;

    private final int width;
    private final ColorScheme scheme;
    private final Media media;

    Medium(int width, ColorScheme scheme, Media media) {
        this.width = width;
        this.scheme = scheme;
        this.media = media;
    }

    /** In CSS px. */
    int width() {
        return width;
    }

    /** A page without content. */
    Page emptyIn(Browser browser) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
        return page;
    }
}
