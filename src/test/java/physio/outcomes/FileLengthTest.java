package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** STYLE.md: 250 lines a file at the most. */
class FileLengthTest {
    private static final int MOST_LINES = 250;

    @Test
    void noFileIsLongerThanOneCanHoldInMind() {
        List<Path> sources = sources();
        assertThat(sources).as("files below src").hasSizeGreaterThan(100);
        assertThat(sources.stream()
                        .filter(file -> lines(file) > MOST_LINES)
                        .map(file -> file + ": " + lines(file) + " lines"))
                .isEmpty();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
