package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class FingerprintGateTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    /** The failing message. */
    private static final String DIGITS = "521186f30b3aefe0";

    @Test
    void rowsOfTheFingerprintPassWhateverTestsDo() {
        Engine.succeeds(SameTestCase.class, 3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, fingerprint = DIGITS)
    static class SameTestCase {

        @Test
        void inserts(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }

        @Test
        void insertsAsWell(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }

        @Test
        @SeededFixtures("jupiter/seeded/more.yaml")
        void moreRowsHaveAnother(DSLContext sql) {}
    }

    @Test
    void otherRowsFailTheTest() {
        assertThat(Engine.failure(OtherTestCase.class))
                .startsWith(
                        "The rows are not those that the fingerprint was taken of: expected 123456789abcdef0, found "
                                + DIGITS);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, fingerprint = "123456789abcdef0")
    static class OtherTestCase {

        @Test
        void test() {
            throw new AssertionError("runs all the same");
        }
    }

    @Test
    void whatIsNoFingerprintIsRefused() {
        assertThat(Engine.failure(NoFingerprintTestCase.class))
                .isEqualTo(
                        "@SeededFixtures(fingerprint): \"shop\" is no fingerprint. Write its first 16 hexadecimal digits"
                                + " or more, or the name of a file that ends in .fingerprint.");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, fingerprint = "shop")
    static class NoFingerprintTestCase {

        @Test
        void test() {}
    }
}
