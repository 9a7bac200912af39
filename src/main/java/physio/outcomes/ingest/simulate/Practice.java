package physio.outcomes.ingest.simulate;

/** How sessions of an episode get their techniques. */
@FunctionalInterface
interface Practice {
    /** The treatment of the next session, given the pain score (0–10) before the first. */
    Treatment next(int firstPain);

    /** Every session the same: the potential outcome under one technique. */
    static Practice always(Technique technique) {
        Treatment treatment = Treatment.of(technique);
        return firstPain -> treatment;
    }
}
