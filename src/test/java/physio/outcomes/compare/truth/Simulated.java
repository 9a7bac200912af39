package physio.outcomes.compare.truth;

import java.util.ArrayList;
import java.util.List;

/** One simulated study; a seed gives the same one on every machine. */
final class Simulated {
    static final int CLINICS = 8;
    private static final int PATIENTS = 960;
    private static final int DAYS_BETWEEN = 14;

    private final Design design;
    private final long seed;
    private final Draws draws;
    private final double[] clinics = new double[CLINICS];
    private final List<Encounter> encounters = new ArrayList<>();

    private Simulated(Design design, long seed) {
        this.design = design;
        this.seed = seed;
        draws = new Draws(seed);
        for (int clinic = 0; clinic < CLINICS; clinic++) {
            clinics[clinic] = design.clinicSd() * draws.gaussian();
        }
    }

    /** The sessions, patient by patient and by day. */
    static List<Encounter> encounters(Design design, long seed) {
        Simulated simulated = new Simulated(design, seed);
        for (int i = 0; i < PATIENTS; i++) {
            simulated.addPatient(i);
        }
        return simulated.encounters;
    }

    private void addPatient(int number) {
        int age = draws.place(Population.ageShares());
        int region = draws.place(Population.regionShares());
        int baseline =
                Population.score(Population.expectedBaseline(age, region) + Population.BASELINE_SD * draws.gaussian());
        int technique = draws.place(Population.propensities(age, region, baseline));
        long patient = seed * PATIENTS + number;
        Encounter first = new Encounter(patient, 0, number % CLINICS, technique, age, region, baseline);
        encounters.add(first);
        addLater(first, clinics[first.clinic()] + design.patientSd() * draws.gaussian());
    }

    private void addLater(Encounter first, double intercept) {
        double staying = Population.staying(first.technique(), first.age(), first.region(), first.score());
        for (int visit = 1; visit <= design.visits() && draws.uniform() < staying; visit++) {
            double expected =
                    Population.expectedScore(first.technique(), first.age(), first.region(), first.score(), visit);
            double noise = design.noiseSd() * draws.gaussian();
            encounters.add(first.later(DAYS_BETWEEN * visit, Population.score(expected + intercept + noise)));
        }
    }
}
