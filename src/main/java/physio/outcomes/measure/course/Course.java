package physio.outcomes.measure.course;

import java.util.List;

/**
 * One patient's course.
 *
 * @param block the sessions are in, attended or not
 * @param from the place of the patient's first session
 * @param end the place after the last
 * @param episodes of care, in the order in which their first sessions stand; none where no session was attended
 * @param isOfOneClinic whether all sessions, attended or not, are
 */
public record Course(SessionBlock block, int from, int end, List<Episode> episodes, boolean isOfOneClinic) {

    /** How many of the patient's episodes began on an earlier day. */
    public int earlier(Episode episode) {
        int earlier = 0;
        for (Episode other : episodes) {
            if (other.start() < episode.start()) {
                earlier++;
            }
        }
        return earlier;
    }
}
