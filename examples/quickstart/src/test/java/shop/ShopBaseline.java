package shop;

import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.Seeded;
import javax.sql.DataSource;

/** The classic function: empty the tables, insert the baseline, return the ids that everybody knows. */
public record ShopBaseline(long alice, long bob, long openOrder) {

    private static final Fixtures SHOP = Fixtures.load("shop.yaml");

    /** Puts the tables of {@code shop.yaml}, and what refers to them, back to its rows, in any migrated database. */
    public static ShopBaseline resetAndSeed(DataSource dataSource) {
        Seeded shop = SHOP.into(dataSource);
        return new ShopBaseline(shop.id("customer", "alice"), shop.id("customer", "bob"), shop.id("orders", "second"));
    }
}
