package physio.outcomes.ingest.simulate;

/**
 * One episode of care before anything has been done: whatever technique it gets, its course draws from the same seed.
 *
 * @param start epoch day of the first session
 * @param seed of all that happens by chance in it
 */
record Episode(
        SimulationPlan plan,
        Patient patient,
        BodyRegion region,
        Condition condition,
        Chronicity chronicity,
        long start,
        long seed) {
    /** A complaint of this region that starts on this day, or the day after if that is a Sunday. */
    static Episode draw(SimulationPlan plan, Patient patient, BodyRegion region, long start, Draws draws) {
        return new Episode(
                plan,
                patient,
                region,
                draws.pick(Condition.ALL, condition -> condition.weight(region, patient.decade())),
                draws.pick(Chronicity.ALL, Chronicity::share),
                openDay(start),
                draws.next());
    }

    /** The day itself, or Monday when it is a Sunday. */
    static long openDay(long day) {
        // Epoch day 0 was a Thursday.
        return Math.floorMod(day, 7) == 3 ? day + 1 : day;
    }

    /** How bad the complaint is, in SD; it moves all instruments. */
    double severity(double own) {
        return 0.5 * patient.tendency() + Math.sqrt(0.75) * own + chronicity.severity() + region.severity();
    }

    /** Share of the plan's period that has passed on a day, 0 to 1. */
    double elapsed(long day) {
        return (day - plan.firstDay()) / (double) (plan.lastDay() - plan.firstDay());
    }
}
