package physio.outcomes.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure;

/** Turns the text of a score into whole steps of its measure. */
final class ScoreReader {
    /** A scale has few distinct scores, and files repeat them by the million. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Measure measure;
    private final char decimal;
    private final Optional<BigDecimal> scale;
    private final Remembered<Reading> remembered = new Remembered<>(MOST_REMEMBERED, this::parse);
    /** Most scores are one or two digits: these are found without a hash, those of one digit after those of two. */
    private final @Nullable Reading[] ofShort = new Reading[PlainNumber.SHORT];

    ScoreReader(Measure measure, char decimal, Optional<BigDecimal> scale) {
        this.measure = measure;
        this.decimal = decimal;
        this.scale = scale;
    }

    /** A score in whole steps, or why it is none; {@code isRounded} when it was finer than the resolution. */
    sealed interface Reading {
        record Steps(Integer steps, boolean isRounded) implements Reading {}

        record Wrong(ReasonCode reason) implements Reading {}
    }

    Reading read(String text) {
        int place = PlainNumber.placeOfShort(text);
        if (place < 0) {
            return remembered.of(text);
        }
        Reading reading = ofShort[place];
        if (reading == null) {
            reading = parse(text);
            ofShort[place] = reading;
        }
        return reading;
    }

    /** Whether scores can be off the instrument's grid. */
    boolean hasGrid() {
        return measure.isGrid();
    }

    private Reading parse(String text) {
        if (!PlainNumber.isDecimal(text, decimal)) {
            return new Reading.Wrong(ReasonCode.BAD_NUMBER);
        }
        BigDecimal value = new BigDecimal(text.replace(decimal, '.')).multiply(scale.orElse(BigDecimal.ONE));
        if (value.compareTo(measure.low()) < 0 || value.compareTo(measure.high()) > 0) {
            return new Reading.Wrong(ReasonCode.OUT_OF_RANGE);
        }
        boolean isWhole = value.remainder(measure.step()).signum() == 0;
        if (measure.isGrid() && !isWhole) {
            return new Reading.Wrong(ReasonCode.OFF_GRID);
        }
        return new Reading.Steps(
                value.divide(measure.step(), 0, RoundingMode.HALF_EVEN).intValueExact(), !isWhole);
    }
}
