package physio.outcomes.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;

/** A keyed session id: the first 128 bits of an HMAC, so that two of a thousand million sessions do not meet by chance. */
public record SessionKey(long high, long low) implements Serializable {

    /** The key as 16 bytes, the form in which it is stored. */
    public ByteBuffer bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).flip();
    }
}
