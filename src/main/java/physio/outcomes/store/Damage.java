package physio.outcomes.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import physio.outcomes.domain.Causes;
import physio.outcomes.domain.UserException;

/** Tells of files of a store that are not what was written. */
public final class Damage {
    private static final String REMEDY =
            ": 'verify' names all that is wrong; put the store back from a backup, or go back to its newest whole state by 'restore'.";

    /** How Hadoop words it: {@code Checksum error: file:/… at 512 exp: … got: …}. */
    private static final Pattern CHECKSUM = Pattern.compile("Checksum error: (\\S.*?) at \\d+ exp: ");

    /** Spark tells it too, of the task that failed, in words of its own before the file. */
    private static final Pattern NOT_PARQUET =
            Pattern.compile("^([a-z][a-z0-9+.-]*:/.*\\.parquet) is not a Parquet file");

    private static final Pattern MISSING = Pattern.compile("^File (file:.*) does not exist$");

    private static final Pattern UNREADABLE = Pattern.compile("^Failed to read file: (file:.*)$");

    private Damage() {}

    /** Says that a file is damaged or missing. */
    static UserException of(Path file) {
        return UserException.store("The store's file " + StoredFiles.shown(file) + " is damaged or missing" + REMEDY);
    }

    /** A sentence about the damaged or missing file that a failure came of, if one is behind it. */
    public static Optional<String> behind(Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> named(cause).stream())
                .findFirst()
                .map(file -> of(StoredFiles.at(file)).getMessage());
    }

    private static Optional<String> named(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        Optional<String> damaged =
                cause instanceof ChecksumException ? found(CHECKSUM, message) : found(NOT_PARQUET, message);
        return damaged.or(() -> found(MISSING, message)).or(() -> found(UNREADABLE, message));
    }

    private static Optional<String> found(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
