package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import java.math.BigDecimal;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same rows that tests begin from, in a database that somebody wants to click through. */
@TestDatabase
class LocalDemoTest {

    private ShopBaseline baseline;

    @BeforeEach
    void reset(DataSource dataSource) {
        baseline = ShopBaseline.resetAndSeed(dataSource);
    }

    @Test
    void theShopIsThereUnderStableIds(DSLContext sql) {
        assertThat(new OrderRepository(sql).openOrdersOf(baseline.alice()))
                .containsExactly(
                        new OpenOrder("SO-2", new BigDecimal("12.50")), new OpenOrder("SO-3", BigDecimal.ZERO));
    }

    @Test
    void whatWasChangedIsBackAfterTheNextReset(DataSource dataSource, DSLContext sql) {
        sql.execute("delete from orders where id = ?", baseline.openOrder());

        assertThat(ShopBaseline.resetAndSeed(dataSource)).isEqualTo(baseline);
        assertThat(new OrderRepository(sql).openOrdersOf(baseline.alice())).hasSize(2);
    }
}
