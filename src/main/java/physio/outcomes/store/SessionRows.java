package physio.outcomes.store;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.Session;

/** Sessions and findings as rows of their tables. */
final class SessionRows {
    private final GenericRecord row;
    private final int[] scorePlaces;

    SessionRows(Schema schema, List<String> scoreColumns) {
        this.row = GenericRecord.create(schema);
        this.scorePlaces = scoreColumns.stream()
                .mapToInt(name -> schema.columns().indexOf(schema.findField(name)))
                .toArray();
    }

    /** A session's row, which the next call fills anew: columns in the order of {@link Tables#SESSIONS_SCHEMA}, then scores. */
    Record row(Session session, int delivery) {
        int place = 0;
        row.set(place++, delivery);
        row.set(place++, session.key().bytes().array());
        row.set(place++, session.patientKey());
        row.set(place++, session.episodeKey());
        row.set(place++, session.practitionerKey());
        row.set(place++, session.clinic());
        row.set(place++, session.date());
        row.set(place++, session.technique());
        row.set(place++, session.bodyRegion());
        row.set(place++, session.condition());
        row.set(place++, session.chronicity());
        row.set(place++, session.ageBand());
        row.set(place++, session.sex());
        row.set(place++, session.visit());
        row.set(place++, session.durationMin());
        row.set(place++, session.attendance().code());
        row.set(place, session.adverseEvent());
        for (int i = 0; i < scorePlaces.length; i++) {
            row.set(scorePlaces[i], session.scores().get(i));
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
