package shop;

import static dev.switchback.fixture.export.Pseudonyms.email;
import static dev.switchback.fixture.export.Pseudonyms.name;
import static dev.switchback.fixture.export.Pseudonyms.nothing;
import static dev.switchback.fixture.export.Pseudonyms.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.TestDatabase;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.export.FixtureExport;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixtures from a database that is in use: some orders, with all that they refer to and nobody's personal data. */
@TestDatabase
class ExportTest {

    private static final String SECRET = "from the environment, in real life";

    @BeforeEach
    void aShopWithOrders(DataSource dataSource) {
        Fixtures.load("shop.yaml").into(dataSource);
    }

    @Test
    void openOrdersForATest(DataSource dataSource, @TempDir Path folder) {
        Path file = folder.resolve("open-orders.yaml");

        openOrders(dataSource)
                .pseudonymise("customer.email", email())
                .pseudonymise("customer.name", name())
                .pseudonymise("customer.phone", phone())
                .pseudonymise("customer.phone_as_entered", nothing())
                .pseudonymise("orders.guest_email", email())
                .keep("supplier.phone", "supplier.phone_as_entered")
                .secret(SECRET)
                .to(file);

        assertThat(file)
                .content()
                .contains("number: SO-2", "number: SO-3", "NOTEBOOK:")
                .doesNotContain("Alice");
    }

    @Test
    void whatWasExportedIsSeededElsewhere(DataSource dataSource, @TempDir Path folder) {
        Path file = folder.resolve("suppliers.yaml");
        Fixtures.export(dataSource)
                .table("supplier")
                .keep("supplier.phone", "supplier.phone_as_entered")
                .to(file);

        Seeded suppliers = Fixtures.load(file).into(dataSource);

        assertThat(suppliers.labels("supplier")).isNotEmpty();
    }

    @Test
    void personalDataDoesNotLeaveByMistake(DataSource dataSource) {
        assertThatThrownBy(() -> openOrders(dataSource).toYaml())
                .isInstanceOf(FixtureException.class)
                .hasMessageContaining("public.customer.email");
    }

    private static FixtureExport openOrders(DataSource dataSource) {
        return Fixtures.export(dataSource)
                .table("orders")
                .where("status = 'open'")
                .withChildren("order_line");
    }
}
