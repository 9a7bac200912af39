package physio.outcomes.store;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.Keying;
import physio.outcomes.ingest.SessionKey;

/** The store's secret, and the keys of ids made with it: HMAC-SHA-256 of what the id is about and the id. */
final class StoreKey implements Keying, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int BYTES = 32;

    private final byte[] secret;
    private final boolean isOneScope;
    private final Set<Long> erased;
    private transient @Nullable Mac mac;

    private StoreKey(byte[] secret, boolean isOneScope, Set<Long> erased) {
        this.secret = secret;
        this.isOneScope = isOneScope;
        this.erased = erased;
    }

    /** Reads the store's key file. */
    static StoreKey read(Path folder, boolean isOneScope) {
        Path file = folder.resolve("key");
        try {
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return new StoreKey(secret, isOneScope, Set.of());
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // Falls through to the one message: what is wrong with the file makes no difference to the remedy.
        }
        throw UserException.store(
                "Cannot read the store's key " + file
                        + ": put back the key that the store was made with, from a backup; without it patients cannot be recognised.");
    }

    /** The same, which knows who was erased. */
    StoreKey without(Set<Long> patients) {
        return new StoreKey(secret, isOneScope, Set.copyOf(patients));
    }

    /** A new random key in a file that only its owner can read; an existing one is kept. */
    static void create(Path folder) throws IOException {
        Path file = folder.resolve("key");
        if (Files.exists(file)) {
            return;
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // Aside and renamed: a run that dies here leaves no key or a whole one.
        Path aside = folder.resolve("key.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        DurableFiles.write(aside, HexFormat.of().formatHex(secret) + "\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.sync(folder);
    }

    /** A key for reading files that nothing is kept of. */
    static StoreKey passing() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new StoreKey(secret, false, Set.of());
    }

    /** What tells whether a key is the one a store was made with. */
    String check() {
        return HexFormat.of().formatHex(digest("check", 0, "").array());
    }

    @Override
    public SessionKey session(String source, String clinic, String sessionId) {
        ByteBuffer digest = digest("session", 0, source, clinic, sessionId);
        return new SessionKey(digest.getLong(0), digest.getLong(8));
    }

    @Override
    public long patient(String source, String patientId) {
        return digest("patient", 0, isOneScope ? "" : source, patientId).getLong(0);
    }

    @Override
    public long episode(long patientKey, String episodeId) {
        return digest("episode", patientKey, episodeId).getLong(0);
    }

    @Override
    public long practitioner(String source, String practitionerId) {
        return digest("practitioner", 0, source, practitionerId).getLong(0);
    }

    @Override
    public boolean isErased(long patientKey) {
        return !erased.isEmpty() && erased.contains(patientKey);
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    private ByteBuffer digest(String about, long owner, String... parts) {
        byte[][] texts = new byte[parts.length][];
        int length = about.length() + Long.BYTES;
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + texts[i].length;
        }
        ByteBuffer message = ByteBuffer.allocate(length)
                .put(about.getBytes(StandardCharsets.US_ASCII))
                .putLong(owner);
        for (byte[] text : texts) {
            message.putInt(text.length).put(text);
        }
        return ByteBuffer.wrap(mac().doFinal(message.array()));
    }

    private Mac mac() {
        Mac known = mac;
        if (known == null) {
            try {
                known = Mac.getInstance("HmacSHA256");
                known.init(new SecretKeySpec(secret, "HmacSHA256"));
                mac = known;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return known;
    }
}
