package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossProductsTest {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;

    @Test
    void takesCopies() {
        BigInteger[][] design = {{ONE}};
        CrossProducts products = new CrossProducts(List.of("x"), design, new BigInteger[] {ONE}, ONE, 1);
        design[0][0] = TWO;
        assertThat(products.entry(0, 0)).isEqualTo(ONE);
    }

    @Test
    void refusesAnotherShape() {
        BigInteger[] response = {ONE, ONE};
        assertThatThrownBy(() -> new CrossProducts(List.of("x", "y"), new BigInteger[][] {{ONE}}, response, ONE, 1))
                .hasMessage("Invalid cross products: not square over 2 columns of different names");
        BigInteger[][] design = {{ONE, ONE}, {ONE, ONE}};
        assertThatThrownBy(() -> new CrossProducts(List.of("x", "x"), design, response, ONE, 1))
                .hasMessage("Invalid cross products: not square over 2 columns of different names");
    }

    @Test
    void refusesAsymmetry() {
        BigInteger[][] design = {{ONE, TWO}, {ONE, ONE}};
        assertThatThrownBy(() -> new CrossProducts(List.of("x", "y"), design, new BigInteger[] {ONE, ONE}, ONE, 1))
                .hasMessage("Invalid cross products: XᵀX is not symmetric");
    }
}
