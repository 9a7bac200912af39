package physio.outcomes.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKeyTest {
    private final Path folder;

    StoreKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeKey() throws IOException {
        Files.writeString(folder.resolve("key"), "0b".repeat(32) + "\n");
    }

    /** HMAC-SHA-256 of the kind, 8 bytes of owner, and each part after its length in 4 bytes. */
    @Test
    void isTheHmacOfKindAndParts() throws GeneralSecurityException {
        ByteBuffer message = ByteBuffer.allocate(7 + 8 + 4 + 1 + 4 + 2);
        message.put("patient".getBytes(UTF_8)).putLong(0);
        message.putInt(1).put("A".getBytes(UTF_8)).putInt(2).put("p1".getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex("0b".repeat(32)), "HmacSHA256"));
        long expected = ByteBuffer.wrap(mac.doFinal(message.array())).getLong();
        assertThat(StoreKey.read(folder, false).patient("A", "p1")).isEqualTo(expected);
    }

    @Test
    void keepsPatientsOfTwoSourcesApartUnlessTheScopeIsOne() {
        StoreKey bySource = StoreKey.read(folder, false);
        assertThat(bySource.patient("A", "p1")).isNotEqualTo(bySource.patient("B", "p1"));
        StoreKey overAll = StoreKey.read(folder, true);
        assertThat(overAll.patient("A", "p1")).isEqualTo(overAll.patient("B", "p1"));
        assertThat(overAll.session("A", "C1", "s1")).isNotEqualTo(overAll.session("B", "C1", "s1"));
    }

    @Test
    void neverConfusesWhereOnePartEndsAndTheNextBegins() {
        StoreKey key = StoreKey.read(folder, false);
        assertThat(key.session("a", "bc", "d")).isNotEqualTo(key.session("ab", "c", "d"));
        assertThat(key.patient("x", "1")).isNotEqualTo(key.practitioner("x", "1"));
        assertThat(key.episode(1, "e")).isNotEqualTo(key.episode(2, "e"));
    }

    @Test
    void aPassingKeyIsNeverTheSame() {
        assertThat(StoreKey.passing().check()).isNotEqualTo(StoreKey.passing().check());
    }
}
