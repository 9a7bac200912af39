package physio.outcomes.ingest.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What exports call the canonical columns, in English and German, the surest name first. */
final class ColumnNames {
    private static final Map<String, List<String>> NAMES = """
            session_id: session id, session no, session nr, session number, session, treatment id, treatment no, appointment id, \
            appointment no, visit id, encounter id, record id, record no, behandlungs nr, behandlungs id, behandlungsnummer, \
            sitzungs nr, sitzungs id, sitzungsnummer, sitzung, termin id, termin nr, terminnummer, datensatz nr, datensatz id, \
            datensatz, lfd nr, laufende nummer
            patient_id: patient id, patient no, patient nr, patient number, patient code, patient, pat id, pat nr, pat no, \
            patienten nr, patienten id, patientennummer, patientencode, pseudonym, client id, client no, client, subject id, \
            subject no, subject, participant id, participant, person id, klient, klienten nr, klienten id, study id, id
            clinic_id: clinic id, clinic code, clinic, site id, site code, site, centre id, centre, center id, center, practice id, \
            practice code, practice, provider code, provider, organisation code, org code, location, praxis id, praxis nr, \
            praxisnummer, praxis, klinik id, klinik, standort id, standort, filiale, einrichtung, zentrum
            session_date: session date, date of session, treatment date, date of treatment, visit date, appointment date, \
            service date, date, behandlungsdatum, behandlungstag, sitzungsdatum, termindatum, leistungsdatum, datum
            technique: technique, massage technique, massage type, technik, behandlungstechnik, massagetechnik, massageart, modality, \
            treatment type, treatment, intervention, therapy, method, treat, behandlungsart, behandlung, massnahme, anwendung, \
            methode, therapie, massage, arm, group, gruppe
            episode_id: episode id, episode no, episode, case id, case no, course id, course, fall nr, fall id, fallnummer, fall, \
            verordnungs nr, verordnungsnummer, verordnung, rezept nr, rezeptnummer, serie
            practitioner_id: practitioner id, practitioner no, practitioner, therapist id, therapist no, therapist, clinician id, \
            clinician, masseur, therapeuten id, therapeuten nr, therapeut id, therapeut nr, therapeut, therapeutin, behandler id, \
            behandler, mitarbeiter nr
            body_region: body region, body area, body part, body site, region, koerperregion, koerperteil, behandlungsregion, \
            lokalisation, area
            condition: condition, diagnosis, indication, diagnose, indikation, krankheitsbild
            chronicity: chronicity, stage of condition, chronizitaet, stadium
            age_band: age band, age group, age range, age, age years, altersgruppe, altersklasse, alter, alter jahre
            sex: sex, gender, geschlecht
            visit: visit, visit no, visit number, timepoint, time point, week, time, wave, visite, besuch, messzeitpunkt, woche
            duration_min: duration min, duration minutes, duration, minutes, session length, dauer min, dauer minuten, dauer, minuten, \
            behandlungsdauer
            attendance: attendance, appointment status, attended, status, anwesenheit, terminstatus, teilnahme
            adverse_event: adverse event, adverse events, side effect, side effects, complication, nebenwirkung, nebenwirkungen, \
            unerwuenschtes ereignis, komplikation
            """.lines()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> joined(line[1])));

    private ColumnNames() {}

    private static List<String> joined(String names) {
        return Arrays.stream(names.split(", ", -1))
                .map(name -> Words.of(name).joined())
                .toList();
    }

    /** The names of a canonical column as {@link Words#joined} gives them, that of the column itself first. */
    static List<String> of(String canonical) {
        return Objects.requireNonNull(NAMES.get(canonical));
    }
}
