package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All that a template follows from beside its migrations, digested: the server's version and locale, the settings of the run's sessions,
 * and the roles, by name, with their attributes, members and settings.
 */
final class SharedTemplateFacts {

    /** A setting of the source "session" is one that Switchback makes itself, and the application's name is nothing to a migration. */
    private static final String DIGEST =
            """
            SELECT md5(jsonb_build_array(
                version(),
                current_user,
                (SELECT to_jsonb(d) - '{oid,datdba,datacl,datfrozenxid,datminmxid,dattablespace,datlastsysoid}'::text[]
                   FROM pg_database d WHERE datname = 'template0'),
                (SELECT jsonb_object_agg(name, setting) FROM pg_settings
                  WHERE source NOT IN ('default', 'override', 'session') AND name <> 'application_name'),
                (SELECT jsonb_object_agg(rolname, ARRAY[rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
                        rolreplication, rolbypassrls]) FROM pg_roles),
                (SELECT jsonb_agg(ARRAY[roleid::regrole::text, member::regrole::text, admin_option::text]
                        ORDER BY roleid::regrole::text, member::regrole::text, admin_option) FROM pg_auth_members),
                (SELECT jsonb_agg(ARRAY[setrole::regrole::text, setconfig::text] ORDER BY setrole::regrole::text)
                   FROM pg_db_role_setting WHERE setdatabase = 0),
                (SELECT jsonb_agg(spcname ORDER BY spcname) FROM pg_tablespace))::text)
            """;

    private SharedTemplateFacts() {}

    /** Equal for sessions in which the same migrations make the same database. */
    static String digest(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(DIGEST)) {
            row.next();
            return row.getString(1);
        }
    }
}
