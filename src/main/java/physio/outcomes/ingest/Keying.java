package physio.outcomes.ingest;

/** Turns pseudonyms into keys that only the holder of the store's secret could make. */
public interface Keying {

    /** The key of a session: (source, clinic, session id). */
    SessionKey session(String source, String clinic, String sessionId);

    /** The key of a patient: (source, id), or the id alone when settings say that ids mean the same everywhere. */
    long patient(String source, String patientId);

    /** The key of an episode of care within its patient. */
    long episode(long patientKey, String episodeId);

    /** The key of a practitioner: (source, id). */
    long practitioner(String source, String practitionerId);

    /** Whether the patient of a key was erased, so that nothing of him is taken again. */
    boolean isErased(long patientKey);
}
