package physio.outcomes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.RuleResult;
import physio.outcomes.ingest.Tally;
import physio.outcomes.ingest.Warning;
import physio.outcomes.job.CheckJob;
import physio.outcomes.job.CheckedFile;
import physio.outcomes.job.FileFindings.Group;

/** The result of a check for programs: one document, in one order, without a value of a record. */
final class CheckJson {
    /** Changes when a reader of the earlier one would stumble. */
    static final int SCHEMA_VERSION = 1;

    private CheckJson() {}

    static String of(List<CheckedFile> files) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema_version", SCHEMA_VERSION);
        ArrayNode all = root.putArray("files");
        files.forEach(file -> add(all.addObject(), file));
        add(root.putArray("rules"), CheckJob.total(files));
        return root.toPrettyString().replace("\r\n", "\n");
    }

    private static void add(ObjectNode node, CheckedFile file) {
        node.put("name", file.name());
        node.put("outcome", file.refusal().isPresent() ? "refused" : "accepted");
        file.refusal().ifPresent(why -> node.put("why", why));
        if (file.outcome() instanceof FileOutcome.Accepted accepted) {
            add(node.putObject("tally"), accepted.tally());
            ArrayNode warnings = node.putArray("warnings");
            accepted.warnings().forEach(warning -> add(warnings.addObject(), warning));
        }
        add(node.putArray("rules"), file.rules());
        ArrayNode findings = node.putArray("findings");
        file.findings().forEach(group -> add(findings.addObject(), group, file));
    }

    private static void add(ObjectNode node, Tally tally) {
        node.put("parsed", tally.parsed());
        node.put("stored", tally.stored());
        node.put("quarantined", tally.quarantined());
        node.put("duplicates", tally.duplicates());
        node.put("filtered", tally.filtered());
    }

    private static void add(ObjectNode node, Warning warning) {
        node.put("code", warning.rule().code());
        node.put("subject", warning.subject());
        node.put("sentence", warning.sentence());
        node.put("help", warning.rule().remedy());
    }

    private static void add(ArrayNode nodes, List<RuleResult> results) {
        for (RuleResult result : results) {
            ObjectNode node = nodes.addObject();
            node.put("code", result.rule().code());
            node.put("kind", result.rule().kind().name().toLowerCase(Locale.ROOT));
            node.put("status", result.status().name().toLowerCase(Locale.ROOT));
            node.put("tested", result.tested());
            node.put("failed", result.failed());
        }
    }

    private static void add(ObjectNode node, Group group, CheckedFile file) {
        node.put("code", group.rule().code());
        node.put("column", group.column());
        node.put("file_column", file.ownNames().getOrDefault(group.column(), group.column()));
        node.put("sentence", group.rule().sentence());
        node.put("help", group.rule().remedy());
        node.put("count", group.count());
        ArrayNode first = node.putArray("first");
        for (Finding finding : group.first()) {
            ObjectNode place = first.addObject();
            place.put("line", finding.line());
            place.put("record", finding.record());
            if (finding.nearest() != null) {
                place.put("nearest", finding.nearest());
            }
        }
    }
}
