package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.privacy.DisclosureStatement;
import physio.outcomes.privacy.DisclosureStatement.Audit;
import physio.outcomes.privacy.DisclosureStatement.TableCounts;

class DisclosureTextTest {
    private static final Audit NOTHING_HIDDEN = new Audit(0, Double.POSITIVE_INFINITY);

    private static DisclosureText text(PrivacyProfile profile, int threshold, Audit audit) {
        List<TableCounts> tables =
                List.of(new TableCounts("technique_outcomes", 1200, 35), new TableCounts("activity", 30, 0));
        return new DisclosureText(
                "June 2024", new DisclosureStatement(profile, threshold, tables, 20, 15, 0, 0.98765, audit));
    }

    @Test
    void tellsProfileRulesHiddenRowsAndTheAudit() {
        assertThat(text(PrivacyProfile.PUBLIC, 10, new Audit(140, 7)).markdown())
                .contains("# Disclosure statement: June 2024", "Profile `public`.")
                .contains("- A row of 1 to 9 distinct patients is hidden", "- Counts are rounded to the nearest 5")
                .contains("| technique_outcomes | 1,200 | 35 |", "| activity | 30 | 0 |", "| all | 1,230 | 35 |")
                .contains("35 of 1,230 rows are hidden: 20 for their own patients (primary), 15 because")
                .contains("Shown rows hold 98.8% of the patients")
                .contains("Of 140 hidden counts", "in an interval 7 wide.");
    }

    @Test
    void warnsWhereNothingIsProtected() {
        assertThat(text(PrivacyProfile.NONE, 0, NOTHING_HIDDEN).markdown())
                .contains("- Nothing is protected", "Nothing was audited")
                .doesNotContain("patients is hidden");
    }

    @Test
    void namesNoIntervalWhereNoCountIsHidden() throws JsonProcessingException {
        DisclosureText text = text(PrivacyProfile.INTERNAL, 5, NOTHING_HIDDEN);
        assertThat(text.markdown()).contains("No count of sessions, episodes or patients is hidden.");
        assertThat(json(text).path("audit").path("narrowest_interval").isNull()).isTrue();
    }

    @Test
    void tellsProgramsTheSame() throws JsonProcessingException {
        JsonNode json = json(text(PrivacyProfile.INTERNAL, 5, new Audit(140, 5)));
        assertThat(json.path("schema_version").asInt()).isEqualTo(TableFiles.SCHEMA_VERSION);
        assertThat(json.path("profile").asText()).isEqualTo("internal");
        assertThat(json.path("threshold_patients").asInt()).isEqualTo(5);
        assertThat(json.path("rules")).hasSizeGreaterThan(4);
        assertThat(json.path("tables").path(0).toString())
                .isEqualTo("{\"table\":\"technique_outcomes\",\"rows\":1200,\"suppressed\":35}");
        assertThat(json.path("suppressed").asLong()).isEqualTo(35);
        assertThat(json.path("primary").asLong()).isEqualTo(20);
        assertThat(json.path("complementary").asLong()).isEqualTo(15);
        assertThat(json.path("share_kept").asDouble()).isEqualTo(0.98765);
        assertThat(json.path("audit").toString()).isEqualTo("{\"hidden_counts\":140,\"narrowest_interval\":5}");
    }

    private static JsonNode json(DisclosureText text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.json());
    }
}
