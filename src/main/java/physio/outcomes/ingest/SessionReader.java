package physio.outcomes.ingest;

import static physio.outcomes.catalogue.CanonicalColumns.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.SettingsReader;

/** Reads one record as a session: every rule of the canonical record is applied, and each breach noted. */
final class SessionReader {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern CLINIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern LABEL = Pattern.compile("[\\p{IsAlphabetic}0-9][\\p{IsAlphabetic}0-9 _.-]{0,31}");
    private static final Pattern BANDS = Pattern.compile("(?<tens>[1-8])0-\\k<tens>9|0-9|90\\+");
    private static final Pattern DURATION = Pattern.compile("[0-9]{1,4}");

    private final IngestRules rules;
    private final Keying keying;
    private final DeliveredFile file;
    private final Map<String, FieldReader> readers = new HashMap<>();
    private final ScoresReader scoresReader;
    private final DateReader dates;
    private final TechniqueCodes techniques;

    SessionReader(IngestRules rules, Keying keying, DeliveredFile file, Header header) {
        this.rules = rules;
        this.keying = keying;
        this.file = file;
        this.techniques = new TechniqueCodes(rules.settings());
        Mapping mapping = rules.mapping();
        mapping.columns()
                .forEach((name, column) -> readers.put(
                        name, new FieldReader(column, header, mapping.csv().missing())));
        this.dates = new DateReader(
                Optional.ofNullable(mapping.columns().get(SESSION_DATE)).flatMap(Mapping.Column::date));
        this.scoresReader = new ScoresReader(rules, readers);
    }

    /** The session, or null when there are findings. */
    @Nullable
    Session read(List<String> fields, long record, RecordFindings findings) {
        RecordFields row = row(fields, record, findings);
        String patient = row.neededId(PATIENT_ID);
        String sessionId = row.neededId(SESSION_ID);
        String clinic = clinic(row);
        LocalDate date = date(row);
        String technique = technique(row);
        Attendance attendance = attendance(row);
        List<@Nullable Integer> scores = scoresReader.read(row, attendance);
        String region = region(row);
        String condition = row.code(CONDITION, CODE);
        String chronicity = row.code(CHRONICITY, CODE);
        String ageBand = ageBand(row);
        String sex = row.code(SEX, CODE);
        String visit = row.code(VISIT, LABEL);
        Integer duration = duration(row);
        String adverse = row.code(ADVERSE_EVENT, CODE);
        String episode = row.id(EPISODE_ID);
        String practitioner = row.id(PRACTITIONER_ID);
        if (!findings.isEmpty()
                || patient == null
                || sessionId == null
                || clinic == null
                || date == null
                || technique == null) {
            return null;
        }
        long patientKey = keying.patient(file.source(), patient);
        return new Session(
                keying.session(file.source(), clinic, sessionId),
                patientKey,
                episode == null ? null : Long.valueOf(keying.episode(patientKey, episode)),
                practitioner == null ? null : Long.valueOf(keying.practitioner(file.source(), practitioner)),
                clinic,
                date,
                technique,
                region,
                condition,
                chronicity,
                ageBand,
                sex,
                visit,
                duration,
                attendance,
                "none".equals(adverse) ? null : adverse,
                scores);
    }

    /** The patient's key if the record has a readable id. */
    @Nullable
    Long patientKey(List<String> fields, long record) {
        String patient = row(fields, record, new RecordFindings()).id(PATIENT_ID);
        return patient == null ? null : Long.valueOf(keying.patient(file.source(), patient));
    }

    /** How many scores so far were finer than their resolution and so rounded. */
    long roundedScores() {
        return scoresReader.rounded();
    }

    private RecordFields row(List<String> fields, long record, RecordFindings findings) {
        return new RecordFields(readers, fields, file.name(), record, findings);
    }

    private @Nullable String clinic(RecordFields row) {
        String clinic = row.needed(CLINIC_ID);
        if (clinic != null && !CLINIC.matcher(clinic).matches()) {
            row.add(CLINIC_ID, ReasonCode.BAD_CODE);
        }
        if (clinic != null && SettingsReader.RESERVED.contains(clinic.toLowerCase(Locale.ROOT))) {
            row.add(CLINIC_ID, ReasonCode.RESERVED_CODE);
        }
        return clinic;
    }

    private @Nullable LocalDate date(RecordFields row) {
        String text = row.needed(SESSION_DATE);
        if (text == null) {
            return null;
        }
        LocalDate date = dates.read(text);
        if (date == null) {
            row.add(SESSION_DATE, ReasonCode.BAD_DATE);
        } else if (date.isBefore(EARLIEST)) {
            row.add(SESSION_DATE, ReasonCode.DATE_BEFORE_1990);
        } else if (date.isAfter(rules.asOf())) {
            row.add(SESSION_DATE, ReasonCode.DATE_IN_FUTURE);
        }
        return date;
    }

    private @Nullable String technique(RecordFields row) {
        String text = row.needed(TECHNIQUE);
        String technique = text == null ? null : techniques.read(text);
        if (text != null && technique == null) {
            row.add(TECHNIQUE, ReasonCode.UNKNOWN_TECHNIQUE);
        }
        return technique;
    }

    private Attendance attendance(RecordFields row) {
        String text = row.text(ATTENDANCE);
        for (Attendance attendance : Attendance.values()) {
            if (text != null && attendance.code().equals(text.toLowerCase(Locale.ROOT))) {
                return attendance;
            }
        }
        if (text != null) {
            row.add(ATTENDANCE, ReasonCode.BAD_CODE);
        }
        return Attendance.ATTENDED;
    }

    private @Nullable String region(RecordFields row) {
        String text = row.text(BODY_REGION);
        if (text != null && !rules.settings().regions().containsKey(text)) {
            row.add(BODY_REGION, ReasonCode.UNKNOWN_REGION);
        }
        return text;
    }

    private @Nullable String ageBand(RecordFields row) {
        FieldReader reader = readers.get(AGE_BAND);
        String text = row.text(AGE_BAND);
        if (text == null || reader == null) {
            return null;
        }
        String band = reader.column().band().isPresent()
                ? banded(text, reader.column().band().get())
                : text;
        if (band == null || !BANDS.matcher(band).matches()) {
            row.add(AGE_BAND, ReasonCode.BAD_CODE);
        }
        return band;
    }

    private static @Nullable String banded(String text, int width) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]+)?")) {
            return null;
        }
        int age = (int) Double.parseDouble(text);
        int low = age / width * width;
        return age >= 90 ? "90+" : low + "-" + (low + width - 1);
    }

    private @Nullable Integer duration(RecordFields row) {
        String text = row.text(DURATION_MIN);
        if (text == null) {
            return null;
        }
        if (!DURATION.matcher(text).matches()) {
            row.add(DURATION_MIN, ReasonCode.BAD_NUMBER);
            return null;
        }
        int minutes = Integer.parseInt(text);
        if (minutes < 5 || minutes > 240) {
            row.add(DURATION_MIN, ReasonCode.OUT_OF_RANGE);
        }
        return minutes;
    }
}
