package dev.switchback.lint;

import dev.switchback.lint.effect.EffectRun;
import dev.switchback.lint.effect.LintDialect;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptScan;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Runs the migrations on an empty database, through Flyway, and judges what each does to a running system while it runs.
 *
 * <pre>{@code
 * LintReport report = Lint.of(server, Flyway.configure().locations("classpath:db/migration"), LintSettings.defaults()).run();
 * System.out.println(report);
 * }</pre>
 */
public final class Lint {

    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final Server server;
    private final Configuration flyway;
    private final LintSettings settings;
    private final LintDialect dialect;

    /** Those about the lint itself. */
    private static final Set<LintRule> BESIDE = Stream.concat(Stream.of(LintRules.FAILS), SuppressionRules.ALL.stream())
            .collect(Collectors.toSet());

    private Lint(Server server, Configuration flyway, LintSettings settings, LintDialect dialect) {
        this.server = server;
        this.flyway = flyway;
        this.settings = settings;
        this.dialect = dialect;
    }

    /**
     * Prepares a lint.
     *
     * @param flyway how the migrations are found and run; its data source is not used
     */
    public static Lint of(Server server, Configuration flyway, LintSettings settings) {
        return new Lint(server, flyway, settings, LintDialect.ofProduct(server.product()));
    }

    /**
     * Lints all migrations.
     *
     * @throws dev.switchback.migration.MigrationsException if Flyway cannot begin with them
     * @throws LintException if the settings cannot be followed, with what to do
     */
    public LintReport run() {
        checkThatOneIsOn(settings);
        FilesAndHistory files = new FilesAndHistory(flyway, settings, System::getenv);
        TableWeights weights = new TableWeights(settings.tables(), Map.of(), dialect);
        SaferWays saferWays = dialect.saferWays();
        try (Database database = server.create();
                SaferWayTrials saferWayTrials = new SaferWayTrials(server, flyway, saferWays)) {
            MigrationScripts scripts = ScriptScan.of(flyway, List.of(), database.dataSource());
            if (!scripts.concernServer(
                    flyway, MigrationDialect.ofProductOf(database.dataSource()).scripts())) {
                saferWayTrials.beginEarly();
            }
            List<Migration> migrations = new ArrayList<>();
            List<LintFinding> findings = new ArrayList<>();
            List<String> remarks = new ArrayList<>();
            List<MigrationLocks> locks = new ArrayList<>();
            LockTimeouts timeouts = new LockTimeouts();
            UnseenUndos undos = new UnseenUndos();
            EffectJudge judge = new EffectJudge(files, settings, saferWays, weights);
            Optional<Finding> failure = new EffectRun(flyway, scripts, files::judges, effects -> {
                        weights.see(effects);
                        if (files.judges(effects.migration())) {
                            migrations.add(effects.migration());
                            locks.add(MigrationLocks.of(effects));
                            List<LintFinding> found = judge.findings(effects);
                            findings.addAll(found);
                            saferWayTrials.add(effects, found);
                            timeouts.count(effects);
                            effects.undo().ifPresent(undos::count);
                        } else {
                            saferWayTrials.add(effects, List.of());
                        }
                    })
                    .on(database, TIME_LIMIT);
            if (failure.isEmpty()) {
                weights.check(flyway.getTable());
            }
            Map<LintFinding, LintFinding> refused = saferWayTrials.refused();
            findings.replaceAll(finding -> refused.getOrDefault(finding, finding));
            failure.ifPresent(finding -> findings.add(EffectJudge.failed(finding)));
            findings.addAll(files.rest());
            timeouts.remark(saferWays.lockTimeout()).ifPresent(remarks::add);
            remarks.addAll(undos.remarks());
            remarks.addAll(files.remarks());
            return new LintReport(migrations, unfrozen(settings, findings), remarks, locks);
        }
    }

    /**
     * Lints the files and their history alone, without a database: names, headers, credentials, and what git says.
     *
     * @param flyway how the migrations are found
     * @throws LintException if the settings cannot be followed, with what to do
     */
    public static LintReport ofFiles(Configuration flyway, LintSettings settings) {
        checkThatOneIsOn(settings);
        FilesAndHistory files = new FilesAndHistory(flyway, settings, System::getenv);
        return new LintReport(List.of(), unfrozen(settings, files.rest()), files.remarks());
    }

    private static void checkThatOneIsOn(LintSettings settings) {
        if (LintRules.all().stream().filter(rule -> !BESIDE.contains(rule)).noneMatch(settings::isOn)) {
            throw new LintException(
                    "All lint rules are switched off, so nothing would be judged. Leave one on, or leave the lint out.");
        }
    }

    private static List<LintFinding> unfrozen(LintSettings settings, List<LintFinding> findings) {
        return settings.frozen()
                .map(file -> FrozenFindings.without(file, settings, findings))
                .orElse(findings);
    }
}
