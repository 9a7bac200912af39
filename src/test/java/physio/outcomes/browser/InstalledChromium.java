package physio.outcomes.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one browser of all tests, and the pages open in it, to whoever asks for them in a method:
 * {@code @ExtendWith(InstalledChromium.class)}. It is the machine's own, and closed when the last test has ended.
 */
final class InstalledChromium implements BeforeAllCallback, ParameterResolver {
    private static final Set<Class<?>> TYPES = Set.of(Browser.class, OpenPages.class);

    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public void beforeAll(ExtensionContext context) {
        require(onPath(), Optional.ofNullable(System.getenv("CI")));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(Namespace.create(InstalledChromium.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Browser.class ? running.browser() : running.pages();
    }

    /** Skips the tests where there is none, and fails them under continuous integration, which installs one. */
    static Path require(Optional<Path> chromium, Optional<String> ci) {
        String missing = "This machine has no chromium on its path: the report pages were not opened in a browser.";
        if (chromium.isEmpty() && ci.filter(value -> !value.isEmpty()).isPresent()) {
            Assertions.fail(missing);
        }
        Assumptions.assumeTrue(chromium.isPresent(), missing);
        return chromium.orElseThrow();
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Running(Playwright playwright, Browser browser, OpenPages pages) implements AutoCloseable {
        static Running start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(onPath().orElseThrow())
                            .setArgs(QUIETLY));
            return new Running(playwright, browser, new OpenPages(browser));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
