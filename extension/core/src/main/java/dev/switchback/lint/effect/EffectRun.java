package dev.switchback.lint.effect;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.MigrateRun;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations through Flyway, each in the transaction that Flyway gives it, and sees what every statement does. Each
 * migration is handed on when the next one begins, because only then it is committed.
 */
@API(status = API.Status.INTERNAL)
public final class EffectRun implements EffectCallback.Listener {

    private final Configuration configuration;
    private final Map<String, Script> scripts = new HashMap<>();
    private final MigrationScripts found;
    private final Predicate<Migration> withUndo;
    private final Consumer<MigrationEffects> receiver;
    private String historyTable = "";
    private String undoTable = "";
    private @Nullable UndoRehearsal undos;
    private @Nullable SessionWatch watch;
    private @Nullable SchemaTracker tracker;
    private Schema schema = Schema.of("", "", List.of(), List.of());
    private @Nullable Ran last;

    /** A migration that has run and may not be committed. */
    private record Ran(Migration migration, String file, String text, List<StatementEffects> statements) {}

    /**
     * Prepares a run.
     *
     * @param withUndo the migrations whose undos are looked at, too
     * @param receiver is handed each migration, on the thread that runs them
     */
    public EffectRun(
            Configuration configuration,
            MigrationScripts found,
            Predicate<Migration> withUndo,
            Consumer<MigrationEffects> receiver) {
        this.configuration = configuration;
        this.found = found;
        this.withUndo = withUndo;
        this.receiver = receiver;
        Stream.concat(found.pairs().stream().map(pair -> pair.up()), found.repeatableScripts(configuration).stream())
                .forEach(script -> scripts.put(script.name(), script));
    }

    /**
     * Migrates an empty database.
     *
     * @return why it failed, if it did; the migrations before that are handed on
     * @throws MigrationsException if Flyway refuses to begin
     */
    public Optional<Finding> on(Database database, Duration timeLimit) {
        MigrationDialect dialect = MigrationDialect.ofProductOf(database.dataSource());
        try (Connection observer = database.dataSource(
                        dialect.sessions().driverProperties().reading())
                .getConnection()) {
            tracker = SchemaTracker.on(observer);
            historyTable = HistoryTable.of(configuration, configuration.getTable(), observer)
                    .qualifiedName();
            undoTable = HistoryTable.of(configuration, UndoRehearsal.historyTable(configuration), observer)
                    .qualifiedName();
            schema = read();
            undos = new UndoRehearsal(configuration, found, database, dialect, timeLimit);
            SessionWatch own = LintDialect.ofProduct(observer.getMetaData().getDatabaseProductName())
                    .watch();
            watch = own;
            MigrateRun run = new MigrateRun(
                    StatementByStatement.of(configuration, new EffectCallback(own, this)),
                    database.dataSource(),
                    dialect,
                    Optional.of(timeLimit));
            Optional<Finding> failure = run.migrate();
            if (!run.failed().map(MigrationInfo::getScript).equals(lastScript())) {
                handOn();
            }
            return failure;
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String begins(MigrationInfo migration) {
        handOn();
        Script script = scripts.get(migration.getScript());
        return script == null ? "" : script.text();
    }

    @Override
    public void ran(MigrationInfo info, List<StatementEffects> statements) {
        String version = info.getVersion() == null ? "" : info.getVersion().getVersion();
        Script script = scripts.get(info.getScript());
        last = new Ran(
                new Migration(version, info.getDescription(), info.getScript()),
                script == null ? info.getScript() : script.source(),
                script == null ? "" : script.text(),
                statements.stream().map(this::withoutHistory).toList());
    }

    private StatementEffects withoutHistory(StatementEffects statement) {
        return statement.only(
                table -> !table.table().equals(historyTable) && !table.table().equals(undoTable));
    }

    private void handOn() {
        Ran ran = last;
        if (ran != null) {
            last = null;
            Schema before = schema;
            schema = read();
            receiver.accept(new MigrationEffects(
                    ran.migration(),
                    ran.file(),
                    ran.text(),
                    ran.statements(),
                    SchemaDiff.between(before, schema),
                    undo(ran.migration())));
        }
    }

    /** The script of the migration that has run and may not be committed. */
    private Optional<String> lastScript() {
        return Optional.ofNullable(last).map(ran -> ran.migration().script());
    }

    private Optional<UndoEffects> undo(Migration migration) {
        if (migration.version().isEmpty() || !withUndo.test(migration)) {
            return Optional.empty();
        }
        return found.pairs().stream()
                .filter(pair -> pair.migration().version().equals(migration.version()) && pair.isJudged())
                .findFirst()
                .map(pair -> Objects.requireNonNull(undos)
                        .of(pair, Objects.requireNonNull(watch).forUndo()));
    }

    private Schema read() {
        try {
            return Objects.requireNonNull(tracker).read().without(historyTable, undoTable);
        } catch (SQLException e) {
            throw new MigrationsException("The schema cannot be read: " + e.getMessage(), e);
        }
    }
}
