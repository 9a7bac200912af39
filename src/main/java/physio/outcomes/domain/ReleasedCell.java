package physio.outcomes.domain;

/**
 * What a reader was told of some sessions or episodes.
 *
 * @param name what they are: the same in all releases
 * @param isShown whether their figures were shown, or hidden
 * @param patients distinct ones
 * @param rows sessions and episodes, added up
 * @param digest of all that is counted of them: another one when any count has changed
 */
public record ReleasedCell(String name, boolean isShown, long patients, long rows, long digest) {}
