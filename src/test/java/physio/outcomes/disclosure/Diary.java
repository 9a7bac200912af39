package physio.outcomes.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Draws the sessions of some small clinics: few patients a technique and month, as in practices of a few therapists. */
final class Diary {
    static final YearMonth FIRST = YearMonth.of(2024, 1);

    private static final List<String> REGIONS = List.of("hip", "neck", "shoulder");
    private static final int STEPS = 10;

    private final SplittableRandom random;
    private final int clinics;
    private final int techniques;
    private final int months;
    private final int measures;
    private final List<Visit> visits = new ArrayList<>();
    private int patient;
    private int episode;

    private Diary(long seed) {
        random = new SplittableRandom(seed);
        clinics = random.nextInt(2, 7);
        techniques = random.nextInt(2, 7);
        int drawn = random.nextInt(2, 6);
        // A store's first month is its first year too.
        months = seed % 10 == 7 ? 1 : drawn;
        measures = random.nextInt(1, 4);
    }

    private Diary(Diary of, int months, Predicate<Visit> which) {
        random = of.random;
        clinics = of.clinics;
        techniques = of.techniques;
        this.months = months;
        measures = of.measures;
        of.visits.stream().filter(which).forEach(visits::add);
    }

    /** The diary of a seed. */
    static Diary of(long seed) {
        Diary diary = new Diary(seed);
        for (int clinic = 1; clinic <= diary.clinics; clinic++) {
            diary.fill("C" + clinic);
        }
        return diary;
    }

    /** What one patient knows of it. */
    Diary ofPatient(int number) {
        return new Diary(this, months, visit -> visit.patient() == number);
    }

    /** As it was before its last month. */
    Diary aMonthEarlier() {
        return new Diary(this, months - 1, visit -> visit.month().isBefore(FIRST.plusMonths(months - 1)));
    }

    List<Visit> visits() {
        return visits;
    }

    int months() {
        return months;
    }

    int measures() {
        return measures;
    }

    /** Between 4 and some 50 patients a month, small clinics more often. */
    private void fill(String clinic) {
        int patients = (int) Math.round(4 * Math.exp(random.nextDouble() * 2.5)) * months / 2;
        int habit = random.nextInt(techniques);
        for (int i = 0; i < patients; i++) {
            patient++;
            fillEpisode(clinic, habit, random.nextInt(months));
            if (random.nextInt(8) == 0) {
                fillEpisode(elsewhere(clinic), habit, random.nextInt(months));
            }
        }
    }

    private void fillEpisode(String clinic, int habit, int firstMonth) {
        episode++;
        int main = technique(habit);
        String region = REGIONS.get(Math.min(random.nextInt(4), 2));
        int month = firstMonth;
        int sessions = random.nextInt(1, 6);
        for (int i = 0; i < sessions && month < months; i++) {
            int own = random.nextInt(5) == 0 ? technique(habit) : main;
            String at = random.nextInt(40) == 0 ? elsewhere(clinic) : clinic;
            add(at, region, own, month);
            month += random.nextInt(4) == 0 ? 1 : 0;
        }
    }

    private void add(String clinic, String region, int technique, int month) {
        boolean isAttended = random.nextInt(12) != 0;
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int measure = 0; measure < measures; measure++) {
            int score = random.nextInt(2, STEPS + 1);
            before.add(isAttended && random.nextInt(10) != 0 ? score : Visit.NONE);
            after.add(
                    isAttended && measure != Cube.BY_VISIT && random.nextInt(10) != 0
                            ? Math.max(0, score - random.nextInt(-1, 5))
                            : Visit.NONE);
        }
        visits.add(new Visit(
                patient,
                episode,
                clinic,
                region,
                "t" + (technique + 1),
                FIRST.plusMonths(month),
                isAttended,
                List.copyOf(before),
                List.copyOf(after)));
    }

    /** A clinic has its habits: half of it is one technique. */
    private int technique(int habit) {
        return random.nextBoolean() ? habit : random.nextInt(techniques);
    }

    private String elsewhere(String clinic) {
        return random.nextInt(3) == 0 ? "C" + (1 + random.nextInt(clinics)) : clinic;
    }
}
