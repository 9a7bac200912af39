/**
 * A patient's course through treatment, in plain Java: sessions in compact blocks, put into episodes of care.
 *
 * <p>Enters: {@link physio.outcomes.measure.course.SessionBlock}, primitive columns of attended sessions, patient by patient. Leaves:
 * {@link physio.outcomes.measure.course.Episode}s with baseline, follow-up and technique. What sums over millions of courses keeps no object for a session. Example: {@code
 * Courses.of(rules).forEach(block, course -> course.episodes())}.
 */
@NullMarked
package physio.outcomes.measure.course;

import org.jspecify.annotations.NullMarked;
