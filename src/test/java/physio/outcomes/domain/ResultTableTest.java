package physio.outcomes.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable.ResultRow;

class ResultTableTest {

    @Test
    void refusesARowThatDoesNotFitItsColumns() {
        List<ResultColumn> columns = List.of(new ResultColumn("n", Role.ADDITIVE_COUNT));
        assertThatThrownBy(() -> new ResultTable(
                        "activity", List.of("clinic_id"), columns, List.of(new ResultRow(List.of("C1"), 1, List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of activity does not fit its columns");
    }
}
