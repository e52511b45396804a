package dev.switchback.postgresql;

import dev.switchback.provision.Administration;
import dev.switchback.provision.DatabaseOperations;
import dev.switchback.provision.KeptDatabase;
import dev.switchback.provision.KeptServer;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerState;
import dev.switchback.provision.SharedTemplates;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One JVM's databases on a PostgreSQL server: their names, and the sessions through which they are made. */
final class PostgresAdministration implements Administration {

    private static final System.Logger LOG = System.getLogger(PostgresAdministration.class.getName());

    private final ServerAddress address;
    private final PostgresUrl url;
    private final AdminSessions sessions;
    private final OwnerLock owner;
    private final PostgresDatabases databases;

    private PostgresAdministration(
            ServerAddress address, AdminSessions sessions, OwnerLock owner, PostgresDatabases databases) {
        this.address = address;
        this.url = PostgresUrl.of(address.url());
        this.sessions = sessions;
        this.owner = owner;
        this.databases = databases;
    }

    static PostgresAdministration connect(ServerAddress address, AdminSessions sessions) {
        Connection session = sessions.open();
        try {
            if (!ask(session, "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user")) {
                throw AdminFailure.mayNotCreate(address);
            }
            String strategy = ask(session, COPIES_FILES_FASTER) ? " STRATEGY file_copy" : "";
            List<String> orphans = new ArrayList<>(OwnerLock.orphans(session));
            orphans.addAll(KeptDatabases.outdated(session));
            OwnerLock owner = OwnerLock.take(session);
            PostgresDatabases databases = new PostgresDatabases(sessions, address, strategy);
            sweep(databases, orphans);
            return new PostgresAdministration(address, sessions, owner, databases);
        } catch (SQLException e) {
            AdminSessions.closeQuietly(session);
            throw AdminFailure.of("prepare", address, e);
        } catch (RuntimeException | Error e) {
            AdminSessions.closeQuietly(session);
            throw e;
        }
    }

    /** Copying files costs two checkpoints, which are cheap only while nothing is synced to disk. */
    private static final String COPIES_FILES_FASTER =
            "SELECT current_setting('server_version_num')::int >= 150000 AND NOT current_setting('fsync')::bool";

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void sweep(DatabaseOperations databases, List<String> orphans) {
        for (String orphan : orphans) {
            try {
                databases.drop(orphan);
            } catch (ProvisionException e) {
                LOG.log(Level.WARNING, "Left over from a run that was killed, and could not be removed", e);
            }
        }
    }

    @Override
    public String prefix() {
        return owner.prefix();
    }

    @Override
    public String urlOf(String database) {
        return url.database(database);
    }

    @Override
    public DatabaseOperations databases() {
        return databases;
    }

    @Override
    public void refuseEmptied(String copy, DataSource source) {
        if (hasRecovered()) {
            UnloggedTables.refuse(copy, source, address, databases);
        }
    }

    /** Recovery begins with the end of all sessions. */
    @Override
    public boolean hasRecovered() {
        return !owner.isAlive();
    }

    @Override
    public Optional<SharedTemplates> sharedTemplates() {
        return Optional.of(
                new PostgresSharedTemplates(owner.session(), databases, PostgresSharedTemplates.LONGEST_WAIT));
    }

    @Override
    public ServerState state() {
        return sessions.read("read what databases share", ServerStates::read);
    }

    @Override
    public boolean dropRole(String name) {
        try {
            sessions.execute("drop role " + name, "DROP ROLE " + SqlName.quote(name));
            return true;
        } catch (ProvisionException somethingDependsOnIt) {
            return false;
        }
    }

    @Override
    public String sharedState() {
        return databases.sharedState();
    }

    @Override
    public KeptDatabase keep(String database, KeptServer server) {
        String name = KeptDatabases.newName(owner.prefix());
        databases.copy(database, name);
        return KeptDatabases.describe(name, address.user(), url, server);
    }

    @Override
    public void close() {
        sessions.close();
        owner.close();
    }
}
