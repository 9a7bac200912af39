package physio.outcomes.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure and all that it came of, the failure first. */
public final class Causes {
    private Causes() {}

    /** Those of a failure. */
    public static Stream<Throwable> of(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
