package physio.outcomes.ingest;

import java.util.HashMap;
import java.util.Map;

/** The keys of one source's ids, each made once while it is in use: a patient's sessions lie together, and practitioners are few. */
final class RememberedKeys implements Keying {
    private static final int MOST_REMEMBERED = 1 << 14;
    private static final int LONGEST = 64;

    private final Keying keying;
    private final Map<String, Long> patients = new HashMap<>();
    private final Map<String, Long> practitioners = new HashMap<>();

    RememberedKeys(Keying keying) {
        this.keying = keying;
    }

    @Override
    public SessionKey session(String source, String clinic, String sessionId) {
        return keying.session(source, clinic, sessionId);
    }

    @Override
    public long patient(String source, String patientId) {
        Long known = patients.get(patientId);
        return known == null ? remembered(patients, patientId, keying.patient(source, patientId)) : known;
    }

    @Override
    public long episode(long patientKey, String episodeId) {
        return keying.episode(patientKey, episodeId);
    }

    @Override
    public long practitioner(String source, String practitionerId) {
        Long known = practitioners.get(practitionerId);
        return known == null
                ? remembered(practitioners, practitionerId, keying.practitioner(source, practitionerId))
                : known;
    }

    @Override
    public boolean isErased(long patientKey) {
        return keying.isErased(patientKey);
    }

    private static long remembered(Map<String, Long> keys, String id, long key) {
        if (keys.size() == MOST_REMEMBERED) {
            keys.clear();
        }
        if (id.length() <= LONGEST) {
            keys.put(id, key);
        }
        return key;
    }
}
