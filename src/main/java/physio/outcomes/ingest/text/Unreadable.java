package physio.outcomes.ingest.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.Causes;

/** What an error of reading means for the user. */
final class Unreadable {
    private Unreadable() {}

    /** Whether the bytes were not given, whatever they are. */
    static boolean isWithheld(@Nullable Throwable broken) {
        return broken != null && Causes.of(broken).anyMatch(FileSystemException.class::isInstance);
    }

    static RefusedFile refusal(@Nullable IOException broken, String place) {
        if (broken instanceof UnpackingGuard.Exceeded) {
            return new RefusedFile("is more than " + UnpackingGuard.MOST_TIMES
                    + " times as large unpacked as packed, or beyond any export; deliver it unpacked if it is sound.");
        }
        if (isWithheld(broken)) {
            return RefusedFile.unreadable();
        }
        return new RefusedFile("breaks off or is damaged" + place + "; ask for it again.");
    }
}
