package dev.switchback.lint;

import dev.switchback.lint.effect.EffectRun;
import dev.switchback.lint.effect.LintDialect;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.drift.Drift;
import dev.switchback.migration.drift.ReadOnlyTransaction;
import dev.switchback.migration.drift.StateCopy;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/** Makes the copy for a dry run, and runs there what is pending. */
final class DryRunCopy {

    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final Server server;
    private final Configuration configuration;
    private final LintSettings settings;
    private final SecretPlaceholders secrets;
    private final List<DryRunMigration> migrations = new ArrayList<>();
    private final List<LintFinding> findings = new ArrayList<>();
    private final LockTimeouts timeouts = new LockTimeouts();

    DryRunCopy(Server server, Configuration configuration, LintSettings settings) {
        this.server = server;
        this.configuration = configuration;
        this.settings = settings.withScope(LintScope.all());
        this.secrets = SecretPlaceholders.of(configuration);
    }

    DryRun run() {
        DataSource original = configuration.getDataSource();
        if (original == null) {
            throw new MigrationsException(
                    "Flyway is configured without a database. Give it the one that the migrations are meant for, with dataSource(...).");
        }
        LintDialect dialect = LintDialect.ofProduct(server.product());
        SaferWays saferWays = dialect.saferWays();
        EffectJudge judge = new EffectJudge(
                new FilesAndHistory(configuration, settings, System::getenv),
                settings,
                saferWays,
                new TableWeights(settings.tables(), rowCounts(original, dialect), dialect));
        try (Database copy = server.create()) {
            Configuration own = Flyway.configure(configuration.getClassLoader())
                    .configuration(configuration)
                    .dataSource(copy.dataSource());
            Drift drift = StateCopy.make(original, own);
            MigrationScripts scripts = ScriptScan.of(own, List.of(), copy.dataSource());
            Optional<Finding> failure = new EffectRun(own, scripts, migration -> false, effects -> take(effects, judge))
                    .on(copy, TIME_LIMIT);
            failure.map(EffectJudge::failed).map(this::hidden).ifPresent(findings::add);
            List<Migration> run =
                    migrations.stream().map(DryRunMigration::migration).toList();
            return new DryRun(drift, migrations, new LintReport(run, findings, remarks(scripts, saferWays)));
        }
    }

    private static Map<String, Long> rowCounts(DataSource original, LintDialect dialect) {
        try (Connection there = original.getConnection()) {
            return ReadOnlyTransaction.on(there, () -> dialect.rowCounts(there));
        } catch (SQLException e) {
            throw new MigrationsException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(MigrationEffects effects, EffectJudge judge) {
        List<DryRunStatement> statements = effects.statements().stream()
                .map(statement -> new DryRunStatement(
                        statement.line(),
                        secrets.hidden(statement.sql()).strip(),
                        statement.isInTransaction(),
                        EffectText.of(statement),
                        statement.time()))
                .toList();
        migrations.add(new DryRunMigration(effects.migration(), effects.file(), statements, effects.difference()));
        judge.findings(effects).stream().map(this::hidden).forEach(findings::add);
        timeouts.count(effects);
    }

    private LintFinding hidden(LintFinding finding) {
        return finding.at(finding.line(), secrets.hidden(finding.statement()))
                .because(secrets.hidden(finding.effect()), secrets.hidden(finding.reason()));
    }

    private List<String> remarks(MigrationScripts scripts, SaferWays saferWays) {
        List<String> remarks = new ArrayList<>();
        if (!migrations.isEmpty()) {
            remarks.add(
                    "The copy has only those rows that migrations write: whether the rows of the database break a migration is not known, and neither is how long it takes there.");
        }
        timeouts.remark(saferWays.lockTimeout()).ifPresent(remarks::add);
        List<String> callbacks = scripts.callbackScripts(configuration).stream()
                .map(Script::name)
                .toList();
        if (!callbacks.isEmpty() || configuration.getCallbacks().length > 0) {
            remarks.add("Callbacks ran on the copy, too, and are not listed%s."
                    .formatted(callbacks.isEmpty() ? "" : ": " + String.join(", ", callbacks)));
        }
        if (configuration.isGroup() && migrations.size() > 1) {
            remarks.add(
                    "Flyway is to run all of them in one transaction (group), so locks are held until the last one has run.");
        }
        return remarks;
    }
}
