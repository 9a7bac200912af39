package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedTable;

class DataDictionaryTest {
    private static final List<PublishedTable> COMPARISON = FullComparison.tables(PrivacyProfile.INTERNAL);

    @Test
    void explainsEachColumnOfTheMonthlyReport() {
        List<PublishedTable> tables = SmallMonth.with("").tables().all();
        assertThat(tables).hasSize(12);
        assertThat(DataDictionary.unexplained(tables)).isEmpty();
    }

    @Test
    void explainsEachColumnOfTheComparison() {
        assertThat(COMPARISON).hasSizeGreaterThan(18);
        assertThat(DataDictionary.unexplained(COMPARISON)).isEmpty();
    }

    @Test
    void explainsEachFigureOfOutcomesAsTheyAreMade() {
        PublishedTable outcomes = Protection.of(PrivacyProfile.INTERNAL)
                .publish(TechniqueOutcomes.table("technique_outcomes", List.of(), Map.of(), ""));
        assertThat(DataDictionary.unexplained(List.of(outcomes))).isEmpty();
    }

    @Test
    void wouldNameAColumnWithoutMeaning() {
        assertThat(DataDictionary.unexplained(List.of(SmallTable.of("flow", "measure stepp")
                        .columns(Role.OPEN, "surprises")
                        .published(PrivacyProfile.INTERNAL))))
                .containsExactly("flow.stepp", "flow.surprises");
    }

    @Test
    void writesALineAColumnWithTheMeaningInItsTable() {
        List<PublishedTable> shares = COMPARISON.stream()
                .filter(table -> table.name().equals("responders"))
                .toList();
        assertThat(DataDictionary.csv(shares).lines())
                .hasSize(1 + 4 + 6 + 1)
                .startsWith(
                        "table,column,meaning,unit_or_kind", "responders,measure,Outcome measure,id of the settings")
                .contains("responders,ci_low,Lower end of the 95% confidence interval of the share,share 0-1");
    }
}
