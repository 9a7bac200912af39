package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;

/** The organisation's logo as pages carry it: within themselves. */
final class Logo {
    /** It is in every page. */
    private static final int MOST_BYTES = 200_000;

    private Logo() {}

    /**
     * The logo of the settings as a data URI, or none.
     *
     * @throws UserException when the file cannot be read, is too large or no PNG or JPEG
     */
    static Optional<String> of(Settings settings) {
        return settings.report().logo().map(Logo::read);
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UserException.usage("The logo " + file + " is too large (must have at most 200 kB).");
            }
            byte[] bytes = Files.readAllBytes(file);
            return "data:" + type(bytes, file) + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException unreadable) {
            throw UserException.usage("Cannot read the logo " + file + ": check report.logo in the settings.");
        }
    }

    private static String type(byte[] bytes, Path file) {
        if (begins(bytes, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        throw UserException.usage("The logo " + file + " is neither PNG nor JPEG.");
    }

    private static boolean begins(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
