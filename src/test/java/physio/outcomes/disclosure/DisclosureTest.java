package physio.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.privacy.PublishedTable;

/**
 * Releases of random clinics, attacked: {@code disclosure.cubes} of them. A thousand by {@code mvn -B -Pthorough test
 * -Dtest=DisclosureTest}, more by {@code -Ddisclosure.cubes=5000}.
 */
class DisclosureTest {
    private static final int CUBES = Integer.getInteger("disclosure.cubes", 100);

    /** Of so many cubes one has its pages read too, which takes longer than all else. */
    private static final int PAGES_OF = 10;

    /** Of the cubes before this one no row is left out, which is worth no minute to find out again. */
    private static final int FIRST_LEFT_OUT = 160;

    private static final int MOST_TOLD = 50;

    private static final DisclosureTable TABLE = new DisclosureTable();

    @AfterAll
    static void writeTheTable() {
        TABLE.write();
    }

    @Test
    void whatTheAttackerTakesForGrantedIsTrue() {
        for (int seed = 0; seed < CUBES / PAGES_OF; seed++) {
            Cube cube = Cube.of(seed, PrivacyProfile.INTERNAL);
            assertHolds(cube, Scheme.TOGETHER.publish(PrivacyProfile.INTERNAL, cube));
        }
    }

    /** A row that is not listed may be somebody's where rows are left out. */
    @Test
    void whatHeTakesForGrantedIsTrueWhereRowsAreLeftOut() {
        boolean isAnyLeftOut = false;
        for (int seed = FIRST_LEFT_OUT; !isAnyLeftOut; seed++) {
            Cube cube = Cube.of(seed, PrivacyProfile.INTERNAL);
            List<PublishedTable> published = Scheme.TOGETHER.publish(PrivacyProfile.INTERNAL, cube);
            isAnyLeftOut = Trial.known(cube, published).isAnyLeftOut();
            if (isAnyLeftOut) {
                assertHolds(cube, published);
            }
        }
    }

    private static void assertHolds(Cube cube, List<PublishedTable> published) {
        Attacker attacker = Attacker.outside(Trial.known(cube, published));
        CountSystem counts = attacker.read(PublishedFiles.tables(published).tables());
        CountSystem truth = attacker.read(Trial.exactly(cube, Scheme.hidden(published)));
        assertThat(counts.lines()).hasSizeGreaterThan(10).allMatch(line -> holds(counts, truth, line), "holds");
    }

    private static boolean holds(CountSystem counts, CountSystem truth, Line line) {
        double sum = IntStream.range(0, line.length())
                .mapToDouble(i ->
                        line.sign(i) * truth.range(counts.name(line.count(i))).low())
                .sum();
        return sum >= line.low() && sum <= line.high();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "PUBLIC"})
    void nobodyCanBeFoundInWhatIsPublishedTogether(PrivacyProfile profile) {
        List<Trial> together = trials(CUBES, profile, Scheme.TOGETHER);
        TABLE.add(profile, Scheme.TABLE_BY_TABLE, trials(CUBES / PAGES_OF, profile, Scheme.TABLE_BY_TABLE));
        TABLE.add(profile, Scheme.TOGETHER, together);
        assertThat(told(together)).isEmpty();
    }

    /** Or else the test above would show nothing. */
    @Test
    void tablesProtectedOneByOneGiveFiguresAway() {
        assertThat(trials(5, PrivacyProfile.INTERNAL, Scheme.TABLE_BY_TABLE))
                .anyMatch(trial -> trial.exact() > 0)
                .anyMatch(trial -> trial.narrowest() < Attacker.WIDE);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "PUBLIC"})
    void pagesAndPapersShowNothingThatTheTablesHide(PrivacyProfile profile) {
        assertThat(LongStream.range(0, CUBES)
                        .filter(seed -> seed % PAGES_OF == 0)
                        .parallel()
                        .mapToObj(seed -> shown(seed, profile))
                        .flatMap(List::stream))
                .isEmpty();
    }

    private static List<String> shown(long seed, PrivacyProfile profile) {
        Cube cube = Cube.of(seed, profile);
        PublishedFiles files = PublishedFiles.report(cube, Scheme.release(profile, cube));
        return Views.of(Known.of(cube.settings()), files).stream()
                .map(place -> seed + ": " + place)
                .toList();
    }

    /** Or else the test above would read over what it looks for: here the pages show what tables of another profile hide. */
    @Test
    void pagesThatShowMoreThanTheTablesAreFoundOut() {
        Cube cube = Cube.of(0, PrivacyProfile.INTERNAL);
        PublishedFiles open =
                PublishedFiles.report(Cube.of(0, PrivacyProfile.NONE), Scheme.release(PrivacyProfile.NONE, cube));
        PublishedFiles shut = PublishedFiles.tables(Scheme.TOGETHER.publish(PrivacyProfile.INTERNAL, cube));
        Known known = Known.of(cube.settings());
        assertThat(Views.of(known, new PublishedFiles(shut.tables(), open.pages(), Map.of())))
                .anyMatch(place -> place.contains("change over the episode"))
                .anyMatch(place -> place.contains("by technique and body region"))
                .anyMatch(place -> place.contains("tile"));
        assertThat(Views.of(known, new PublishedFiles(shut.tables(), Map.of(), open.papers())))
                .isNotEmpty();
    }

    private static List<Trial> trials(int cubes, PrivacyProfile profile, Scheme scheme) {
        return LongStream.range(0, cubes)
                .parallel()
                .mapToObj(seed -> Trial.of(seed, profile, scheme))
                .toList();
    }

    private static List<String> told(List<Trial> trials) {
        return trials.stream()
                .flatMap(trial -> trial.leaks().stream())
                .limit(MOST_TOLD)
                .toList();
    }
}
