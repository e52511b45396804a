package dev.switchback.migration.verdicts;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * States of databases that are kept, so that the way up need not be gone again. One is used only if what was made of it is,
 * read back, letter for letter what was kept.
 */
record KeptStates(KeptFolder folder, VerdictDialect dialect) {

    private KeptFile file(String key) {
        return folder.file("state-" + key.substring(0, 32));
    }

    /** A new database in that state; empty if it was not kept, or cannot be made here. */
    Optional<Database> restore(Server server, String key) {
        return read(key).flatMap(state -> made(server, state)).map(database -> {
            file(key).touch();
            return database;
        });
    }

    private Optional<DatabaseState> read(String key) {
        try {
            Optional<byte[]> content = file(key).read();
            return content.isPresent() ? Optional.of(StateFile.read(content.get())) : Optional.empty();
        } catch (IOException notOfThisVersion) {
            return Optional.empty();
        }
    }

    private Optional<Database> made(Server server, DatabaseState state) {
        Database database = server.create();
        boolean isSame = false;
        try (Connection connection = database.dataSource().getConnection()) {
            dialect.restore(connection, state);
            isSame = dialect.save(connection).equals(Optional.of(state));
        } catch (SQLException refused) {
            // Then it is made by the migrations.
        } finally {
            if (!isSame) {
                database.close();
            }
        }
        return isSame ? Optional.of(database) : Optional.empty();
    }

    /** Keeps the state of a database, unless it is kept already or there is too much of it. */
    void keep(String key, Database database) throws IOException, SQLException {
        if (file(key).read().isPresent()) {
            file(key).touch();
            return;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            Optional<DatabaseState> state = dialect.save(connection);
            if (state.isPresent()) {
                file(key).write(StateFile.write(state.get()));
            }
        }
    }
}
