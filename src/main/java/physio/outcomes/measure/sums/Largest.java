package physio.outcomes.measure.sums;

/**
 * What single patients gave to a group: each knows his own.
 *
 * @param sessions the most sessions of one patient
 * @param episodes the most episodes of one
 * @param isDominated whether two of them have more than nine tenths of the rows
 */
public record Largest(long sessions, long episodes, boolean isDominated) {}
