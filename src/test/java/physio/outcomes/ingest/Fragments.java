package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A small language for files of sessions that are odd on purpose: each letter of a script stands for a piece of a canonical file, each
 * other byte for itself. {@code RRD} is two good records, of which the second comes twice; {@code Sb,4,1\n} is a record whose score
 * before the session is no number. The header goes before the script.
 */
final class Fragments {
    /** Stands in values only: no sentence may show it. */
    static final String MARKER = "Zq7Marker";

    private static final String HEADER = "session_id,patient_id,clinic_id,session_date,technique,body_region,age_band,"
            + "duration_min,attendance,pain_before,pain_after,posture_score\n";
    private static final String AFTER_ID = ",p1,C1,2024-05-01,dtm,neck,40-49,30,attended,";
    private static final int MOST_BYTES = 1 << 20;
    private static final Map<Character, byte[]> VALUES = values();

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int sessions;

    private Fragments() {}

    /** The file that a script stands for; one that would be too long for many tries a second is cut. */
    static byte[] file(byte[] script) {
        Fragments fragments = new Fragments();
        fragments.write(HEADER);
        for (int i = 0; i < script.length && fragments.file.size() < MOST_BYTES; i++) {
            fragments.add((char) (script[i] & 0xFF));
        }
        return fragments.file.toByteArray();
    }

    private void add(char letter) {
        byte[] value = VALUES.get(letter);
        if (value != null) {
            file.writeBytes(value);
        } else if (letter < 'A' || letter > 'Z' || !isRecord(letter)) {
            file.write(letter);
        }
    }

    private boolean isRecord(char letter) {
        switch (letter) {
            case 'R' -> write("s" + ++sessions + AFTER_ID + "7,4,12.5\n");
            case 'D' -> write("s" + sessions + AFTER_ID + "7,4,12.5\n");
            case 'C' -> write("s" + sessions + AFTER_ID + "7,3,12.5\n");
            case 'S' -> write("s" + ++sessions + AFTER_ID);
            case 'I' -> write("s" + ++sessions);
            case 'Q' -> write("\"s" + ++sessions + "\"" + AFTER_ID.replace("neck", "\"ne\nck\"") + "7,\"4\",\n");
            case 'T' -> write("s" + ++sessions + ",p1,C1,2024-05-01\n");
            case 'W' -> write("s" + ++sessions + AFTER_ID + "7,4,12.5,,," + MARKER + "\n");
            case 'N' -> "R".repeat(30).chars().forEach(again -> add('R'));
            case 'H' -> write(HEADER);
            case 'P' -> write(",p2,C2,2024-05-");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void write(String text) {
        file.writeBytes(text.getBytes(UTF_8));
    }

    private static Map<Character, byte[]> values() {
        Map<Character, byte[]> values = new HashMap<>();
        String[] texts = {
            "a1,5",
            "bNaN",
            "c1e309",
            "d-0",
            "e2.31E+13",
            "f45213",
            "g#REF!",
            "h2-Sep",
            "i\uFF17",
            "jInfinity",
            "k0.05",
            "l99999999999999999999",
            "m2024-02-31",
            "n1989-12-31",
            "o2024-07-01",
            "p03/04/2024",
            "qdtm+mfr",
            "rdeeep",
            "shand + roller",
            "tall",
            "v\u00FC",
            "x\0",
            "y=cmd|' /C calc'!A0",
            "z<script>",
            "M" + MARKER,
            "E" + MARKER + "@example.org",
            "F020 7946 0018",
            "G943 476 5919",
            "K" + MARKER + "0123456789".repeat(20),
            "L" + "x".repeat(70_000),
            "U\u00E4\u20AC\uD83D\uDE00",
            "O2000-01-01",
            "B\uFEFF"
        };
        for (String text : texts) {
            values.put(text.charAt(0), text.substring(1).getBytes(UTF_8));
        }
        values.put('u', "\u00C3(".getBytes(ISO_8859_1));
        values.put('w', "\u00FC".getBytes(ISO_8859_1));
        return values;
    }
}
