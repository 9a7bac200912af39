package physio.outcomes.ingest.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.ingest.simulate.Visit.Attendance;

/**
 * The course of an episode under a practice. Each booking takes the same draws whatever was done before, so that two
 * courses of one episode differ by their techniques alone: they are its potential outcomes.
 */
final class Course {
    /** Days in which a flare, and the natural recovery, go most of their way. */
    private static final double FLARE_DAYS = 9;

    private static final double RECOVERY_DAYS = 30;
    /** Share of the way to a technique's full lasting effect that one session goes. */
    private static final double EFFECT_PER_SESSION = 0.4;

    private static final double SINGLE_VISIT_SHARE = 0.07;
    private static final int SHORTEST_PAUSE_DAYS = 3;
    private static final int PAUSE_SPREAD_DAYS = 12;
    /** What one hour takes off: points of pain, and a share of the burden. */
    private static final double RELIEF = 0.5;

    private static final double RELIEF_SD = 0.5;
    private static final double RELIEF_SHARE = 0.2;

    private final Episode episode;
    private final Practice practice;
    private final Draws draws;
    private final double flare;
    private final int bookings;
    private final Map<Instrument, Double> level = new EnumMap<>(Instrument.class);
    private final Map<Instrument, Double> gained = new EnumMap<>(Instrument.class);

    private Course(Episode episode, Practice practice) {
        this.episode = episode;
        this.practice = practice;
        draws = Draws.of(episode.seed());
        // Patients come when pain is high; what comes and goes by itself is the regression to the mean.
        flare = 1.0 + draws.gaussian();
        bookings = draws.chance(SINGLE_VISIT_SHARE) ? 1 : 4 + draws.below(9);
        double severity = episode.severity(draws.gaussian());
        for (Instrument instrument : Instrument.ALL) {
            level.put(instrument, Burden.of(instrument).level(severity, draws.gaussian(), decade()));
            gained.put(instrument, 0.0);
        }
    }

    /** The booked sessions in order of date, up to the end of the plan's period; none if it starts later. */
    static List<Visit> of(Episode episode, Practice practice) {
        return new Course(episode, practice).visits();
    }

    private List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        long day = episode.start();
        int attended = 0;
        boolean isLeaving = false;
        while (!isLeaving && visits.size() < bookings && day <= episode.plan().lastDay()) {
            Visit visit = visit(day, visits);
            visits.add(visit);
            attended += visit.isAttended() ? 1 : 0;
            // Never after the first session: whether a follow-up exists must not depend on the technique.
            isLeaving = draws.chance(leaving(visits)) && visit.isAttended() && attended > 1;
            day = Episode.openDay(day + SHORTEST_PAUSE_DAYS + draws.below(PAUSE_SPREAD_DAYS));
        }
        return visits;
    }

    private Visit visit(long day, List<Visit> earlier) {
        Map<Instrument, Double> burden = burden(day);
        Map<Instrument, Integer> before = new EnumMap<>(Instrument.class);
        burden.forEach((instrument, value) -> before.put(instrument, instrument.score(value)));
        Treatment treatment =
                practice.next(painOf(earlier.isEmpty() ? before : earlier.get(0).before()));
        Map<Instrument, Integer> after = after(burden, treatment);
        Attendance attendance = attendance(draws.uniform());
        if (!earlier.isEmpty() && attendance != Attendance.ATTENDED) {
            return Visit.missed(day, attendance, treatment);
        }
        gain(treatment, day);
        return new Visit(day, Attendance.ATTENDED, treatment, before, after);
    }

    /** Burdens before a session: level, less natural recovery and what techniques gained, plus flare and noise. */
    private Map<Instrument, Double> burden(long day) {
        double days = day - episode.start();
        double recovered = episode.chronicity().recovery() * (1 - StrictMath.exp(-days / RECOVERY_DAYS));
        double flareLeft = flare * StrictMath.exp(-days / FLARE_DAYS);
        Map<Instrument, Double> burden = new EnumMap<>(Instrument.class);
        for (Instrument instrument : Instrument.ALL) {
            Burden model = Burden.of(instrument);
            burden.put(
                    instrument,
                    level.getOrDefault(instrument, 0.0) * (1 - model.recovery() * recovered)
                            - gained.getOrDefault(instrument, 0.0)
                            + model.perFlare() * flareLeft
                            + model.noise() * draws.gaussian());
        }
        return burden;
    }

    /** Scores after the session: the relief of the hour, most of which is gone by the next visit. */
    private Map<Instrument, Integer> after(Map<Instrument, Double> burden, Treatment treatment) {
        Map<Instrument, Integer> after = new EnumMap<>(Instrument.class);
        for (Instrument instrument : Instrument.OF_SESSIONS) {
            double before = burden.getOrDefault(instrument, 0.0);
            double relief = RELIEF + treatment.mean(Technique::relief) + RELIEF_SD * draws.gaussian();
            double points = relief * instrument.pointsPerPainPoint() + RELIEF_SHARE * before;
            after.put(instrument, instrument.score(before - points));
        }
        return after;
    }

    private void gain(Treatment treatment, long day) {
        double quality = episode.patient().clinic().quality(episode.elapsed(day));
        gained.replaceAll((instrument, gain) -> {
            double full = treatment.mean(technique -> technique.lasting(instrument))
                    + quality * instrument.pointsPerPainPoint();
            return gain + EFFECT_PER_SESSION * (full - gain);
        });
    }

    /** Chance that the patient does not come back: who is no better than at first stops sooner. */
    private static double leaving(List<Visit> visits) {
        Map<Instrument, Integer> latest = visits.get(visits.size() - 1).before();
        int improvement = Instrument.PAIN.improvement(painOf(visits.get(0).before()), painOf(latest));
        return improvement <= 0 ? 0.14 : improvement == 1 ? 0.08 : 0.04;
    }

    private static int painOf(Map<Instrument, Integer> scores) {
        return scores.getOrDefault(Instrument.PAIN, 0);
    }

    private static Attendance attendance(double share) {
        return share < 0.93 ? Attendance.ATTENDED : share < 0.97 ? Attendance.CANCELLED : Attendance.DID_NOT_ATTEND;
    }

    private int decade() {
        return episode.patient().decade();
    }
}
