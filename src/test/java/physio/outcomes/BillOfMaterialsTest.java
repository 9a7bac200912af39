package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** {@code target/bom.json}, which the build has just written, and the jars that the program runs with. */
class BillOfMaterialsTest {
    private static final Path BILL = Path.of("target/bom.json");

    @Test
    void eachJarOfTheProgramIsInItByItsBytesAndNothingElseIs() throws IOException {
        Map<String, String> jars = jars();
        assertThat(jars).hasSizeGreaterThan(100);
        assertThat(named())
                .as("SHA-256 and name of each jar; after a change of versions, 'mvn clean' removes the old ones")
                .containsExactlyEntriesOf(jars);
    }

    @Test
    void itHoldsNothingThatTwoBuildsWouldWriteDifferently() throws IOException {
        JsonNode bill = bill();
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
        assertThat(Files.readString(BILL))
                .doesNotContain(Path.of("").toAbsolutePath().toString(), System.getProperty("user.home") + "/");
    }

    private static JsonNode bill() throws IOException {
        assumeThat(Boolean.getBoolean("build.offline"))
                .as("Maven writes no bill offline")
                .isFalse();
        return new ObjectMapper().readTree(BILL.toFile());
    }

    /** The bill's components, as names of files by their SHA-256. */
    private static Map<String, String> named() throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode component : bill().path("components")) {
            String classifier =
                    component.path("purl").asText().replaceFirst("^.*[?&]classifier=([^&]*).*$|^.*$", "-$1");
            named.put(
                    sha256(component),
                    component.path("name").asText() + "-"
                            + component.path("version").asText() + (classifier.equals("-") ? "" : classifier) + ".jar");
        }
        return named;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "no SHA-256 of " + component.path("purl").asText();
    }

    private static Map<String, String> jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            Map<String, String> jars = new TreeMap<>();
            for (Path file : files.toList()) {
                jars.put(
                        DigestUtils.sha256Hex(Files.readAllBytes(file)),
                        file.getFileName().toString());
            }
            return jars;
        }
    }
}
