package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.store.SettledYear;
import physio.outcomes.store.SettledYears;
import physio.outcomes.store.Store;

/** Reports say the same whether they sum all years, or take those from the store that are settled. */
@ExtendWith(SparkTest.class)
class SettledYearsIT {
    private static final YearMonth JUNE = YearMonth.of(2022, 6);

    private final Path folder;
    private final LongHistory history;

    SettledYearsIT(SparkSession spark, @TempDir Path folder) {
        this.folder = folder;
        this.history = new LongHistory(spark, folder);
    }

    /** More of them in the profile {@code thorough}. */
    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= Integer.getInteger("settled.seeds", 1); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** Months come, some of them with records of earlier ones, or of an episode of years ago; reports of older months are asked for in between. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingThatComesMakesReportsDiffer(int seed) {
        Random random = new Random(seed);
        YearMonth month = YearMonth.of(2019, 1 + random.nextInt(12));
        int taken = 0;
        for (int delivery = 0; delivery < 8; delivery++) {
            YearMonth end = month.plusMonths(delivery == 0 ? 30 : 2 + random.nextInt(9));
            for (; month.isBefore(end); month = month.plusMonths(1)) {
                history.draw(month, 25, random);
            }
            if (random.nextInt(4) == 0) {
                history.draw(month.minusMonths(1 + random.nextInt(40)), 3, random);
            }
            history.deliver();
            YearMonth newest = month.minusMonths(1);
            YearMonth asked = random.nextInt(3) == 0 ? newest.minusMonths(random.nextInt(20)) : newest;
            taken += history.known(asked).size();
            assertThat(history.report(asked)).isEqualTo(history.reportOfAll(asked));
        }
        assertThat(taken).isPositive();
    }

    /** An episode of 2020 goes on in July 2022, after its year was settled: it leaves its month. */
    @Test
    void aYearWhoseEpisodeGoesOnIsNotSettledUntilThatYearIsOver() {
        history.on(LocalDate.of(2020, 3, 1), 900, "long", 7).on(LocalDate.of(2020, 4, 1), 900, "long", 5);
        reportOfJune();
        assertThat(history.known(JUNE)).containsExactly(2020);
        history.on(LocalDate.of(2022, 7, 1), 900, "long", 2).deliver();
        YearMonth july = JUNE.plusMonths(1);
        assertThat(history.known(july)).containsExactly(2020);
        assertThat(history.report(july)).isEqualTo(history.reportOfAll(july));
        history.on(LocalDate.of(2023, 2, 1), 1, "", 2).deliver();
        YearMonth february = YearMonth.of(2023, 2);
        assertThat(history.report(february)).isEqualTo(history.reportOfAll(february));
        assertThat(history.known(february)).containsExactly(2020, 2021);
        assertThat(history.report(february)).isEqualTo(history.reportOfAll(february));
    }

    /** With 0.5 standard deviations of stress: sessions of extreme stress move the threshold, which all years' responders go by. */
    @Test
    void anotherThresholdUnsettlesAllYears() {
        String before = reportOfJune();
        for (int patient = 1000; patient < 1600; patient++) {
            history.on(LocalDate.of(2022, 7, 2), patient, "", patient % 2 == 0 ? 0 : 10);
        }
        history.deliver();
        YearMonth july = JUNE.plusMonths(1);
        assertThat(history.known(july)).containsExactly(2020);
        assertThat(history.report(july)).isEqualTo(history.reportOfAll(july)).isNotEqualTo(before);
    }

    /** So that January's report need not read what December's has read. */
    @Test
    void decembersReportSettlesTheYearBeforeItsOwn() {
        years(YearMonth.of(2022, 12));
        history.deliver();
        YearMonth december = YearMonth.of(2022, 12);
        history.report(december);
        assertThat(history.known(december)).containsExactly(2020);
        assertThat(history.known(december.plusMonths(1))).containsExactly(2020, 2021);
        assertThat(history.report(december)).isEqualTo(history.reportOfAll(december));
        history.on(LocalDate.of(2023, 1, 2), 1, "", 4).deliver();
        YearMonth january = december.plusMonths(1);
        assertThat(history.known(january)).containsExactly(2020, 2021);
        assertThat(history.report(january)).isEqualTo(history.reportOfAll(january));
    }

    /** Late records of a settled year, or of the year after it, unsettle it; those of a later year do not. */
    @Test
    void aYearIsSettledAsLongAsNothingOfItOrOfTheYearAfterItComes() {
        years(YearMonth.of(2023, 2));
        history.deliver();
        YearMonth march = YearMonth.of(2023, 3);
        history.on(LocalDate.of(2023, 3, 2), 1, "", 4).deliver();
        history.report(march);
        assertThat(history.known(march)).containsExactly(2020, 2021);
        history.on(LocalDate.of(2022, 12, 31), 2, "", 4).deliver();
        assertThat(history.known(march)).containsExactly(2020);
        history.report(march);
        assertThat(history.known(march)).containsExactly(2020, 2021);
        history.on(LocalDate.of(2021, 1, 1), 2, "", 4).deliver();
        assertThat(history.known(march)).isEmpty();
        assertThat(history.known(YearMonth.of(2021, 12))).isEmpty();
    }

