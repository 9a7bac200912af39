package physio.outcomes.ingest;

import static physio.outcomes.catalogue.CanonicalColumns.*;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Settings;

/** Reads what a record says about the patient and the complaint. */
final class CaseMixReader {
    private static final int MOST_REMEMBERED = 1_000;
    private static final int OLDEST_BAND = 90;

    private final Field bodyRegion;
    private final Field condition;
    private final Field chronicity;
    private final Field ageBand;
    private final Field sex;
    private final CatalogueCodes regions;
    private final Optional<Remembered<Optional<String>>> bands;

    CaseMixReader(Settings settings, RecordFields row) {
        this.bodyRegion = row.field(BODY_REGION);
        this.condition = row.field(CONDITION);
        this.chronicity = row.field(CHRONICITY);
        this.ageBand = row.field(AGE_BAND);
        this.sex = row.field(SEX);
        this.regions = CatalogueCodes.regions(settings);
        FieldReader age = ageBand.reader();
        Optional<Integer> width = age == null ? Optional.empty() : age.column().band();
        this.bands = width.map(years -> new Remembered<>(MOST_REMEMBERED, text -> banded(text, years)));
    }

    /** The codes of one record. */
    record CaseMix(
            @Nullable String region,
            @Nullable String condition,
            @Nullable String chronicity,
            @Nullable String ageBand,
            @Nullable String sex) {}

    CaseMix read(RecordFields row) {
        return new CaseMix(
                region(row),
                row.code(condition, TextForm.CODE),
                row.code(chronicity, TextForm.CODE),
                ageBand(row),
                row.code(sex, TextForm.CODE));
    }

    private @Nullable String region(RecordFields row) {
        String text = row.text(bodyRegion);
        if (text == null) {
            return null;
        }
        CatalogueCodes.Reading reading = regions.read(text);
        row.checkKnown(bodyRegion, ReasonCode.UNKNOWN_REGION, reading);
        return reading.code();
    }

    private @Nullable String ageBand(RecordFields row) {
        if (bands.isEmpty()) {
            return row.code(ageBand, TextForm.AGE_BAND);
        }
        String text = row.text(ageBand);
        if (text == null) {
            return null;
        }
        String band = bands.get().of(text).orElse(null);
        row.check(ageBand, ReasonCode.BAD_CODE, band != null && TextForm.AGE_BAND.fits(band));
        return band;
    }

    /** The band of an age in years, perhaps with decimals. */
    private static Optional<String> banded(String text, int width) {
        int point = text.indexOf('.');
        String years = point < 0 ? text : text.substring(0, point);
        if (!PlainNumber.isDigits(years, 3) || (point >= 0 && !PlainNumber.isDigits(text.substring(point + 1), 15))) {
            return Optional.empty();
        }
        int age = Integer.parseInt(years);
        int low = age / width * width;
        return Optional.of(age >= OLDEST_BAND ? "90+" : low + "-" + (low + width - 1));
    }
}
