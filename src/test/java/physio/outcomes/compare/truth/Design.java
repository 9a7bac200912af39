package physio.outcomes.compare.truth;

/** What a simulated study follows: one score after baseline in clinics that differ, or several of patients who differ. */
enum Design {
    /** A baseline and a follow-up; clinics have random intercepts. */
    ONE_FOLLOW_UP(1, 3, 0, 8),
    /** A baseline and up to three later visits; patients have random intercepts. */
    SEVERAL_VISITS(3, 0, 6, 6);

    private final int visits;
    private final double clinicSd;
    private final double patientSd;
    private final double noiseSd;

    Design(int visits, double clinicSd, double patientSd, double noiseSd) {
        this.visits = visits;
        this.clinicSd = clinicSd;
        this.patientSd = patientSd;
        this.noiseSd = noiseSd;
    }

    /** Visits after the first. */
    int visits() {
        return visits;
    }

    double clinicSd() {
        return clinicSd;
    }

    double patientSd() {
        return patientSd;
    }

    double noiseSd() {
        return noiseSd;
    }

    /** The spread of a score about what case mix, baseline and technique let expect. */
    double sd() {
        return Math.sqrt(clinicSd * clinicSd + patientSd * patientSd + noiseSd * noiseSd);
    }
}
