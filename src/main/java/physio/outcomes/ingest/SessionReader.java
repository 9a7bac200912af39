package physio.outcomes.ingest;

import static physio.outcomes.catalogue.CanonicalColumns.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.catalogue.SettingsReader;

/** Reads one record as a session: every rule of the canonical record is applied, and each breach noted. */
final class SessionReader {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern CLINIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern LABEL = Pattern.compile("[\\p{IsAlphabetic}0-9][\\p{IsAlphabetic}0-9 _.-]{0,31}");
    private static final Pattern BANDS = Pattern.compile("([1-8]0)-([1-8]9)|0-9|90\\+");
    private static final Pattern DAMAGED_ID = Pattern.compile("[0-9][.,][0-9]+[eE][+-]?[0-9]+|#.*[!?/].*");
    private static final Pattern DURATION = Pattern.compile("[0-9]{1,4}");

    private final IngestRules rules;
    private final Keying keying;
    private final DeliveredFile file;
    private final Map<String, FieldReader> readers = new HashMap<>();
    private final List<ScoreReader> scoreReaders = new ArrayList<>();
    private final List<@Nullable FieldReader> scoreFields = new ArrayList<>();
    private final List<ScoreColumn> scoreColumns;
    private final DateReader dates;
    private final TechniqueCodes techniques;
    private long roundedScores;

    SessionReader(IngestRules rules, Keying keying, DeliveredFile file, Header header) {
        this.rules = rules;
        this.keying = keying;
        this.file = file;
        this.techniques = new TechniqueCodes(rules.settings());
        this.scoreColumns = rules.settings().scoreColumns();
        Mapping mapping = rules.mapping();
        mapping.columns()
                .forEach((name, column) -> readers.put(
                        name, new FieldReader(column, header, mapping.csv().missing())));
        this.dates = new DateReader(
                Optional.ofNullable(mapping.columns().get(SESSION_DATE)).flatMap(Mapping.Column::date));
        for (ScoreColumn column : scoreColumns) {
            FieldReader reader = readers.get(column.name());
            scoreFields.add(reader);
            scoreReaders.add(new ScoreReader(
                    column.measure(),
                    mapping.csv().decimal(),
                    reader == null ? Optional.empty() : reader.column().scale()));
        }
    }

    /** The session, or null when there are findings. */
    @Nullable
    Session read(List<String> fields, long record, RecordFindings findings) {
        Row row = new Row(fields, record, findings);
        String patient = row.id(PATIENT_ID);
        String sessionId = row.id(SESSION_ID);
        String clinic = clinic(row);
        LocalDate date = date(row);
        String technique = technique(row);
        Attendance attendance = attendance(row);
        List<@Nullable Integer> scores = scores(row, attendance);
        String region = region(row);
        String condition = row.code(CONDITION, CODE);
        String chronicity = row.code(CHRONICITY, CODE);
        String ageBand = ageBand(row);
        String sex = row.code(SEX, CODE);
        String visit = row.code(VISIT, LABEL);
        Integer duration = duration(row);
        String adverse = row.code(ADVERSE_EVENT, CODE);
        String episode = row.text(EPISODE_ID);
        String practitioner = row.text(PRACTITIONER_ID);
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
        String patient = new Row(fields, record, new RecordFindings()).id(PATIENT_ID);
        return patient == null ? null : Long.valueOf(keying.patient(file.source(), patient));
    }

    /** How many scores so far were finer than their resolution and so rounded. */
    long roundedScores() {
        return roundedScores;
    }

    private @Nullable String clinic(Row row) {
        String clinic = row.needed(CLINIC_ID);
        if (clinic != null && !CLINIC.matcher(clinic).matches()) {
            row.findings.add(CLINIC_ID, ReasonCode.BAD_CODE);
        }
        if (clinic != null && SettingsReader.RESERVED.contains(clinic.toLowerCase(Locale.ROOT))) {
            row.findings.add(CLINIC_ID, ReasonCode.RESERVED_CODE);
        }
        return clinic;
    }

    private @Nullable LocalDate date(Row row) {
        String text = row.needed(SESSION_DATE);
        if (text == null) {
            return null;
        }
        LocalDate date = dates.read(text);
        if (date == null) {
            row.findings.add(SESSION_DATE, ReasonCode.BAD_DATE);
        } else if (date.isBefore(EARLIEST)) {
            row.findings.add(SESSION_DATE, ReasonCode.DATE_BEFORE_1990);
        } else if (date.isAfter(rules.asOf())) {
            row.findings.add(SESSION_DATE, ReasonCode.DATE_IN_FUTURE);
        }
        return date;
    }

