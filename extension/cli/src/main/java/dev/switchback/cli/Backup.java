package dev.switchback.cli;

import dev.switchback.migration.script.HistoryTable;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A copy of a database in a file, by the programs of its server's version. */
final class Backup {

    private final PGSimpleDataSource database;
    private final ClientProgram dump;
    private final Optional<ClientProgram> restore;
    private final Path file;

    private Backup(PGSimpleDataSource database, ClientProgram dump, Optional<ClientProgram> restore, Path file) {
        this.database = database;
        this.dump = dump;
        this.restore = restore;
        this.file = file;
    }

    /**
     * Looks for all that it needs, before anything is touched.
     *
     * @param isProved whether it is restored for a proof, too
     */
    static Backup prepare(TargetDatabase target, BackupOptions options, boolean isProved, Environment environment) {
        PGSimpleDataSource database = target.source();
        int major = serverMajor(database);
        ClientProgram dump = ClientProgram.named("pg_dump", major, options.programs(), environment);
        Optional<ClientProgram> restore = isProved
                ? Optional.of(ClientProgram.named("pg_restore", dump.major(), options.programs(), environment))
                : Optional.empty();
        Path folder = options.folder();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw CommandException.environment("A backup cannot be written: " + folder
                    + " is no folder that may be written to. The database was not touched.");
        }
        String name = "%s-%s.dump"
                .formatted(
                        Objects.requireNonNullElse(database.getDatabaseName(), "database"),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", ""));
        return new Backup(
                database, dump, restore, folder.resolve(name).toAbsolutePath().normalize());
    }

    private static int serverMajor(PGSimpleDataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be reached: " + e.getMessage());
        }
    }

    Path file() {
        return file;
    }

    /** The command that drops the database and makes it anew as it was, while nobody is connected to it. */
    String restoreCommand() {
        return "pg_restore --clean --create --if-exists --exit-on-error --host=%s --port=%d --username=%s --dbname=postgres %s"
                .formatted(database.getServerNames()[0], database.getPortNumbers()[0], database.getUser(), file);
    }

    /** Writes the file; it is there as a whole or not at all, and only for the user. */
    void write() {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Optional<String> failure = dump.run(
                    database, List.of("--format=custom", "--file=" + part, "--dbname=" + database.getDatabaseName()));
            if (failure.isPresent()) {
                Files.deleteIfExists(part);
                throw CommandException.environment("The backup failed, and nothing was applied:\n" + failure.get());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandException.environment("The backup cannot be written, and nothing was applied: " + e);
        }
    }

    /**
     * Restores the file on another server, and counts the rows there.
     *
     * @throws CommandException if it does not restore, or to something else
     */
    void prove(Server server, TargetDatabase target) {
        try (Database copy = server.create()) {
            PGSimpleDataSource there = new PGSimpleDataSource();
            there.setURL(copy.url());
            there.setUser(copy.user());
            there.setPassword(copy.password());
            Optional<String> failure = restore.orElseThrow()
                    .run(
                            there,
                            List.of(
                                    "--no-owner",
                                    "--no-privileges",
                                    "--exit-on-error",
                                    "--dbname=" + there.getDatabaseName(),
                                    file.toString()));
            if (failure.isPresent()) {
                throw CommandException.environment(
                        "The backup " + file + " does not restore, and nothing was applied:\n" + failure.get());
            }
            try (Connection before = database.getConnection();
                    Connection after = there.getConnection()) {
                HistoryTable history = target.historyTable(before);
                List<String> differences = RowCounts.in(before, history).changesTo(RowCounts.in(after, history));
                if (!differences.isEmpty()) {
                    throw CommandException.environment("The backup " + file
                            + " restores to other rows, and nothing was applied. Is somebody writing?\n"
                            + String.join("\n", differences).indent(2).stripTrailing());
                }
            }
        } catch (SQLException e) {
            throw CommandException.environment(
                    "The backup cannot be proved, and nothing was applied: " + e.getMessage());
        }
    }
}
