package physio.outcomes.compare.sums;

import java.util.HashMap;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;

/** The last day on which each clinic is known to have treated anybody. */
public final class ClinicDays implements Sums.OfCourses {
    private static final long serialVersionUID = 1L;
    private final HashMap<Integer, Integer> last = new HashMap<>();

    @Override
    public void take(Course course) {
        for (Episode episode : course.episodes()) {
            for (int i = 0; i < episode.size(); i++) {
                int session = episode.session(i);
                last.merge(
                        episode.block().code(Attribute.CLINIC, session),
                        episode.block().day(session),
                        Math::max);
            }
        }
    }

    @Override
    public void merge(Sums other) {
        ((ClinicDays) other).last.forEach((clinic, day) -> last.merge(clinic, day, Math::max));
    }

    int of(int clinic) {
        return last.getOrDefault(clinic, Integer.MIN_VALUE);
    }
}
