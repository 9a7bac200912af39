package physio.outcomes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits for what another process does: two minutes, and looks ten times a second. */
public final class Patience {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Patience() {}

    /** What is waited for. */
    public interface Look<T> {
        /** It, once it is there. */
        Optional<T> look() throws IOException;
    }

    /** What came; nothing where the process ended before, or it took too long. */
    public static <T> Optional<T> await(Process process, Look<T> looking) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<T> found = looking.look();
        while (found.isEmpty() && process.isAlive() && Instant.now().isBefore(end)) {
            pause();
            found = looking.look();
        }
        return found;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
