package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure.Timing;
import physio.outcomes.domain.UserException;

/** Reads one measure of the catalogue. */
final class MeasureReader {
    private static final BigDecimal DEFAULT_RESOLUTION = new BigDecimal("0.001");
    /** Scores are stored as 32-bit whole numbers of the step, with room for differences. */
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(1_000_000_000);

    /** Improvements that are called moderate and substantial whatever the instrument (Dworkin, J Pain 2008). */
    private static final List<Mcid> USUAL_ALTERNATIVES = List.of(
            new Mcid.Percent(BigDecimal.valueOf(30), "Dworkin, J Pain 2008"),
            new Mcid.Percent(BigDecimal.valueOf(50), "Dworkin, J Pain 2008"));

    private MeasureReader() {}

    static Measure measure(String id, Fields fields) {
        if (!id.matches("[a-z][a-z0-9_]{0,31}")) {
            throw UserException.usage("Invalid measure '" + id + "' at "
                    + fields.place().text() + " (must be lower-case letters, digits and _, 32 at most).");
        }
        Optional<BigDecimal> grid = fields.decimal("step");
        if (grid.isPresent() && fields.has("resolution")) {
            throw fields.misplaced(
                    "resolution",
                    "cannot stand beside step: keep step for a grid, or resolution for a continuous scale");
        }
        BigDecimal resolution = fields.decimal("resolution").orElse(DEFAULT_RESOLUTION);
        BigDecimal step = grid.orElse(resolution);
        List<BigDecimal> range = range(fields, step);
        return new Measure(
                id,
                fields.text("label").orElse(id),
                fields.text("instrument").orElse(""),
                fields.requiredText("unit"),
                range.get(0),
                range.get(1),
                step,
                grid.isPresent(),
                polarity(fields),
                timing(fields),
                fields.section("mcid", MeasureReader::mcid).orElseThrow(() -> fields.invalid("mcid", "is missing")),
                fields.has("mcid_alternatives")
                        ? fields.each("mcid_alternatives", MeasureReader::mcid)
                        : USUAL_ALTERNATIVES,
                acceptable(fields, range),
                fields.flag("patient_level").orElse(false));
    }

    private static List<BigDecimal> range(Fields fields, BigDecimal step) {
        List<BigDecimal> range = fields.texts("range").orElse(List.of()).stream()
                .map(text -> bound(fields, text))
                .toList();
        if (range.size() != 2 || range.get(0).compareTo(range.get(1)) >= 0) {
            throw fields.invalid("range", "must be two numbers, the smaller first");
        }
        String key = fields.has("resolution") ? "resolution" : "step";
        if (step.signum() <= 0 || !isWhole(range.get(0), step) || !isWhole(range.get(1), step)) {
            throw fields.invalid(key, "must be above 0, and both ends of the range whole numbers of it");
        }
        if (range.get(0).abs().max(range.get(1).abs()).divide(step).compareTo(MOST_STEPS) > 0) {
            throw fields.invalid(key, "is too small: the range holds more than a thousand million of it");
        }
        return range;
    }

    private static Optional<BigDecimal> acceptable(Fields fields, List<BigDecimal> range) {
        Optional<BigDecimal> acceptable = fields.decimal("acceptable");
        acceptable
                .filter(score -> score.compareTo(range.get(0)) < 0 || score.compareTo(range.get(1)) > 0)
                .ifPresent(score -> {
                    throw fields.invalid("acceptable", "must lie in the range");
                });
        return acceptable;
    }

    private static BigDecimal bound(Fields fields, String text) {
        try {
            return DecimalText.read(text);
        } catch (NumberFormatException notANumber) {
            throw fields.invalid("range", "must be two numbers, the smaller first");
        }
    }

    private static boolean isWhole(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    private static int polarity(Fields fields) {
        return switch (fields.requiredText("better")) {
            case "higher" -> 1;
            case "lower" -> -1;
            default -> throw fields.invalid("better", "must be higher or lower");
        };
    }

    private static Timing timing(Fields fields) {
        return switch (fields.requiredText("timing")) {
            case "session" -> Timing.SESSION;
            case "visit" -> Timing.VISIT;
            default -> throw fields.invalid("timing", "must be session or visit");
        };
    }

    private static Mcid mcid(Fields fields) {
        String source = fields.text("source").orElse("");
        Optional<Mcid> absolute = fields.positive("absolute").map(value -> new Mcid.Absolute(value, source));
        Optional<Mcid> percent = fields.positive("percent").map(value -> new Mcid.Percent(value, source));
        Optional<Mcid> multiple = fields.positive("sd").map(value -> new Mcid.DeviationMultiple(value, source));
        Optional<Mcid> bands =
                Optional.of(bands(fields)).filter(list -> !list.isEmpty()).map(list -> new Mcid.Bands(list, source));
        List<Mcid> given = List.of(absolute, percent, multiple, bands).stream()
                .flatMap(Optional::stream)
                .toList();
        if (given.size() != 1) {
            throw fields.invalid("absolute", "or one of percent, bands, sd must be given, and only one");
        }
        return given.get(0);
    }

    private static List<Mcid.Band> bands(Fields fields) {
        List<Mcid.Band> bands = fields.each("bands", MeasureReader::band);
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).upTo().compareTo(bands.get(i - 1).upTo()) <= 0) {
                throw fields.invalidItem("bands", i, "must come after the bands with a smaller up_to, each up_to once");
            }
        }
        return bands;
    }

    private static Mcid.Band band(Fields fields) {
        BigDecimal upTo = fields.decimal("up_to").orElseThrow(() -> fields.invalid("up_to", "is missing"));
        BigDecimal value = fields.positive("value").orElseThrow(() -> fields.invalid("value", "is missing"));
        return new Mcid.Band(upTo, value);
    }
}
