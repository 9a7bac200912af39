package physio.outcomes.store;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.Session;

/** Sessions and findings as rows of their tables. */
final class SessionRows {
    private final Schema schema;
    private final List<String> scoreColumns;

    SessionRows(Schema schema, List<String> scoreColumns) {
        this.schema = schema;
        this.scoreColumns = scoreColumns;
    }

    Record row(Session session, int delivery) {
        GenericRecord row = GenericRecord.create(schema);
        row.setField("delivery", delivery);
        row.setField("session_key", session.key().bytes().array());
        row.setField("patient_key", session.patientKey());
        row.setField("episode_key", session.episodeKey());
        row.setField("practitioner_key", session.practitionerKey());
        row.setField("clinic_id", session.clinic());
        row.setField("session_date", session.date());
        row.setField("technique", session.technique());
        row.setField("body_region", session.bodyRegion());
        row.setField("condition", session.condition());
        row.setField("chronicity", session.chronicity());
        row.setField("age_band", session.ageBand());
        row.setField("sex", session.sex());
        row.setField("visit", session.visit());
        row.setField("duration_min", session.durationMin());
        row.setField("attendance", session.attendance().code());
        row.setField("adverse_event", session.adverseEvent());
        for (int i = 0; i < scoreColumns.size(); i++) {
            row.setField(scoreColumns.get(i), session.scores().get(i));
        }
        return row;
    }

    static Record row(Finding finding, int delivery) {
        GenericRecord row = GenericRecord.create(Tables.QUARANTINE_SCHEMA);
        row.setField("delivery", delivery);
        row.setField("line", finding.line());
        row.setField("record", finding.record());
        row.setField("column", finding.column());
        row.setField("reason", finding.reason().code());
        row.setField("patient_key", finding.patientKey());
        return row;
    }
}
