package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The roles of a server as anybody may see them: not their passwords. */
final class RoleStates {

    private static final String SQL =
            """
            SELECT rolname, concat_ws(', ',
                CASE WHEN rolcanlogin THEN 'login' END,
                CASE WHEN rolsuper THEN 'superuser' END,
                CASE WHEN rolcreatedb THEN 'createdb' END,
                CASE WHEN rolcreaterole THEN 'createrole' END,
                CASE WHEN rolreplication THEN 'replication' END,
                CASE WHEN rolbypassrls THEN 'bypassrls' END,
                CASE WHEN NOT rolinherit THEN 'noinherit' END,
                CASE WHEN rolconnlimit <> -1 THEN 'connection limit ' || rolconnlimit END,
                'valid until ' || rolvaliduntil,
                'member of ' || m.roles,
                array_to_string(rolconfig, ', '))
              FROM pg_roles r
              LEFT JOIN (SELECT member, string_agg(DISTINCT pg_get_userbyid(roleid), ' and ') AS roles
                           FROM pg_auth_members GROUP BY member) m ON m.member = r.oid
            """;

    private RoleStates() {}

    /** The attributes, memberships and settings of each role, by its name. */
    static Map<String, String> read(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            Map<String, String> states = new TreeMap<>();
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
            return states;
        }
    }
}
