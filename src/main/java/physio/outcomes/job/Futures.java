package physio.outcomes.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What work on other threads came to. */
final class Futures {
    private Futures() {}

    /** The result, once it is there; what went wrong is thrown as it was. */
    static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
