package physio.outcomes.measure.course;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts the sessions of each patient of a block into episodes of care, by the rules of the settings. */
public final class Courses implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int gapDays;
    private final Attribution attribution;
    private final int unknownRegion;

    /**
     * The rules.
     *
     * @param gapDays a longer pause, in days, starts a new episode where none is named
     * @param share of an episode's sessions that makes a technique the episode's
     */
    public Courses(int gapDays, BigDecimal share, Vocabulary vocabulary) {
        this.gapDays = gapDays;
        this.attribution = new Attribution(share, vocabulary);
        this.unknownRegion = vocabulary.code(Attribute.BODY_REGION, Vocabulary.UNKNOWN);
    }

    /** Each patient's course, in the order of the block. */
    public void forEach(SessionBlock block, Consumer<Course> consumer) {
        for (int from = 0; from < block.size(); ) {
            int end = block.end(from);
            consumer.accept(course(block, from, end));
            from = end;
        }
    }

    /** The days from one episode's last session after which another may begin. */
    public int gapDays() {
        return gapDays;
    }

    private Course course(SessionBlock block, int from, int last) {
        int end = block.endOfAttended(from, last);
        boolean[] isLeading = new boolean[end - from];
        List<Episode> episodes = new ArrayList<>();
        Map<Complaint, Episode> open = new HashMap<>();
        Episode[] own = new Episode[end - from];
        for (int session = from; session < end; session++) {
            Complaint complaint = complaint(block, session);
            Episode episode = open.get(complaint);
            boolean isPaused = episode != null
                    && !complaint.hasKey()
                    && block.day(session) - block.day(episode.lastSession()) > gapDays;
            if (episode == null || isPaused) {
                episode = new Episode(block, from, isLeading, attribution, complaint.region());
                open.put(complaint, episode);
                episodes.add(episode);
            }
            episode.add(session);
            own[session - from] = episode;
        }
        lead(block, from, own, isLeading);
        return new Course(block, from, last, Collections.unmodifiableList(episodes), isOfOneClinic(block, from, last));
    }

    private static boolean isOfOneClinic(SessionBlock block, int from, int end) {
        int clinic = block.code(Attribute.CLINIC, from);
        for (int session = from + 1; session < end; session++) {
            if (block.code(Attribute.CLINIC, session) != clinic) {
                return false;
            }
        }
        return true;
    }

    private Complaint complaint(SessionBlock block, int session) {
        if (block.hasEpisodeKey(session)) {
            return new Complaint(true, block.episodeKey(session), Vocabulary.MISSING);
        }
        int region = block.code(Attribute.BODY_REGION, session);
        return new Complaint(false, 0, region == Vocabulary.MISSING ? unknownRegion : region);
    }

    /** On each day the sessions of the first-started episode lead, of several that started together the first region's. */
    private static void lead(SessionBlock block, int from, Episode[] own, boolean[] isLeading) {
        Comparator<Episode> order = Comparator.comparingInt(Episode::start).thenComparingInt(Episode::complaintRegion);
        for (int first = 0; first < own.length; ) {
            int next = first + 1;
            Episode leader = own[first];
            while (next < own.length && block.day(from + next) == block.day(from + first)) {
                leader = order.compare(own[next], leader) < 0 ? own[next] : leader;
                next++;
            }
            for (int i = first; i < next; i++) {
                isLeading[i] = order.compare(own[i], leader) == 0;
            }
            first = next;
        }
    }

    /** What joins sessions: the clinic's episode id, or a region. */
    private record Complaint(boolean hasKey, long key, int region) {}
}
