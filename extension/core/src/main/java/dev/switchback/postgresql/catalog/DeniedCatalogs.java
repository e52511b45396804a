package dev.switchback.postgresql.catalog;

import dev.switchback.schema.SchemaException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds out what a role may not read. PostgreSQL lets every role read its catalogs, unless somebody revoked that. */
final class DeniedCatalogs {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final Pattern NAME = Pattern.compile("\\bpg_\\w+");

    /** Asks by name: a role that may not read pg_class itself gets an answer, too. */
    private static final String SQL =
            """
            select quote_ident(current_user), current_database(), name
            from unnest(?) name
            where case when to_regclass('pg_catalog.' || name) is not null
              then not has_any_column_privilege('pg_catalog.' || name, 'select') end
            order by name
            """;

    /** Only superusers may read it; queries name it as the class of comments on large objects. */
    private static final String NEVER_READ = "pg_largeobject";

    private DeniedCatalogs() {}

    /**
     * The failure in words that help, if it is about privileges.
     *
     * @param connection has no failed transaction
     */
    static SQLException explained(SQLException failure, Connection connection) {
        if (!INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
            return failure;
        }
        try {
            explain(connection, failure);
        } catch (SQLException itself) {
            failure.addSuppressed(itself);
        }
        return failure;
    }

    private static void explain(Connection connection, SQLException failure) throws SQLException {
        String[] names = CatalogQueries.of(connection.getMetaData().getDatabaseMajorVersion()).stream()
                .flatMap(query -> NAME.matcher(query.all()).results())
                .map(MatchResult::group)
                .filter(name -> !name.equals(NEVER_READ))
                .distinct()
                .toArray(String[]::new);
        try (PreparedStatement denied = connection.prepareStatement(SQL)) {
            denied.setArray(1, connection.createArrayOf("text", names));
            try (ResultSet rows = denied.executeQuery()) {
                List<String> grants = new ArrayList<>();
                String role = "";
                String database = "";
                while (rows.next()) {
                    role = rows.getString(1);
                    database = rows.getString(2);
                    grants.add("  GRANT SELECT ON pg_catalog." + rows.getString(3) + " TO " + role + ";");
                }
                if (!grants.isEmpty()) {
                    throw new SchemaException(message(role, database, grants, failure), failure);
                }
            }
        }
    }

    private static String message(String role, String database, List<String> grants, SQLException failure) {
        return """
               The schema cannot be read: the role %s may not read all of the catalogs: %s

               A part of the schema would be missing, so nothing was read. PostgreSQL lets every role read its catalogs; here somebody
               revoked that. A superuser gives it back, in the database %s:

               %s"""
                .formatted(role, failure.getMessage(), database, String.join("\n", grants));
    }
}
