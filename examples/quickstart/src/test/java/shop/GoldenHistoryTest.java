package shop;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.schema.Schema;
import dev.switchback.schema.golden.GoldenSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema of every version, written as a text, is made again by that text in an empty database. */
@TestDatabase(target = "empty")
class GoldenHistoryTest {

    private static @Nullable DataSource empty;

    @BeforeAll
    static void connect(DataSource database) {
        empty = database;
    }

    @Test
    @TestDatabase(target = "1")
    void theTextOfEachVersionMakesItsSchema(Flyway first, Connection shop) throws SQLException {
        Migrations migrations = Migrations.of(Flyway.configure()
                .configuration(first.getConfiguration())
                .target("latest")
                .load());
        for (Migration next : migrations.pending().migrations()) {
            migrations.up(next.version());
            assertThatTheTextMakes(migrations.schema(shop), next);
        }
        assertThat(migrations.history().rows()).hasSizeGreaterThan(1);
    }

    private static void assertThatTheTextMakes(Schema schema, Migration version) throws SQLException {
        try (Connection connection = Objects.requireNonNull(empty).getConnection()) {
            connection.setAutoCommit(false);
            GoldenSchema.of(schema).load(connection);
            assertThat(Schema.read(connection)).as("%s", version.displayName()).isIdenticalTo(schema);
            connection.rollback();
        }
    }
}
