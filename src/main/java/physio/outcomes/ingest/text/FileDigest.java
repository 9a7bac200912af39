package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file is known by.
 *
 * @param sha256 of its bytes as delivered, in hexadecimal
 * @param bytes how many there are
 */
public record FileDigest(String sha256, long bytes) {

    /** Reads a file for its digest. */
    public static FileDigest of(FileLocation location) throws RefusedFile {
        try (InputStream raw = FileBytes.raw(location);
                DigestInputStream digested = digesting(raw)) {
            long bytes = digested.transferTo(OutputStream.nullOutputStream());
            return new FileDigest(hex(digested), bytes);
        } catch (IOException broken) {
            throw Unreadable.refusal(broken, "");
        }
    }

    static DigestInputStream digesting(InputStream raw) {
        try {
            return new DigestInputStream(raw, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(DigestInputStream digested) {
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
}
