package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A file as clinics send it on a bad day: good and damaged records, quoted line ends, stray quotes, sessions that come again, the same or
 * other than before. Lines end with LF, none is blank, and each char is one byte.
 */
final class RandomFile {
    /** Of the file's columns the notes are left out on purpose. */
    static final String MAPPING = """
            columns:
              session_id: {from: session_id}
              patient_id: {from: patient_id}
              clinic_id: {from: clinic_id}
              session_date: {from: session_date}
              technique: {from: technique}
              pain_before: {from: pain_before}
              pain_after: {from: pain_after}
            ignore: [notes]
            """;

    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after,notes\n";
    private static final int MOST_RECORDS = 60;

    private final Random random;
    private final List<String> records = new ArrayList<>();

    private RandomFile(long seed) {
        this.random = new Random(seed);
    }

    /** The file of a seed. */
    static String of(long seed) {
        RandomFile file = new RandomFile(seed);
        int count = file.random.nextInt(MOST_RECORDS);
        int damage = file.random.nextInt(40);
        for (int i = 0; i < count; i++) {
            file.records.add(file.random.nextInt(100) < damage ? file.odd() : file.good());
        }
        return HEADER + String.join("\n", file.records) + (file.random.nextBoolean() ? "\n" : "");
    }

    private String good() {
        return "s" + random.nextInt(5000) + ",p" + random.nextInt(9) + ",C" + random.nextInt(2) + ",2024-05-"
                + (10 + random.nextInt(20)) + "," + pick("dtm", "mfr", "dtm+mfr", "\"sweep\"") + ","
                + random.nextInt(11) + "," + pick("", "0", "3", "10") + ","
                + pick("", "calm", "\"said \"\"ouch\"\"\"", "\"two\nlines\"", "\"\n\"", "\u00C3\u00A4");
    }

    private String odd() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> earlier();
            case 2 -> earlier().replaceFirst(",2024-05-..", ",2024-05-0" + (1 + random.nextInt(9)));
            case 3 -> good() + "\"";
            case 4 -> good().replaceFirst(",C", ",\"C");
            case 5 -> good().replaceFirst(",", pick("\0,", "\u00C3(,", ",,", "\" ,"));
            case 6 -> good().replaceFirst(",2024-05-", pick(",1924-05-", ",2025-05-", ",05/2024/", ",#REF!"));
            case 7 -> good() + pick(",1", ",,", "\n,,,,,,,", "\ns9");
            default -> good().replace("dtm", "dmt").replaceFirst(",p", pick(",", ",\u00FF"));
        };
    }

    /** A record that was there before, or a good one. */
    private String earlier() {
        return records.isEmpty() ? good() : records.get(random.nextInt(records.size()));
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
