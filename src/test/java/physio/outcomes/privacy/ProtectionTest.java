package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.Figure.Value;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

class ProtectionTest {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_sessions", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("improved", Role.NUMERATOR),
            new ResultColumn("rate", Role.RATE),
            new ResultColumn("mean", Role.MEAN),
            new ResultColumn("sd", Role.SPREAD),
            new ResultColumn("median", Role.QUANTILE),
            new ResultColumn("files", Role.OPEN),
            new ResultColumn("note", Role.TEXT));

    @ParameterizedTest
    @CsvSource({
        // profile, patients, and what is left of 37 sessions, so many patients, 4, 0.26, 2.47, 1.13, 2.25, 3 files, a
        // note
        "INTERNAL,  4,  '- - - - - - - 3 seen'",
        "INTERNAL,  5,  '37 5 4 0.26 2.47 1.13 - 3 seen'",
        "INTERNAL,  9,  '37 9 4 0.26 2.47 1.13 - 3 seen'",
        "INTERNAL, 10,  '37 10 4 0.26 2.47 1.13 2.25 3 seen'",
        "PUBLIC,    9,  '- - - - - - - 3 seen'",
        "PUBLIC,   12,  '35 10 - - 2.5 - - 3 seen'",
        "PUBLIC,   19,  '35 20 - - 2.5 - - 3 seen'",
        "PUBLIC,   20,  '35 20 - - 2.5 - 2.2 3 seen'",
        "NONE,      1,  '37 1 4 0.26 2.47 1.13 2.25 3 seen'",
    })
    void showsOfEachRoleWhatTheProfileAllows(PrivacyProfile profile, long patients, String expected) {
        PublishedRow row = published(profile, row("dtm", patients)).rows().get(0);
        assertThat(String.join(
                        " ", row.figures().stream().map(ProtectionTest::text).toList()))
                .isEqualTo(expected);
        assertThat(row.isSuppressed()).isEqualTo(expected.startsWith("-"));
    }

    @Test
    void hidesWhatIsHeldAgainstAHiddenRowOfTheSameLine() {
        ResultTable table = new ResultTable(
                "outcomes",
                List.of("clinic_id", "technique"),
                List.of(new ResultColumn("risk_difference", Role.AGAINST_REFERENCE)),
                List.of(against("C1", "dtm", 30), against("C1", "effleurage", 4), against("C2", "dtm", 30)));
        assertThat(Protection.of(PrivacyProfile.INTERNAL).publish(table).rows())
                .extracting(row -> row.number("risk_difference").isPresent())
                .containsExactly(false, false, true);
    }

    /** 4.54 and 2.46 are shown as 4.5 and 2.5: their difference of 2.08 as 2.1 would tell more of them. */
    @Test
    void thePublicIsShownTheDifferenceOfTheMeansThatItIsShown() {
        List<ResultColumn> columns = List.of(
                new ResultColumn("baseline_mean", Role.MEAN),
                new ResultColumn("follow_up_mean", Role.MEAN),
                new ResultColumn("change_mean", Role.MEAN),
                new ResultColumn("improvement_mean", Role.MEAN));
        ResultRow row = new ResultRow(
                List.of("dtm"), 100, List.of(new Value(4.54), new Value(2.46), new Value(-2.08), new Value(2.08)));
        PublishedRow shown = Protection.of(PrivacyProfile.PUBLIC)
                .publish(new ResultTable("outcomes", List.of("technique"), columns, List.of(row)))
                .rows()
                .get(0);
        assertThat(shown.figures()).containsExactly(new Value(4.5), new Value(2.5), new Value(-2), new Value(2));
    }

    private static ResultRow against(String clinic, String technique, long patients) {
        return new ResultRow(List.of(clinic, technique), patients, List.of(new Value(0.1)));
    }

    @Test
    void marksPrimaryAndComplementaryRowsAlike() {
        PublishedTable table = published(
                PrivacyProfile.INTERNAL, row("all", 30, 60), row("a", 4, 8), row("b", 8, 16), row("c", 18, 36));
        assertThat(table.where(Map.of()).filter(PublishedRow::isSuppressed).map(row -> row.key("technique")))
                .containsExactly("a", "b");
        assertThat(table.rows().get(1).figures()).isEqualTo(table.rows().get(2).figures());
    }

    @Test
    void readsFiguresByTheNameOfTheirColumn() {
        PublishedRow row =
                published(PrivacyProfile.INTERNAL, row("dtm", 12)).rows().get(0);
        assertThat(row.key("technique")).isEqualTo("dtm");
        assertThat(row.key()).containsExactly("dtm");
        assertThat(row.number("mean")).hasValue(2.47);
        assertThat(row.number("n_patients")).hasValue(12);
        assertThat(row.count("n_patients")).hasValue(12);
        assertThat(row.text("note")).isEqualTo("seen");
        assertThat(row.count("mean")).isEmpty();
        assertThat(row.text("mean")).isEmpty();
        assertThat(row.number("note")).isEmpty();
    }

    @Test
    void readsNothingOfAHiddenRow() {
        PublishedRow row =
                published(PrivacyProfile.INTERNAL, row("dtm", 3)).rows().get(0);
        assertThat(row.number("mean")).isEmpty();
        assertThat(row.count("n_patients")).isEmpty();
        assertThat(row.isSuppressed()).isTrue();
    }

    @Test
    void namesWhatItKnowsWhenAskedForAnotherColumn() {
        PublishedRow row = published(PrivacyProfile.NONE, row("dtm", 3)).rows().get(0);
        assertThatThrownBy(() -> row.number("maen"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown column 'maen' (known: [n_sessions, n_patients, improved, rate, mean, sd, median,"
                        + " files, note])");
        assertThatThrownBy(() -> row.key("clinic")).hasMessage("Unknown column 'clinic' (known: [technique])");
    }

    @Test
    void selectsRowsByTheirDimensions() {
        PublishedTable table = published(PrivacyProfile.INTERNAL, row("a", 9), row("b", 12));
        assertThat(table.name()).isEqualTo("table");
        assertThat(table.dimensions()).containsExactly("technique");
        assertThat(table.columns()).isEqualTo(COLUMNS);
        assertThat(table.first(Map.of("technique", "b")).orElseThrow().count("n_patients"))
                .hasValue(12);
        assertThat(table.first(Map.of("technique", "z"))).isEmpty();
        PublishedTable only = table.only(Map.of("technique", "a"));
        assertThat(only.rows()).containsExactly(table.rows().get(0));
        assertThat(only.name()).isEqualTo("table");
    }

    /** What reports draw has been protected, since nobody else can make it. */
    @ParameterizedTest
    @ValueSource(classes = {PublishedTable.class, PublishedRow.class, Release.class})
    void nobodyOutsideMakesOrExtendsWhatIsPublished(Class<?> published) {
        assertThat(Modifier.isFinal(published.getModifiers())).isTrue();
        assertThat(published.getDeclaredConstructors()).isNotEmpty().allSatisfy(ProtectionTest::assertInsideOnly);
        assertThat(Stream.of(published.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers())))
                .isEmpty();
    }

    private static void assertInsideOnly(Constructor<?> constructor) {
        assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                .isZero();
    }

    @Test
    void nobodyOutsideChangesWhatIsPublished() {
        PublishedTable table = published(PrivacyProfile.INTERNAL, row("a", 3));
        PublishedRow row = table.rows().get(0);
        assertThatThrownBy(() -> row.figures().set(0, new Count(3))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static PublishedTable published(PrivacyProfile profile, ResultRow... rows) {
        ResultTable table = new ResultTable("table", List.of("technique"), COLUMNS, List.of(rows));
        return Protection.of(profile).publish(table);
    }

    private static ResultRow row(String technique, long patients) {
        return row(technique, patients, 37);
    }

    private static ResultRow row(String technique, long patients, long sessions) {
        return new ResultRow(
                List.of(technique),
                patients,
                List.of(
                        new Count(sessions),
                        new Count(patients),
                        new Count(4),
                        new Value(0.26),
                        new Value(2.47),
                        new Value(1.13),
                        new Value(2.25),
                        new Count(3),
                        new Text("seen")));
    }

    private static String text(Figure figure) {
        if (figure instanceof Count count) {
            return String.valueOf(count.value());
        }
        if (figure instanceof Value value) {
            return String.valueOf(value.value());
        }
        return figure instanceof Text text ? text.value() : "-";
    }
}
