package dev.switchback.lint;

import dev.switchback.migration.Severity;
import dev.switchback.migration.drift.Drift;
import dev.switchback.provision.Server;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * The statements that Flyway would run in a database, in order, with what each does:
 *
 * <pre>{@code
 * DryRun dryRun = DryRun.of(server, flyway);    // flyway has the database in question
 * System.out.println(dryRun);
 * }</pre>
 *
 * <p>They run on a copy, which is a new database on the server: the migrations that the history of the database has make it, and it is
 * given that history. The database itself is only read, in a transaction in which its server refuses to write; Flyway does not
 * touch it. So a role that may read is enough, and the history table stays as it is.
 *
 * <p>The copy has no rows but those that migrations write, and nothing that no migration has made: {@link #drift()} says in what it
 * differs. Callbacks and initial SQL run on the copy alone.
 *
 * <p>Immutable. Made by Switchback only, so that it may say more in later versions.
 */
public final class DryRun {

    private final Drift drift;
    private final List<DryRunMigration> migrations;
    private final LintReport report;

    DryRun(Drift drift, List<DryRunMigration> migrations, LintReport report) {
        this.drift = drift;
        this.migrations = List.copyOf(migrations);
        this.report = report;
    }

    /** The dry run with the settings of the project. */
    public static DryRun of(Server server, Flyway flyway) {
        return of(server, flyway, LintSettings.ofProject());
    }

    /**
     * Runs what is pending on a copy.
     *
     * @param server where the copy is made and dropped again; not the one of the database, if that is not to do the work
     * @param flyway has the database as its data source
     * @param settings which rules judge what is pending; its scope and frozen findings do not count
     * @throws dev.switchback.migration.MigrationsException if Flyway would refuse to begin, or if what ran there does not run
     *     on the copy
     */
    public static DryRun of(Server server, Flyway flyway, LintSettings settings) {
        return new DryRunCopy(server, flyway.getConfiguration(), settings).run();
    }

    /** The newest version that is applied in the database; empty if none is. */
    public String version() {
        return drift.version();
    }

    /** The migrations that would be applied, in order; if one fails, those before it. */
    public List<DryRunMigration> migrations() {
        return migrations;
    }

    /** The findings on them, with what fails, and sentences on what a dry run cannot see. */
    public LintReport report() {
        return report;
    }

    /** The difference between the database and the copy, before anything pending has run. */
    public Drift drift() {
        return drift;
    }

    /** Whether something would fail, or is not to be done without a second thought. */
    public boolean fails() {
        return report.findings().stream().anyMatch(finding -> finding.severity() == Severity.FAIL);
    }

    /** All of it in words. */
    @Override
    public String toString() {
        return DryRunText.of(this);
    }
}
