package dev.switchback.postgresql;

import dev.switchback.provision.ServerState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The things that all databases of a server share, as anybody may see them: not the passwords of roles. */
final class ServerStates {

    private static final String ROLES =
            """
            SELECT '' AS kind, rolname, concat_ws(', ',
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

    /** An origin that belongs to a subscription goes with it. */
    private static final String OTHERS =
            """
            UNION ALL
            SELECT 'tablespace', spcname, concat_ws(', ', array_to_string(spcoptions, ', '), array_to_string(spcacl, ', '))
              FROM pg_tablespace
            UNION ALL
            SELECT 'database', datname, concat_ws(', ', array_to_string(datacl, ', ')) FROM pg_database WHERE NOT starts_with(datname, 'switchback_')
            UNION ALL
            SELECT 'comment on', pg_describe_object(classoid, objoid, 0), description
              FROM pg_shdescription WHERE classoid <> 'pg_database'::regclass
            UNION ALL
            SELECT 'replication origin', roname, '' FROM pg_replication_origin WHERE roname !~ '^pg_[0-9]+$'
            UNION ALL
            SELECT 'replication slot', slot_name::text, concat_ws(', ', slot_type, plugin)
              FROM pg_replication_slots WHERE NOT temporary
            """;

    private static final int PARAMETERS_HAVE_RIGHTS_SINCE = 15;

    private static final String PARAMETERS =
            """
            UNION ALL
            SELECT 'parameter', parname, array_to_string(paracl, ', ') FROM pg_parameter_acl
            """;

    private ServerStates() {}

    /** Read after each test, so the driver has the server keep the plan after some times. */
    static ServerState read(Connection session) throws SQLException {
        boolean haveRights = session.getMetaData().getDatabaseMajorVersion() >= PARAMETERS_HAVE_RIGHTS_SINCE;
        try (PreparedStatement statement = session.prepareStatement(ROLES + OTHERS + (haveRights ? PARAMETERS : ""));
                ResultSet rows = statement.executeQuery()) {
            Map<String, String> roles = new HashMap<>();
            Map<String, String> others = new HashMap<>();
            while (rows.next()) {
                String kind = rows.getString(1);
                String name = rows.getString(2);
                if (kind.isEmpty()) {
                    roles.put(name, rows.getString(3));
                } else {
                    others.put(kind + " " + name, rows.getString(3));
                }
            }
            return new ServerState(roles, others);
        }
    }
}
