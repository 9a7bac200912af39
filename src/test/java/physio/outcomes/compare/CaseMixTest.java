package physio.outcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import physio.outcomes.SparkTest;

@ExtendWith(SparkTest.class)
class CaseMixTest {
    private final SparkSession spark;

    CaseMixTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void missingIsALevelOfItsOwnAndStandsLast() {
        List<ChangeRow> rows = patients(null, 6, "zither", 6, "alto", 6);
        assertThat(terms(rows, 0)).containsExactly("sexzither", "sexmissing");
    }

    @Test
    void poolsLevelsBelowTheDisclosureThreshold() {
        List<ChangeRow> rows = patients("female", 10, "male", 5, "other", 4, "unsaid", 1);
        assertThat(terms(rows, 5)).containsExactly("sexmale", "sexpooled");
        assertThat(terms(rows, 0)).containsExactly("sexmale", "sexother", "sexunsaid");
    }

    @Test
    void poolsAMissingLevelToo() {
        assertThat(terms(patients("female", 10, null, 4, "male", 3), 5)).containsExactly("sexpooled");
    }

    /** Five rows of one patient are one patient, and a pool of that one would be that patient: the next-rarest level joins it. */
    @Test
    void countsPatientsAndNotRowsAlsoInThePool() {
        List<ChangeRow> rows = new ArrayList<>(patients("female", 10, "male", 10));
        for (int i = 0; i < 5; i++) {
            rows.add(ChangeRow.of(99, "a", 40 + i, 30).sex("other"));
        }
        assertThat(terms(rows, 5)).containsExactly("sexpooled");
    }

    private List<String> terms(List<ChangeRow> rows, int rareBelow) {
        Comparison comparison =
                Trial.of(rows).caseMix("sex").atLeast(0, rareBelow).compared(spark);
        return comparison.table("model_terms").rows().stream()
                .map(row -> row.key().get(3))
                .filter(term -> term.startsWith("sex"))
                .toList();
    }

    /** So many patients of each level, half of them with either technique. */
    private static List<ChangeRow> patients(@Nullable Object... levelsAndCounts) {
        List<ChangeRow> rows = new ArrayList<>();
        for (int i = 0; i < levelsAndCounts.length; i += 2) {
            int count = levelsAndCounts[i + 1] instanceof Integer given ? given : 0;
            for (int patient = 0; patient < count; patient++) {
                String technique = rows.size() % 2 == 0 ? "a" : "b";
                int baseline = 40 + rows.size() * 7 % 17;
                rows.add(ChangeRow.of(rows.size(), technique, baseline, baseline - 5 - rows.size() * 3 % 7)
                        .sex((String) levelsAndCounts[i]));
            }
        }
        return rows;
    }
}
