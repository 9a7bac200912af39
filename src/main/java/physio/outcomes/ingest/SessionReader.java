package physio.outcomes.ingest;

import static physio.outcomes.catalogue.CanonicalColumns.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.SettingsReader;

/** Reads one record as a session: every rule of the canonical record is applied, and each breach noted. */
final class SessionReader {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int MOST_REMEMBERED = 1_000;

    private final IngestRules rules;
    private final Keying keying;
    private final DeliveredFile file;
    private final RecordFields row;
    private final Field patientId;
    private final Field sessionId;
    private final Field clinicId;
    private final Field sessionDate;
    private final Field techniqueName;
    private final Field episodeId;
    private final Field practitionerId;
    private final Field visitLabel;
    private final Field durationMin;
    private final Field attended;
    private final Field adverseEvent;
    private final CaseMixReader caseMix;
    private final ScoresReader scoresReader;
    private final DateReader dates;
    private final CatalogueCodes techniques;
    private final Remembered<Optional<Attendance>> attendances =
            new Remembered<>(MOST_REMEMBERED, SessionReader::attendance);

    SessionReader(IngestRules rules, Keying keying, DeliveredFile file, Header header, RuleCounts counts) {
        this.rules = rules;
        this.keying = new RememberedKeys(keying);
        this.file = file;
        Mapping mapping = rules.mapping();
        Map<String, FieldReader> readers = new HashMap<>();
        mapping.columns()
                .forEach((name, column) -> readers.put(
                        name, new FieldReader(column, header, mapping.csv().missing())));
        this.row = new RecordFields(readers, file.name(), counts);
        this.patientId = row.field(PATIENT_ID);
        this.sessionId = row.field(SESSION_ID);
        this.clinicId = row.field(CLINIC_ID);
        this.sessionDate = row.field(SESSION_DATE);
        this.techniqueName = row.field(TECHNIQUE);
        this.episodeId = row.field(EPISODE_ID);
        this.practitionerId = row.field(PRACTITIONER_ID);
        this.visitLabel = row.field(VISIT);
        this.durationMin = row.field(DURATION_MIN);
        this.attended = row.field(ATTENDANCE);
        this.adverseEvent = row.field(ADVERSE_EVENT);
        this.caseMix = new CaseMixReader(rules.settings(), row);
        this.scoresReader = new ScoresReader(rules, row);
        this.dates = new DateReader(
                Optional.ofNullable(mapping.columns().get(SESSION_DATE)).flatMap(Mapping.Column::date));
        this.techniques = CatalogueCodes.techniques(rules.settings());
    }

    /** The session, or null when there are findings. */
    @Nullable
    Session read(List<String> fields, long record, RecordFindings findings) {
        row.turnTo(fields, record, findings);
        String patient = row.neededId(patientId);
        String session = row.neededId(sessionId);
        String clinic = clinic();
        LocalDate date = date();
        String technique = technique();
        Attendance attendance = attendance();
        List<@Nullable Integer> scores = scoresReader.read(row, attendance);
        CaseMixReader.CaseMix mix = caseMix.read(row);
        String visit = row.code(visitLabel, TextForm.LABEL);
        Integer duration = duration();
        String adverse = row.code(adverseEvent, TextForm.CODE);
        String episode = row.id(episodeId);
        String practitioner = row.id(practitionerId);
        if (!findings.isEmpty()
                || patient == null
                || session == null
                || clinic == null
                || date == null
                || technique == null) {
            return null;
        }
        long patientKey = keying.patient(file.source(), patient);
        return new Session(
                keying.session(file.source(), clinic, session),
                patientKey,
                episode == null ? null : Long.valueOf(keying.episode(patientKey, episode)),
                practitioner == null ? null : Long.valueOf(keying.practitioner(file.source(), practitioner)),
                clinic,
                date,
                technique,
                mix.region(),
                mix.condition(),
                mix.chronicity(),
                mix.ageBand(),
                mix.sex(),
                visit,
                duration,
                attendance,
                adverse,
                scores);
    }

    /** The patient's key if the record has a readable id. */
    @Nullable
    Long patientKey(List<String> fields, long record) {
        row.turnTo(fields, record, new RecordFindings());
        String patient = row.text(patientId);
        return patient == null ? null : Long.valueOf(keying.patient(file.source(), patient));
    }

    /** Whether a patient was erased. */
    boolean isErased(long patientKey) {
        return keying.isErased(patientKey);
    }

    /** How many scores so far were finer than their resolution and so rounded. */
    long roundedScores() {
        return scoresReader.rounded();
    }

    private @Nullable String clinic() {
        String clinic = row.neededCode(clinicId, TextForm.CLINIC);
        if (clinic != null) {
            row.check(clinicId, ReasonCode.RESERVED_CODE, !isReserved(clinic));
        }
        return clinic;
    }

    private static boolean isReserved(String code) {
        for (String reserved : SettingsReader.RESERVED) {
            if (reserved.equalsIgnoreCase(code)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable LocalDate date() {
        String text = row.needed(sessionDate);
        if (text == null) {
            return null;
        }
        LocalDate date = dates.read(text);
        if (row.check(sessionDate, ReasonCode.BAD_DATE, date != null) && date != null) {
            row.check(sessionDate, ReasonCode.DATE_BEFORE_1990, !date.isBefore(EARLIEST));
            row.check(sessionDate, ReasonCode.DATE_IN_FUTURE, !date.isAfter(rules.asOf()));
        }
        return date;
    }

    private @Nullable String technique() {
        String text = row.needed(techniqueName);
        if (text == null) {
            return null;
        }
        CatalogueCodes.Reading reading = techniques.read(text);
        row.checkKnown(techniqueName, ReasonCode.UNKNOWN_TECHNIQUE, reading);
        return reading.code();
    }

    private Attendance attendance() {
        String text = row.text(attended);
        if (text == null) {
            return Attendance.ATTENDED;
        }
        Optional<Attendance> attendance = attendances.of(text);
        row.check(attended, ReasonCode.BAD_CODE, attendance.isPresent());
        return attendance.orElse(Attendance.ATTENDED);
    }

    private static Optional<Attendance> attendance(String text) {
        return Arrays.stream(Attendance.values())
                .filter(attendance -> attendance.code().equalsIgnoreCase(text))
                .findFirst();
    }

    private @Nullable Integer duration() {
        String text = row.text(durationMin);
        if (text == null || !row.check(durationMin, ReasonCode.BAD_NUMBER, PlainNumber.isDigits(text, 4))) {
            return null;
        }
        Integer minutes = Integer.valueOf(text);
        row.check(durationMin, ReasonCode.OUT_OF_RANGE, minutes >= 5 && minutes <= 240);
        return minutes;
    }
}
