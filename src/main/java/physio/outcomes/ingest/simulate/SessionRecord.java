package physio.outcomes.ingest.simulate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of a file: a text for each {@link Column}, empty where nothing was written down. */
record SessionRecord(Map<Column, String> cells) {
    private static final List<String> MINUTES = List.of("20", "30", "30", "45", "45", "60");
    private static final double OWN_PRACTITIONER_SHARE = 0.85;

    /**
     * The record of a visit.
     *
     * @param sessionNumber unique within the plan
     * @param draws for what hangs on no outcome: practitioner, duration, adverse event, missing scores
     */
    static SessionRecord of(long sessionNumber, Episode episode, Visit visit, Draws draws) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.SESSION_ID, id("S", 6, sessionNumber));
        cells.put(Column.SESSION_DATE, LocalDate.ofEpochDay(visit.day()).toString());
        cells.put(Column.TECHNIQUE, visit.treatment().code());
        cells.put(Column.PRACTITIONER_ID, practitioner(episode, draws));
        cells.put(Column.ATTENDANCE, visit.attendance().name().toLowerCase(Locale.ROOT));
        describe(episode, cells);
        if (visit.isAttended()) {
            score(episode.patient().clinic(), visit, draws, cells);
        }
        return new SessionRecord(cells);
    }

    SessionRecord with(Column column, String text) {
        Map<Column, String> changed = new EnumMap<>(cells);
        changed.put(column, text);
        return new SessionRecord(changed);
    }

    SessionRecord withNumber(long sessionNumber) {
        return with(Column.SESSION_ID, id("S", 6, sessionNumber));
    }

    boolean isAttended() {
        return cells.containsKey(Column.DURATION_MIN);
    }

    /** The texts of all columns in their order. */
    List<String> line() {
        return Column.ALL.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    private static void describe(Episode episode, Map<Column, String> cells) {
        Patient patient = episode.patient();
        cells.put(Column.PATIENT_ID, id("P", 6, patient.number()));
        cells.put(Column.CLINIC_ID, patient.clinic().id());
        cells.put(Column.BODY_REGION, episode.region().code());
        cells.put(Column.CONDITION, episode.condition().code());
        cells.put(Column.CHRONICITY, episode.chronicity().code());
        cells.put(Column.AGE_BAND, patient.ageBand());
        cells.put(Column.SEX, patient.sex().name().toLowerCase(Locale.ROOT));
    }

    private static void score(Clinic clinic, Visit visit, Draws draws, Map<Column, String> cells) {
        cells.put(Column.DURATION_MIN, MINUTES.get(draws.below(MINUTES.size())));
        cells.put(Column.ADVERSE_EVENT, adverseEvent(visit.treatment(), draws));
        visit.before().forEach((instrument, score) -> {
            cells.put(instrument.before(), written(score, clinic, draws));
        });
        visit.after().forEach((instrument, score) -> {
            cells.put(instrument.after(), written(score, clinic, draws));
        });
    }

    private static String written(int score, Clinic clinic, Draws draws) {
        return draws.chance(clinic.missingShare()) ? "" : Integer.toString(score);
    }

    private static String adverseEvent(Treatment treatment, Draws draws) {
        double share = draws.uniform() / treatment.mean(Technique::adverseEventRate);
        return share < 0.75 ? "soreness" : share < 0.9 ? "bruising" : share < 1 ? "dizziness" : "none";
    }

    private static String practitioner(Episode episode, Draws draws) {
        Clinic clinic = episode.patient().clinic();
        int own = (int) (episode.patient().number() % clinic.practitioners());
        int other = draws.below(clinic.practitioners());
        return id("T", 2, clinic.number()) + (draws.chance(OWN_PRACTITIONER_SHARE) ? own : other);
    }

    /** A letter and a number; the letter keeps it from looking like a phone or health-service number. */
    private static String id(String letter, int digits, long number) {
        String text = Long.toString(number);
        return letter + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
