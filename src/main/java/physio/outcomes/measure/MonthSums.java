package physio.outcomes.measure;

import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.sums.CourseSums;

/** All that a month's report sums in one pass. */
record MonthSums(
        ChangeSums changes,
        Trajectories trajectories,
        Participation participation,
        ClosedEpisodes closed,
        SessionIntervals intervals,
        Activity activity,
        Resumptions resumptions)
        implements CourseSums<MonthSums> {

    @Override
    public void take(Course course) {
        changes.take(course);
        trajectories.take(course);
        participation.take(course);
        closed.take(course);
        intervals.take(course);
        activity.take(course);
        resumptions.take(course);
    }

    @Override
    public void merge(MonthSums other) {
        changes.merge(other.changes);
        trajectories.merge(other.trajectories);
        participation.merge(other.participation);
        closed.merge(other.closed);
        intervals.merge(other.intervals);
        activity.merge(other.activity);
        resumptions.merge(other.resumptions);
    }
}
