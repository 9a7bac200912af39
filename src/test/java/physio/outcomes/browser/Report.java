package physio.outcomes.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import physio.outcomes.report.FullComparison;
import physio.outcomes.report.html.HtmlPages;

/** A report page to open. */
enum Report {
    MONTH,
    CLINIC,
    COMPARISON;

    private static final Path EXAMPLES = Path.of("reports/example/2024-06");

    /** Where the page is: {@code file:///…}. */
    String address() {
        return "file://" + file().toAbsolutePath();
    }

    private Path file() {
        return switch (this) {
            case MONTH -> EXAMPLES.resolve("index.html");
            case CLINIC -> EXAMPLES.resolve("clinic-C09.html");
            case COMPARISON -> Comparison.FILE;
        };
    }

    private static final class Comparison {
        static final Path FILE = written();

        private static Path written() {
            String html = new HtmlPages("0.1.0", Optional.empty())
                    .render(FullComparison.report("").page());
            try {
                Path folder = Files.createDirectories(Path.of("target/browser"));
                return Files.writeString(folder.resolve("comparison.html"), html);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
