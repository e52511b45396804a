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
import java.util.stream.Collectors;

/** Finds out what a role may not read. PostgreSQL lets every role read its catalogs, unless somebody revoked that. */
final class Denied {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final Pattern CATALOG_OR_FUNCTION =
            Pattern.compile("\\b(?:pg_\\w+|format_type|acldefault|aclexplode)\\b");

    private static final String SQL =
            """
            select current_user, current_database(), 'SELECT ON pg_catalog.' || quote_ident(c.relname) as privilege
            from pg_catalog.pg_class c
            where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind in ('r', 'v') and c.relname = any (?)
              and not has_any_column_privilege(c.oid, 'select')
            union all
            select current_user, current_database(), 'EXECUTE ON FUNCTION ' || p.oid::regprocedure
            from pg_catalog.pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any (?) and not has_function_privilege(p.oid, 'execute')
            order by 3
            """;

    private Denied() {}

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
                .flatMap(query -> CATALOG_OR_FUNCTION.matcher(query.all()).results())
                .map(MatchResult::group)
                .distinct()
                .toArray(String[]::new);
        try (PreparedStatement denied = connection.prepareStatement(SQL)) {
            denied.setArray(1, connection.createArrayOf("name", names));
            denied.setArray(2, connection.createArrayOf("name", names));
            try (ResultSet rows = denied.executeQuery()) {
                List<String> privileges = new ArrayList<>();
                String role = "";
                String database = "";
                while (rows.next()) {
                    role = rows.getString(1);
                    database = rows.getString(2);
                    privileges.add(rows.getString(3));
                }
                if (!privileges.isEmpty()) {
                    throw new SchemaException(message(role, database, privileges, failure), failure);
                }
            }
        }
    }

    private static String message(String role, String database, List<String> privileges, SQLException failure) {
        return """
               The schema cannot be read: the role %1$s may not read all of the catalogs: %2$s

               Nothing is left out silently, so nothing was read. PostgreSQL lets every role read these; here somebody revoked it.
               A superuser gives it back, in the database %3$s:

               %4$s"""
                .formatted(
                        role,
                        failure.getMessage(),
                        database,
                        privileges.stream()
                                .map(privilege -> "  GRANT " + privilege + " TO " + role + ";")
                                .collect(Collectors.joining("\n")));
    }
}
