package dev.switchback.postgresql.verdicts;

import dev.switchback.migration.verdicts.DatabaseState;
import dev.switchback.migration.verdicts.ScriptTraits;
import dev.switchback.migration.verdicts.VerdictDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** PostgreSQL's part in keeping verdicts. */
public final class PostgresVerdicts implements VerdictDialect {

    /**
     * Where a server lies and what a transaction has by chance is left out; so are the names of databases, which are others in
     * each run.
     */
    private static final String SERVER =
            """
            SELECT pg_catalog.concat_ws(E'\\n',
                   pg_catalog.version(), current_user,
                   (SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,dattablespace,datacl,datdba}'::text[]
                      FROM pg_catalog.pg_database d WHERE datname = pg_catalog.current_database()),
                   (SELECT string_agg(name || '=' || setting, E'\\n' ORDER BY name COLLATE "C")
                      FROM pg_catalog.pg_settings
                     WHERE name !~ '(^|_)(director(y|ies)|file|port|addresses|passphrase_command)$'
                       AND name !~ '^(transaction_|log_|archive_|primary_|recovery_|ssl_|unix_socket_|krb_)'
                       AND name NOT IN ('application_name', 'cluster_name', 'in_hot_standby', 'external_pid_file',
                                        'shared_memory_size', 'shared_memory_size_in_huge_pages')),
                   (SELECT string_agg((to_jsonb(r) - '{oid,rolpassword}'::text[])::text, E'\\n'
                                      ORDER BY rolname COLLATE "C")
                      FROM pg_catalog.pg_roles r),
                   (SELECT string_agg(pg_catalog.concat_ws(' ', roleid::regrole, member::regrole, admin_option), E'\\n'
                                      ORDER BY roleid::regrole::text COLLATE "C", member::regrole::text COLLATE "C")
                      FROM pg_catalog.pg_auth_members),
                   (SELECT string_agg(pg_catalog.concat_ws(' ', nullif(setrole, 0)::regrole, setconfig), E'\\n'
                                      ORDER BY setrole, setconfig)
                      FROM pg_catalog.pg_db_role_setting WHERE setdatabase = 0),
                   (SELECT string_agg(spcname || ' ' || coalesce(spcoptions::text, ''), E'\\n'
                                      ORDER BY spcname COLLATE "C")
                      FROM pg_catalog.pg_tablespace),
                   (SELECT string_agg(name || ' ' || version, E'\\n' ORDER BY name COLLATE "C", version COLLATE "C")
                      FROM pg_catalog.pg_available_extension_versions))
            """;

    /** For the product. */
    public PostgresVerdicts() {}

    @Override
    public String server(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(SERVER)) {
            facts.next();
            return connection.getMetaData().getDriverVersion() + "\n"
                    + PostgreSQLConfigurationExtension.class
                            .getProtectionDomain()
                            .getCodeSource()
                    + "\n"
                    + facts.getString(1);
        }
    }

    @Override
    public ScriptTraits traits(String script) {
        return PostgresTraits.of(script);
    }

    @Override
    public Optional<DatabaseState> save(Connection connection) throws SQLException {
        return SavedDatabase.read(connection);
    }

    @Override
    public void restore(Connection connection, DatabaseState state) throws SQLException {
        RestoredDatabase.write(connection, state);
    }
}
