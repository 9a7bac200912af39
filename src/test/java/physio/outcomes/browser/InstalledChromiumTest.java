package physio.outcomes.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class InstalledChromiumTest {
    private static final Optional<Path> CHROMIUM = Optional.of(Path.of("/usr/bin/chromium"));
    private static final String MISSING = "This machine has no chromium on its path";

    @Test
    void withoutABrowserTestsAreSkippedAndSaySo() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> InstalledChromium.require(Optional.empty(), Optional.empty()))
                .withMessageContaining(MISSING);
    }

    @Test
    void underContinuousIntegrationTheyFail() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> InstalledChromium.require(Optional.empty(), Optional.of("true")))
                .withMessageContaining(MISSING);
    }

    @Test
    void withABrowserTheyRunEverywhere() {
        assertThat(InstalledChromium.require(CHROMIUM, Optional.empty())).isEqualTo(Path.of("/usr/bin/chromium"));
        assertThat(InstalledChromium.require(CHROMIUM, Optional.of("true"))).isEqualTo(Path.of("/usr/bin/chromium"));
    }
}
