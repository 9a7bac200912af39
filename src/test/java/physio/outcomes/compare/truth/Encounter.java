package physio.outcomes.compare.truth;

/**
 * A session of a simulated patient.
 *
 * @param age place of the age band
 * @param score on the instrument's grid
 */
record Encounter(long patient, int day, int clinic, int technique, int age, int region, int score) {
    Encounter later(int otherDay, int otherScore) {
        return new Encounter(patient, otherDay, clinic, technique, age, region, otherScore);
    }
}
