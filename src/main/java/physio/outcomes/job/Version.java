package physio.outcomes.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, as its build wrote it. */
public final class Version {
    /** Such as {@code 0.1.0}. */
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        try (InputStream stream = Objects.requireNonNull(Version.class.getResourceAsStream("/version.properties"))) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", "");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
