package physio.outcomes.measure.course;

import java.util.List;

/** One patient's episodes of care, in the order in which their first sessions stand. */
public record Course(List<Episode> episodes) {

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
