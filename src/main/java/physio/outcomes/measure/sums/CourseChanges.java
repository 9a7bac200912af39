package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.sums.Change.Window;

/** Turns courses into changes: immediate ones of every session scored before and after, lasting ones of episodes. */
public final class CourseChanges implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ArrayList<ScoredMeasure> measures;

    /** Of measures that changes name by their place. */
    public CourseChanges(List<ScoredMeasure> measures) {
        this.measures = new ArrayList<>(measures);
    }

    /** All changes of a patient, episode by episode. */
    public void forEach(Course course, Consumer<Change> changes) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            for (int measure = 0; measure < measures.size(); measure++) {
                if (measures.get(measure).isImmediate()) {
                    immediate(episode, number, measure, changes);
                }
                lasting(episode, number, measure, changes);
            }
        }
    }

    /** The lasting changes of a patient alone, episode by episode. */
    public void forEachLasting(Course course, Consumer<Change> changes) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            for (int measure = 0; measure < measures.size(); measure++) {
                lasting(episode, number, measure, changes);
            }
        }
    }

    private void immediate(Episode episode, int number, int measure, Consumer<Change> changes) {
        SessionBlock block = episode.block();
        ScoredMeasure own = measures.get(measure);
        for (int i = 0; i < episode.size(); i++) {
            int session = episode.session(i);
            int before = block.score(own.lasting().index(), session);
            int after = block.score(own.after(), session);
            if (before != SessionBlock.NO_SCORE && after != SessionBlock.NO_SCORE) {
                changes.accept(new Change(
                        measure,
                        Window.SESSION,
                        number,
                        block.code(Attribute.CLINIC, session),
                        block.code(Attribute.BODY_REGION, session),
                        block.code(Attribute.PRACTITIONER, session),
                        block.code(Attribute.TECHNIQUE, session),
                        block.day(session),
                        before,
                        after,
                        1));
            }
        }
    }

    private void lasting(Episode episode, int number, int measure, Consumer<Change> changes) {
        ScoredMeasure own = measures.get(measure);
        int baseline = episode.baseline(own.lasting());
        int at = baseline == SessionBlock.NO_SCORE ? -1 : episode.followUp(own.lasting());
        if (at >= 0) {
            changes.accept(new Change(
                    measure,
                    Window.EPISODE,
                    number,
                    episode.block().code(Attribute.CLINIC, episode.first()),
                    episode.block().code(Attribute.BODY_REGION, episode.first()),
                    episode.block().code(Attribute.PRACTITIONER, episode.first()),
                    episode.techniqueBefore(at),
                    episode.last(),
                    baseline,
                    episode.dayScore(own.lasting(), at),
                    episode.nextDay(at)));
        }
    }
}
