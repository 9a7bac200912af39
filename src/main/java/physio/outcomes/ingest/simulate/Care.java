package physio.outcomes.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * An episode and how it went in usual practice.
 *
 * @param visits booked sessions in order of date, at least one
 */
record Care(Episode episode, List<Visit> visits) {
    private static final double SECOND_EPISODE_SHARE = 0.3;
    private static final double SAME_REGION_SHARE = 0.6;
    /** Beyond the 90 days after which sessions of one region count as a new episode. */
    private static final long SHORTEST_PAUSE_DAYS = 95;

    private static final int PAUSE_SPREAD_DAYS = 200;

    /** All care of one patient within the plan's period: one or two episodes; none if it would start after it. */
    static List<Care> of(SimulationPlan plan, List<Clinic> clinics, long patientNumber) {
        Draws draws = Draws.of(Draws.seed(plan.seed(), patientNumber));
        Patient patient = Patient.draw(patientNumber, clinics, draws);
        BodyRegion region = draws.pick(BodyRegion.ALL, BodyRegion::share);
        long start = plan.firstDay() + draws.below((int) (plan.lastDay() - plan.firstDay() + 1));
        List<Care> care = new ArrayList<>();
        add(care, Episode.draw(plan, patient, region, start, draws));
        if (!care.isEmpty() && draws.chance(SECOND_EPISODE_SHARE)) {
            BodyRegion second =
                    draws.chance(SAME_REGION_SHARE) ? region : draws.pick(BodyRegion.ALL, BodyRegion::share);
            long pause = SHORTEST_PAUSE_DAYS + draws.below(PAUSE_SPREAD_DAYS);
            add(care, Episode.draw(plan, patient, second, care.get(0).lastDay() + pause, draws));
        }
        return care;
    }

    private static void add(List<Care> care, Episode episode) {
        List<Visit> visits = Course.of(episode, new UsualPractice(episode));
        if (!visits.isEmpty()) {
            care.add(new Care(episode, visits));
        }
    }

    private long lastDay() {
        return visits.get(visits.size() - 1).day();
    }
}
