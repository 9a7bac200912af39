package physio.outcomes.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sessions of one file so far: tells a repeated record from one that contradicts an earlier one. */
final class SeenSessions {
    private final Map<SessionKey, Long> contents = new HashMap<>();
    private final Set<SessionKey> conflicting = new HashSet<>();

    /** How a session stands to those before it. */
    enum Standing {
        NEW,
        DUPLICATE,
        CONFLICTING
    }

    Standing standing(SessionKey key, List<String> fields) {
        Long content = fingerprint(fields);
        Long earlier = contents.putIfAbsent(key, content);
        if (earlier == null) {
            return Standing.NEW;
        }
        if (earlier.equals(content)) {
            return Standing.DUPLICATE;
        }
        conflicting.add(key);
        return Standing.CONFLICTING;
    }

    Set<SessionKey> conflicting() {
        return conflicting;
    }

    /** 64 bits of the fields: two records of one session id that differ share them once in 10^19. */
    private static long fingerprint(List<String> fields) {
        long hash = 1125899906842597L;
        for (String field : fields) {
            for (int i = 0; i < field.length(); i++) {
                hash = 31 * hash + field.charAt(i);
            }
            hash = 0x9E3779B97F4A7C15L * (hash ^ (hash >>> 29)) + 1;
        }
        return hash;
    }
}
