package physio.outcomes.ingest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Keys without a secret: the same text gives the same key in every test. */
final class TextKeying implements Keying {
    /** The id of a patient of the source {@code test} who was erased. */
    static final String ERASED = "erased";

    @Override
    public SessionKey session(String source, String clinic, String sessionId) {
        UUID name = name("session", source, clinic, sessionId);
        return new SessionKey(name.getMostSignificantBits(), name.getLeastSignificantBits());
    }

    @Override
    public long patient(String source, String patientId) {
        return name("patient", source, patientId).getMostSignificantBits();
    }

    @Override
    public long episode(long patientKey, String episodeId) {
        return name("episode", String.valueOf(patientKey), episodeId).getMostSignificantBits();
    }

    @Override
    public long practitioner(String source, String practitionerId) {
        return name("practitioner", source, practitionerId).getMostSignificantBits();
    }

    @Override
    public boolean isErased(long patientKey) {
        return patientKey == patient("test", ERASED);
    }

    private static UUID name(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
