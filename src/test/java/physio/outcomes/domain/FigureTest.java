package physio.outcomes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import physio.outcomes.domain.Figure.Value;

class FigureTest {

    @Test
    void isBlankWhenTheNumberDoesNotExist() {
        assertThat(Figure.number(Double.NaN)).isEqualTo(Figure.BLANK);
        assertThat(Figure.number(Double.POSITIVE_INFINITY)).isEqualTo(Figure.BLANK);
    }

    /** A mean change of 0 times a polarity of −1 would be printed as -0. */
    @Test
    void zeroHasNoSign() {
        assertThat(Figure.number(-0.0)).isEqualTo(new Value(0.0));
    }
}
