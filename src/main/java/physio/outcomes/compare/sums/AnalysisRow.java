package physio.outcomes.compare.sums;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Episode;

/** A row of analysis; one object serves all rows in turn, so that a row costs no memory. */
public final class AnalysisRow {
    /** The place of its sample among the study's. */
    int sample;

    /** The code of its technique. */
    int technique;

    /** The session whose clinic and case mix are the row's. */
    int about;

    /** The visit: the code of its label, or −1 − n for the n-th visit of an episode without labels. */
    int visit;

    /** Whether it is the row of its visit; of several sessions of one day, or under one label, one is. */
    boolean isOfVisit;

    int baseline;

    /** In steps; the baseline again where there is none. */
    int followUp;

    /** Whether there is a follow-up. */
    boolean isObserved;

    /** In steps, positive is better. */
    int improvement;

    /** The sessions behind it: 1, or those of the episode up to the follow-up. */
    int sessions;

    /** Sessions of the episode on days before the follow-up. */
    int sessionsBefore;

    /** Days since the episode's first session. */
    int sinceStart;

    /** The number of its episode among the patient's, from 1. */
    int number;

    /** Episodes of the patient that began before. */
    int earlier;

    /** The level of each factor: technique, case mix, visit. */
    int[] levels = {};

    /** The session whose case mix the levels are of; −1 for none of this episode. */
    int coded = -1;

    /** The sample for which they are. */
    int codedFor;

    private @Nullable Episode episode;

    void begin(Episode of, int ofNumber, int earlierEpisodes) {
        episode = of;
        number = ofNumber;
        earlier = earlierEpisodes;
        coded = -1;
    }

    /** The scores, in steps. */
    void scores(int before, int after, int polarity) {
        baseline = before;
        followUp = after;
        improvement = (after - before) * polarity;
    }

    int code(Attribute attribute) {
        return Objects.requireNonNull(episode).block().code(attribute, about);
    }
}
