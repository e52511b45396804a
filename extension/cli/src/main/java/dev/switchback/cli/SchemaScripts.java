package dev.switchback.cli;

import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Change;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SchemaRewrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The statements that take a schema to another one, and those that take it back.
 *
 * @param from the schema that the migrations make
 * @param after the schema after the statements
 * @param left the differences from what was wanted for which there is no SQL
 */
record SchemaScripts(List<String> up, List<String> down, Schema from, Schema after, SchemaDiff left) {

    /** Finds them by trial on a database that the migrations have made; empty if there is no difference. */
    static Optional<SchemaScripts> towards(Schema target, FluentConfiguration flyway, Server server) {
        try (Database database = server.create()) {
            Migrations migrations = Migrations.of(new Flyway(flyway.dataSource(database.dataSource())));
            migrations.up();
            try (Connection connection = database.dataSource().getConnection()) {
                Schema from = migrations.schema(connection);
                if (SchemaDiff.between(from, target).isEmpty()) {
                    return Optional.empty();
                }
                connection.setAutoCommit(false);
                List<String> up = rewrite(migrations, connection, from, target);
                Schema after = migrations.schema(connection);
                SchemaDiff left = SchemaDiff.between(target, after);
                List<String> down = rewrite(migrations, connection, after, from);
                connection.rollback();
                return Optional.of(new SchemaScripts(up, down, from, after, left));
            }
        } catch (SQLException e) {
            throw CommandException.environment("The schema cannot be changed for a trial: " + e.getMessage());
        }
    }

    private static List<String> rewrite(Migrations migrations, Connection connection, Schema from, Schema to)
            throws SQLException {
        return SchemaRewrite.run(connection, from, to, SchemaScripts::isWritten, () -> migrations.schema(connection))
                .statements();
    }

    /** To write a table anew for the order of its columns would not be meant. */
    private static boolean isWritten(Change change) {
        return change.category() != ChangeCategory.COLUMN_ORDER && change.category() != ChangeCategory.COSMETIC;
    }

    /** The differences of what a migration makes from what these statements made. */
    SchemaDiff differenceOf(Schema migrated) {
        return SchemaDiff.between(after, migrated).only(SchemaScripts::isWritten);
    }

    /** The names of what changes, in a few words. */
    String changed() {
        List<String> names = SchemaDiff.between(from, after).changes().stream()
                .map(Change::name)
                .map(ObjectName::toString)
                .distinct()
                .toList();
        return names.stream().limit(5).collect(Collectors.joining(", "))
                + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
    }

    /** Tables and columns that go, with what is in them. */
    List<String> lost() {
        return SchemaDiff.between(from, after).changes().stream()
                .flatMap(change ->
                        change instanceof Change.Removed removed ? Stream.of(removed.object()) : Stream.empty())
                .filter(object -> object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.COLUMN)
                .map(SchemaObject::name)
                .map(ObjectName::toString)
                .toList();
    }

    static String script(List<String> statements) {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }
}
