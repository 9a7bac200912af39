package physio.outcomes.catalogue;

import static physio.outcomes.catalogue.CanonicalColumns.AGE_BAND;
import static physio.outcomes.catalogue.CanonicalColumns.SESSION_DATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import physio.outcomes.catalogue.Mapping.Column;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.DateForm;
import physio.outcomes.catalogue.Mapping.Origin;
import physio.outcomes.catalogue.Measure.ScoreColumn;

/** Reads how one canonical column is made, and refuses what could not work or would do nothing. */
final class ColumnReader {
    private static final List<String> KEYS = List.of(
            "from",
            "aliases",
            "join",
            "optional",
            "constant",
            "row",
            "flags",
            "yes",
            "no",
            "missing",
            "values",
            "format",
            "origin",
            "unit",
            "scale",
            "band");
    /** Ages are kept in bands of ten years: others would be quarantined. */
    private static final int BAND = 10;

    private final Set<String> scores;
    private final OriginReader origins;
    private final AllowedValues allowed;

    ColumnReader(Settings settings) {
        this.scores = Set.copyOf(
                settings.scoreColumns().stream().map(ScoreColumn::name).toList());
        this.origins = new OriginReader(settings);
        this.allowed = new AllowedValues(settings);
    }

    Column column(String name, Fields fields) {
        fields.rejectUnknown(KEYS);
        checkPlaces(name, fields);
        Origin origin = origins.origin(name, fields);
        Optional<DateForm> date = DateForms.read(fields);
        Map<String, String> values = fields.textMap("values");
        checkValues(name, fields, origin, date, values);
        return new Column(
                origin,
                Set.copyOf(fields.texts("missing").orElse(List.of())),
                values,
                date,
                fields.positive("scale"),
                fields.integer("band").map(width -> checkedBand(fields, width)));
    }

    private void checkPlaces(String name, Fields fields) {
        for (String key : List.of("format", "origin", "unit")) {
            if (!name.equals(SESSION_DATE) && fields.has(key)) {
                throw fields.misplaced(
                        key, "is for " + SESSION_DATE + " only, since no other column is a date; remove it");
            }
        }
        if (!scores.contains(name) && fields.has("scale")) {
            throw fields.misplaced("scale", "is for score columns only, such as pain_before; remove it");
        }
        if (!name.equals(AGE_BAND) && fields.has("band")) {
            throw fields.misplaced("band", "is for " + AGE_BAND + " only; remove it");
        }
    }

    private static Integer checkedBand(Fields fields, Integer width) {
        if (width != BAND) {
            throw fields.invalid("band", "must be " + BAND + ", since ages are kept in bands of ten years");
        }
        return width;
    }

    private void checkValues(
            String name, Fields fields, Origin origin, Optional<DateForm> date, Map<String, String> values) {
        if (fields.has("band")) {
            return;
        }
        values.forEach((from, to) -> allowed.wrong(name, to, date).ifPresent(what -> {
            throw fields.invalidEntry("values", from, what);
        }));
        if (origin instanceof Constant constant && values.isEmpty()) {
            allowed.wrong(name, constant.value(), date).ifPresent(what -> {
                throw fields.invalid("constant", what);
            });
        }
    }
}
