package physio.outcomes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import physio.outcomes.privacy.DisclosureStatement;

/** What was done so that nobody can be found in published tables, for readers and for programs. */
public final class DisclosureText {
    private final String title;
    private final DisclosureStatement statement;

    /**
     * The text of a statement.
     *
     * @param title of the tables
     */
    public DisclosureText(String title, DisclosureStatement statement) {
        this.title = title;
        this.statement = statement;
    }

    /** As Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Disclosure statement: " + title);
        lines.add("");
        lines.add("Profile `" + profile() + "`.");
        lines.add("");
        lines.add("## Rules");
        lines.add("");
        rules().forEach(rule -> lines.add("- " + rule));
        lines.add("");
        lines.add("## What is hidden");
        lines.add("");
        lines.add("| table | rows | hidden |");
        lines.add("|---|---:|---:|");
        statement
                .tables()
                .forEach(table -> lines.add("| " + table.table() + " | " + number(table.rows()) + " | "
                        + number(table.suppressed()) + " |"));
        lines.add("| all | " + number(rows()) + " | " + number(suppressed()) + " |");
        lines.add("");
        lines.add(hidden());
        lines.add("");
        lines.add("## Audit");
        lines.add("");
        lines.add(audit());
        return String.join("\n", lines) + "\n";
    }

    /** As JSON. */
    public String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema_version", TableFiles.SCHEMA_VERSION);
        root.put("title", title);
        root.put("profile", profile());
        root.put("threshold_patients", statement.threshold());
        var rules = root.putArray("rules");
        rules().forEach(rules::add);
        var tables = root.putArray("tables");
        statement
                .tables()
                .forEach(table -> tables.addObject()
                        .put("table", table.table())
                        .put("rows", table.rows())
                        .put("suppressed", table.suppressed()));
        root.put("rows", rows());
        root.put("suppressed", suppressed());
        root.put("primary", statement.primary());
        root.put("complementary", statement.complementary());
        root.put("not_listed", statement.leftOut());
        root.put("share_kept", TableFiles.rounded(statement.shareKept()));
        ObjectNode audit = root.putObject("audit");
        audit.put("hidden_counts", statement.audit().hiddenCounts());
        if (Double.isFinite(statement.audit().narrowest())) {
            audit.put("narrowest_interval", TableFiles.rounded(statement.audit().narrowest()));
        } else {
            audit.putNull("narrowest_interval");
        }
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private String profile() {
        return statement.profile().name().toLowerCase(Locale.ROOT);
    }

    private List<String> rules() {
        return DisclosureRules.of(statement.profile(), statement.threshold());
    }

    private String hidden() {
        return number(suppressed()) + " of " + number(rows()) + " rows are hidden: " + number(statement.primary())
                + " for their own patients (primary), " + number(statement.complementary())
                + " because those would follow from them (complementary). Both bear the same mark"
                + (statement.leftOut() == 0
                        ? ""
                        : "; " + number(statement.leftOut())
                                + " are not listed, since others tell their sum too closely")
                + ". Shown rows hold "
                + String.format(Locale.ROOT, "%.1f%%", 100 * statement.shareKept())
                + " of the patients behind all rows, counted row by row.";
    }

    private String audit() {
        DisclosureStatement.Audit audit = statement.audit();
        if (statement.threshold() == 0) {
            return "Nothing was audited, since nothing is hidden.";
        }
        if (audit.hiddenCounts() == 0) {
            return "No count of sessions, episodes or patients is hidden.";
        }
        return "All tables were taken together, as somebody would who wants to find what is hidden, and who may be a"
                + " patient in a hidden row. Of " + number(audit.hiddenCounts())
                + " hidden counts of sessions, episodes and patients, the one that is told most closely still lies"
                + " in an interval " + TableFiles.rounded(audit.narrowest()).toPlainString() + " wide.";
    }

    private long rows() {
        return statement.tables().stream()
                .mapToLong(DisclosureStatement.TableCounts::rows)
                .sum();
    }

    private long suppressed() {
        return statement.tables().stream()
                .mapToLong(DisclosureStatement.TableCounts::suppressed)
                .sum();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
