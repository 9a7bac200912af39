package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Courses;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Episode.ScoreColumn;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;

/** What is studied: which measures, over which days, in which body region; turns courses into rows of analysis. */
public final class Study implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ANY = -2;

    private final Courses courses;
    private final ArrayList<MeasureScores> scores = new ArrayList<>();
    private final ArrayList<Sample> samples = new ArrayList<>();
    private final Days days;
    private final int region;

    /**
     * A study.
     *
     * @param measures those compared
     * @param days what an episode must begin in and a session be in
     * @param region a body region, or none for all
     */
    public Study(SessionBlocks blocks, Courses courses, List<Measure> measures, Days days, Optional<String> region) {
        this.courses = courses;
        this.days = days;
        this.region = region.map(code -> blocks.vocabulary().code(Attribute.BODY_REGION, code))
                .orElse(ANY);
        for (Measure measure : measures) {
            int first = blocks.firstColumn(measure);
            boolean isImmediate = measure.timing() == Measure.Timing.SESSION;
            ScoreColumn lasting = new ScoreColumn(first, measure.isPatientLevel());
            EnumMap<Kind, Integer> own = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                if (isImmediate || !kind.isOfSessions()) {
                    own.put(kind, samples.size());
                    samples.add(new Sample(measure.id(), kind));
                }
            }
            scores.add(new MeasureScores(lasting, isImmediate ? first + 1 : -1, measure.polarity(), own));
        }
    }

    /** The first day, and the last of the data, since 1970-01-01. */
    public record Days(int first, int last) implements Serializable {}

    /** The samples; a row names one by its place. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The place of a sample. */
    public int place(Sample sample) {
        return samples.indexOf(sample);
    }

    Courses courses() {
        return courses;
    }

    List<MeasureScores> scores() {
        return scores;
    }

    /** Whether an episode began in time and in the region. */
    boolean isStudied(Episode episode) {
        return episode.start() >= days.first() && isInRegion(episode.block(), episode.first());
    }

    /** Whether an episode has ended: a later session would begin another. */
    boolean isClosed(Episode episode) {
        return closes(episode) < days.last();
    }

    /** The day after which a session would begin another episode. */
    int closes(Episode episode) {
        return episode.last() + courses.gapDays();
    }

    Days days() {
        return days;
    }

    private boolean isInRegion(SessionBlock block, int session) {
        return region == ANY || block.code(Attribute.BODY_REGION, session) == region;
    }

    /** The rows of a patient's course. */
    void rows(Course course, Feed feed) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            AnalysisRow row = feed.row(episode, ++number, course.earlier(episode));
            boolean isStudied = isStudied(episode);
            for (MeasureScores measure : scores) {
                if (measure.isImmediate()
                        && (feed.isOf(measure.sample(Kind.SESSION)) || feed.isOf(measure.sample(Kind.FIRST_SESSION)))) {
                    sessionRows(episode, measure, row, feed);
                }
                if (isStudied) {
                    episodeRows(episode, measure, row, feed);
                }
            }
        }
    }

    private void sessionRows(Episode episode, MeasureScores measure, AnalysisRow row, Feed feed) {
        VisitLabels labels = new VisitLabels();
        boolean isFirst = true;
        int number = 1;
        for (int day = 0; day < episode.size(); day = episode.nextDay(day)) {
            int ofVisit = sessionOfDay(episode, day, measure);
            for (int i = day; i < episode.nextDay(day); i++) {
                if (isScored(episode, i, measure)) {
                    fill(row, episode, i, measure);
                    row.visit = VisitLabels.visit(episode.block().code(Attribute.VISIT, row.about), number);
                    row.isOfVisit = i == ofVisit && labels.isNew(row.visit);
                    feed.take(measure.sample(Kind.SESSION));
                    if (i == ofVisit && isFirst) {
                        feed.take(measure.sample(Kind.FIRST_SESSION));
                        isFirst = false;
                    }
                }
            }
            number++;
        }
    }

    /** Of a day's scored sessions, the one with the smallest scores; ties to the first technique and case mix. −1 for none. */
    private int sessionOfDay(Episode episode, int day, MeasureScores measure) {
        SessionBlock block = episode.block();
        int best = -1;
        for (int i = day; i < episode.nextDay(day); i++) {
            if (isScored(episode, i, measure)
                    && (best < 0 || isBefore(block, episode.session(i), episode.session(best), measure))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean isBefore(SessionBlock block, int session, int other, MeasureScores measure) {
        int before = measure.lasting().index();
        int byBefore = Integer.compare(block.score(before, session), block.score(before, other));
        int byAfter = Integer.compare(block.score(measure.after(), session), block.score(measure.after(), other));
        int byTechnique = compare(block, session, other, Attribute.TECHNIQUE);
        int difference = byBefore != 0 ? byBefore : byAfter != 0 ? byAfter : byTechnique;
        // Down to the last attribute, since a session brings its own case mix: rows have no order.
        for (Attribute attribute : Attribute.values()) {
            difference = difference == 0 ? compare(block, session, other, attribute) : difference;
        }
        return difference < 0;
    }

    private static int compare(SessionBlock block, int session, int other, Attribute attribute) {
        return Integer.compare(block.code(attribute, session), block.code(attribute, other));
    }

    private boolean isScored(Episode episode, int i, MeasureScores measure) {
        SessionBlock block = episode.block();
        int session = episode.session(i);
        return block.score(measure.lasting().index(), session) != SessionBlock.NO_SCORE
                && block.score(measure.after(), session) != SessionBlock.NO_SCORE
                && block.day(session) >= days.first()
                && isInRegion(block, session);
    }

    private static void fill(AnalysisRow row, Episode episode, int i, MeasureScores measure) {
        SessionBlock block = episode.block();
        int session = episode.session(i);
        row.technique = block.code(Attribute.TECHNIQUE, session);
        row.about = session;
        row.sessions = 1;
        row.sessionsBefore = i;
        row.sinceStart = block.day(session) - episode.start();
        row.scores(
                block.score(measure.lasting().index(), session),
                block.score(measure.after(), session),
                measure.polarity());
    }

    private void episodeRows(Episode episode, MeasureScores measure, AnalysisRow row, Feed feed) {
        int baseline = episode.baseline(measure.lasting());
        if (baseline == SessionBlock.NO_SCORE) {
            return;
        }
        int at = episode.followUp(measure.lasting());
        row.about = episode.first();
        row.visit = VisitLabels.visit(Vocabulary.MISSING, 1);
        row.isOfVisit = true;
        row.isObserved = at >= 0;
        row.technique = at >= 0 ? episode.techniqueBefore(at) : episode.technique();
        row.scores(baseline, at >= 0 ? episode.dayScore(measure.lasting(), at) : baseline, measure.polarity());
        row.sessions = at >= 0 ? episode.nextDay(at) : episode.size();
        row.sessionsBefore = at >= 0 ? at : episode.size();
        feed.take(measure.sample(Kind.BASELINE));
        if (at >= 0) {
            feed.take(measure.sample(Kind.EPISODE));
            if (isClosed(episode)) {
                feed.take(measure.sample(Kind.CLOSED_EPISODE));
            }
            if (episode.isSoleBefore(at)) {
                feed.take(measure.sample(Kind.SOLE_EPISODE));
            }
            if (feed.isOf(measure.sample(Kind.VISIT))) {
                visitRows(episode, measure, row, feed);
            }
        }
    }

    private static void visitRows(Episode episode, MeasureScores measure, AnalysisRow row, Feed feed) {
        VisitLabels labels = new VisitLabels();
        int number = 1;
        for (int day = episode.nextDay(0); day < episode.size(); day = episode.nextDay(day)) {
            number++;
            int score = episode.dayScore(measure.lasting(), day);
            row.visit = VisitLabels.visit(episode.dayLabel(day), number);
            row.sinceStart = episode.block().day(episode.session(day)) - episode.start();
            if (score != SessionBlock.NO_SCORE && labels.isNew(row.visit)) {
                row.scores(row.baseline, score, measure.polarity());
                feed.take(measure.sample(Kind.VISIT));
            }
        }
    }
}
