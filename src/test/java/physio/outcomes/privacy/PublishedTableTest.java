package physio.outcomes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

class PublishedTableTest {
    /** The rows of a clinic do not stand together. */
    private final PublishedTable table = published("C2 pain", "C1 sleep", "C2 sleep", "C1 pain");

    @Test
    void findsRowsByAnyDimensionsInTheOrderOfTheTable() {
        assertThat(found(Map.of("clinic_id", "C2"))).containsExactly("C2 pain", "C2 sleep");
        assertThat(found(Map.of("measure", "pain"))).containsExactly("C2 pain", "C1 pain");
        assertThat(found(Map.of("clinic_id", "C1", "measure", "pain"))).containsExactly("C1 pain");
        assertThat(found(Map.of())).containsExactly("C2 pain", "C1 sleep", "C2 sleep", "C1 pain");
    }

    @Test
    void findsNothingOfAClinicThatHasNoRow() {
        assertThat(found(Map.of("clinic_id", "C3"))).isEmpty();
        assertThat(table.first(Map.of("clinic_id", "C3"))).isEmpty();
    }

    @Test
    void aPartOfATableFindsOnlyItsOwnRows() {
        PublishedTable pain = table.only(Map.of("measure", "pain"));
        assertThat(pain.where(Map.of("clinic_id", "C1")).map(PublishedTableTest::text))
                .containsExactly("C1 pain");
    }

    @Test
    void aFigureThatTheTableLacksIsNamedBesideThoseItHas() {
        PublishedRow row = table.rows().get(0);
        assertThat(row.count("n_sessions")).hasValue(1);
        assertThatThrownBy(() -> row.count("sessions"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown column 'sessions' (known: [n_sessions])");
    }

    private List<String> found(Map<String, String> values) {
        return table.where(values).map(PublishedTableTest::text).toList();
    }

    private static String text(PublishedRow row) {
        return String.join(" ", row.key());
    }

    private static PublishedTable published(String... keys) {
        List<ResultRow> rows = Stream.of(keys)
                .map(key -> new ResultRow(List.of(key.split(" ", -1)), 1, List.of(new Count(1))))
                .toList();
        return Protection.of(PrivacyProfile.NONE)
                .publish(new ResultTable(
                        "table",
                        List.of("clinic_id", "measure"),
                        List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT)),
                        rows));
    }
}