    /** What is kept is what is told: a kept row that says something else is seen in the report. */
    @Test
    void whatIsKeptIsNotSummedAgain() throws IOException {
        String summed = reportOfJune();
        assertThat(history.report(JUNE)).isEqualTo(summed);
        try (Store store = history.store()) {
            SettledYears years = store.settledYears();
            SettledYear year = years.read(2020).orElseThrow();
            Map<String, List<ResultRow>> rows = new TreeMap<>(year.rows());
            List<ResultRow> others = new ArrayList<>(Objects.requireNonNull(rows.get("activity")));
            ResultRow first = others.get(0);
            List<Figure> figures = new ArrayList<>(first.figures());
            figures.set(0, new Figure.Count(4711));
            others.set(0, new ResultRow(first.key(), first.contributors(), figures));
            rows.put("activity", others);
            years.write(new SettledYear(
                    year.year(), year.asOf(), year.basis(), year.measures(), year.terms(), rows, year.baselines()));
        }
        assertThat(history.report(JUNE)).isNotEqualTo(summed).contains("4711");
        assertThat(new RebuildJob(history.workplace()).run()).containsExactly(2020);
        assertThat(history.report(JUNE)).isEqualTo(summed);
    }

    /** How many episodes began in it, the sum of their first scores and that of the squares, which the thresholds of later reports go by. */
    @Test
    void theFirstScoresOfAYearAreKeptWithIt() throws IOException {
        history.on(LocalDate.of(2020, 3, 1), 900, "", 7).on(LocalDate.of(2020, 4, 1), 901, "", 5);
        history.on(LocalDate.of(2021, 5, 1), 902, "", 1).on(LocalDate.of(2022, 6, 1), 903, "", 2);
        history.deliver();
        history.report(JUNE);
        try (Store store = history.store()) {
            SettledYear year = store.settledYears().read(2020).orElseThrow();
            assertThat(year.baselines()).isEqualTo(Map.of("stress", List.of(2L, 17L + 15L, 17L * 17L + 15L * 15L)));
        }
    }

    /** What is kept is of all patients, the erased one too. */
    @Test
    void whenAPatientIsErasedNothingIsKept() {
        String before = reportOfJune();
        new UpkeepJob(history.workplace(), false).erase("clinics", "p1", false);
        assertThat(folder.resolve("store/derived")).isEmptyDirectory();
        assertThat(history.report(JUNE)).isEqualTo(history.reportOfAll(JUNE)).isNotEqualTo(before);
    }

    @Test
    void whatIsDamagedIsSummedAgain() throws IOException {
        String summed = reportOfJune();
        Path file = folder.resolve("store/derived/2020.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"C1\"", "\"C2\""));
        assertThat(history.known(JUNE)).isEmpty();
        assertThat(new UpkeepJob(history.workplace(), false).verify().wrong())
                .containsExactly("The settled figures " + file
                        + " are damaged: no report is made from them; 'rebuild' makes them anew.");
        assertThat(history.report(JUNE)).isEqualTo(summed);
        assertThat(history.known(JUNE)).containsExactly(2020);
        assertThat(new UpkeepJob(history.workplace(), false).verify().wrong()).isEmpty();
    }

    /** After so long a pause an episode of a year that is over could go on. */
    @Test
    void withPausesOfMoreThanAYearNoYearIsSettled() {
        reportOfJune();
        LongHistory longer = history.withGapDays(366);
        longer.report(JUNE);
        assertThat(longer.known(JUNE)).isEmpty();
        LongHistory longest = history.withGapDays(365);
        longest.report(JUNE);
        assertThat(longest.known(JUNE)).containsExactly(2020);
    }

    @Test
    void aStoreThatCannotKeepThemIsReportedAllTheSame() throws IOException {
        String summed = reportOfJune();
        Path kept = folder.resolve("store/derived");
        Files.move(kept, folder.resolve("kept"));
        Files.createFile(kept);
        assertThat(history.report(JUNE)).isEqualTo(summed);
        assertThat(history.known(JUNE)).isEmpty();
    }

    /** That of the last of thirty months, all of which came at once. */
    private String reportOfJune() {
        years(JUNE);
        history.deliver();
        return history.report(JUNE);
    }

    private void years(YearMonth last) {
        Random random = new Random(7);
        for (YearMonth month = YearMonth.of(2020, 1); !month.isAfter(last); month = month.plusMonths(1)) {
            history.draw(month, 20, random);
        }
    }
}
