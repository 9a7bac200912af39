package physio.outcomes.ingest.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** What an error of reading means for the user. */
final class Unreadable {
    private Unreadable() {}

    static RefusedFile refusal(@Nullable IOException broken, String place) {
        if (broken instanceof UnpackingGuard.Exceeded) {
            return new RefusedFile("is more than " + UnpackingGuard.MOST_TIMES
                    + " times as large unpacked as packed, or beyond any export; deliver it unpacked if it is sound.");
        }
        if (broken instanceof FileSystemException) {
            return RefusedFile.unreadable();
        }
        return new RefusedFile("breaks off or is damaged" + place + "; ask for it again.");
    }
}
