package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.MigrationStep;
import java.math.BigDecimal;
import org.jooq.DSLContext;

/** Effects of migrations on rows. They run over the rows of a shop that has customers, which an empty database has not. */
@TestDatabase
@SeededFixtures(value = "shop-at-8.yaml", at = "8")
class DataMigrationsTest {

    @MigrationTest(from = "8", to = "9")
    void phoneNumbersAreWrittenAsE164(Seeded shop) {
        assertThat(shop.row("customer", "alice").get("phone")).isEqualTo("+43512582901");
        assertThat(shop.row("customer", "bob").get("phone")).isEqualTo("+442079460018");
        assertThat(shop.row("customer", "carol").get("phone")).isNull();
    }

    @MigrationTest(from = "9", to = "8")
    void phoneNumbersComeBackAsTheyWereTyped(Seeded shop) {
        assertThat(shop.row("customer", "bob").get("phone")).isEqualTo("020 7946 0018");
    }

    @MigrationTest(from = "11", to = "12")
    void taxRatesBecomeFractions(DSLContext sql) {
        assertThat(sql.fetchValue("select rate from tax_rate where (country, category) = ('IT', 'standard')"))
                .isEqualTo(new BigDecimal("0.2200"));
    }

    @MigrationTest(from = "12", to = "13")
    void productsOfADuplicateSupplierGoToTheOther(DSLContext sql, Seeded shop) {
        assertThat(shop.row("product", "NOTEPAD").get("supplier_code")).isEqualTo("PAPERWORKS");
        assertThat(shop.row("product", "PENCIL").get("supplier_code")).isEqualTo("ALPENHOLZ");
        assertThat(sql.fetch("select code from supplier").into(String.class)).doesNotContain("PAPER-WORKS");
    }

    @MigrationRoundTrip(from = "9")
    void everyLaterMigrationKeepsTheRows(MigrationStep step) {}
}
