package physio.outcomes.compare.truth;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import physio.outcomes.compare.SessionSchema;

/**
 * Sessions with all that could make the order of rows matter: several episodes a patient, some named, some derived; several sessions on
 * one day, of other clinics, techniques and scores; labels of visits that repeat; missing case mix and scores; sessions not attended.
 */
final class Diaries {
    private static final LocalDate START = LocalDate.of(2023, 1, 2);
    private static final List<String> NUMBERS = List.of("pain_before", "pain_after", "sleep_score");

    private final Draws draws;
    private final List<Row> rows = new ArrayList<>();

    private Diaries(long seed) {
        draws = new Draws(seed);
    }

    static List<Row> sessions(int patients, long seed) {
        Diaries diaries = new Diaries(seed);
        for (long patient = 0; patient < patients; patient++) {
            for (int episode = below(diaries.draws, 3); episode >= 0; episode--) {
                diaries.addEpisode(patient, episode);
            }
        }
        return diaries.rows;
    }

    private static int below(Draws draws, int bound) {
        return (int) (draws.uniform() * bound);
    }

    private void addEpisode(long patient, int episode) {
        int age = below(draws, 3);
        int region = below(draws, 2);
        double level = 4 + 2 * draws.gaussian();
        double[] shares = Population.propensities(age, region, (int) (10 * level + 10));
        Long key = patient % 2 == 0 ? Long.valueOf(10 * patient + episode) : null;
        int technique = draws.place(shares);
        int day = 250 * episode + below(draws, 30);
        int visits = 1 + below(draws, 6);
        for (int visit = 0; visit < visits; visit++) {
            int sameDay = draws.uniform() < 0.15 ? 2 : 1;
            for (int i = 0; i < sameDay; i++) {
                int own = draws.uniform() < 0.8 ? technique : draws.place(shares);
                add(
                        patient,
                        key,
                        day,
                        own,
                        age,
                        region,
                        visit,
                        level - 0.4 * visit * (1 + technique) + draws.gaussian());
            }
            day += 1 + below(draws, 20);
        }
    }

    private void add(
            long patient, @Nullable Long episode, int day, int technique, int age, int region, int visit, double pain) {
        int before = (int) Math.max(0, Math.min(10, Math.rint(pain)));
        int after = (int) Math.max(0, Math.min(10, Math.rint(pain - 1 - technique * 0.5 + draws.gaussian())));
        rows.add(RowFactory.create(
                patient,
                episode,
                Date.valueOf(START.plusDays(day)),
                draws.uniform() < 0.95 ? "attended" : "cancelled",
                "C" + (patient + below(draws, 20) / 19) % 4,
                draws.uniform() < 0.03 ? "a+b" : Population.TECHNIQUES.get(technique),
                rarelyMissing(Population.REGIONS.get(region)),
                null,
                rarelyMissing(visit % 2 == 0 ? "acute" : "chronic"),
                rarelyMissing(Population.AGE_BANDS.get(age)),
                rarelyMissing(patient % 3 == 0 ? "male" : "female"),
                patient % 4 == 0 ? String.valueOf(visit - visit / 4) : null,
                draws.uniform() < 0.95 ? before : null,
                draws.uniform() < 0.95 ? after : null,
                draws.uniform() < 0.9 ? (int) (10 + before + 3 * draws.gaussian()) % 22 : null));
    }

    private @Nullable String rarelyMissing(String value) {
        return draws.uniform() < 0.03 ? null : value;
    }

    static StructType schema() {
        return SessionSchema.of(NUMBERS);
    }
}