    private @Nullable String technique(Row row) {
        String text = row.needed(TECHNIQUE);
        String technique = text == null ? null : techniques.read(text);
        if (text != null && technique == null) {
            row.findings.add(TECHNIQUE, ReasonCode.UNKNOWN_TECHNIQUE);
        }
        return technique;
    }

    private Attendance attendance(Row row) {
        String text = row.text(ATTENDANCE);
        for (Attendance attendance : Attendance.values()) {
            if (text != null && attendance.code().equals(text.toLowerCase(Locale.ROOT))) {
                return attendance;
            }
        }
        if (text != null) {
            row.findings.add(ATTENDANCE, ReasonCode.BAD_CODE);
        }
        return Attendance.ATTENDED;
    }

    private List<@Nullable Integer> scores(Row row, Attendance attendance) {
        List<@Nullable Integer> scores = new ArrayList<>(scoreColumns.size());
        for (int i = 0; i < scoreColumns.size(); i++) {
            FieldReader field = scoreFields.get(i);
            String text = field == null ? null : field.read(row.fields, file.name(), row.record);
            scores.add(text == null ? null : score(row, i, text, attendance));
        }
        return scores;
    }

    private @Nullable Integer score(Row row, int i, String text, Attendance attendance) {
        String column = scoreColumns.get(i).name();
        if (attendance != Attendance.ATTENDED) {
            row.findings.add(column, ReasonCode.SCORE_WITHOUT_ATTENDANCE);
            return null;
        }
        ScoreReader.Reading reading = scoreReaders.get(i).read(text);
        if (reading instanceof ScoreReader.Reading.Steps steps) {
            roundedScores += steps.isRounded() ? 1 : 0;
            return steps.steps();
        }
        row.findings.add(column, ((ScoreReader.Reading.Wrong) reading).reason());
        return null;
    }

    private @Nullable String region(Row row) {
        String text = row.text(BODY_REGION);
        if (text != null && !rules.settings().regions().containsKey(text)) {
            row.findings.add(BODY_REGION, ReasonCode.UNKNOWN_REGION);
        }
        return text;
    }

    private @Nullable String ageBand(Row row) {
        FieldReader reader = readers.get(AGE_BAND);
        String text = row.text(AGE_BAND);
        if (text == null || reader == null) {
            return null;
        }
        String band = reader.column().band().isPresent()
                ? banded(text, reader.column().band().get())
                : text;
        if (band == null || !BANDS.matcher(band).matches()) {
            row.findings.add(AGE_BAND, ReasonCode.BAD_CODE);
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

    private @Nullable Integer duration(Row row) {
        String text = row.text(DURATION_MIN);
        if (text == null) {
            return null;
        }
        if (!DURATION.matcher(text).matches()) {
            row.findings.add(DURATION_MIN, ReasonCode.BAD_NUMBER);
            return null;
        }
        int minutes = Integer.parseInt(text);
        if (minutes < 5 || minutes > 240) {
            row.findings.add(DURATION_MIN, ReasonCode.OUT_OF_RANGE);
        }
        return minutes;
    }

    /** One record with the findings it gathers. */
    private final class Row {
        private final List<String> fields;
        private final long record;
        private final RecordFindings findings;

        Row(List<String> fields, long record, RecordFindings findings) {
            this.fields = fields;
            this.record = record;
            this.findings = findings;
        }

        @Nullable
        String text(String column) {
            FieldReader reader = readers.get(column);
            return reader == null ? null : reader.read(fields, file.name(), record);
        }

        @Nullable
        String needed(String column) {
            String text = text(column);
            if (text == null) {
                findings.add(column, ReasonCode.MISSING_VALUE);
            }
            return text;
        }

        @Nullable
        String id(String column) {
            String id = needed(column);
            if (id != null && DAMAGED_ID.matcher(id).matches()) {
                findings.add(column, ReasonCode.DAMAGED_ID);
            }
            return id;
        }

        @Nullable
        String code(String column, Pattern pattern) {
            String code = text(column);
            if (code != null && !pattern.matcher(code).matches()) {
                findings.add(column, ReasonCode.BAD_CODE);
            }
            return code;
        }
    }
}
