package dev.switchback.migration.log;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.ValidateResult;

/** Flyway as Switchback runs it: its log is kept as {@link FlywayLog} says. */
public final class QuietFlyway {

    private final Flyway flyway;

    private QuietFlyway(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Loads a configuration that belongs to the caller, and changes its loggers. */
    public static QuietFlyway load(FluentConfiguration own) {
        FlywayLog.prepare(own);
        return new QuietFlyway(FlywayLog.keep(own, own::load));
    }

    public MigrateResult migrate() {
        return FlywayLog.keep(configuration(), flyway::migrate);
    }

    public MigrationInfoService info() {
        return FlywayLog.keep(configuration(), flyway::info);
    }

    public ValidateResult validateWithResult() {
        return FlywayLog.keep(configuration(), flyway::validateWithResult);
    }

    public Configuration configuration() {
        return flyway.getConfiguration();
    }

    /** The Flyway whose configuration others go by; what it runs by itself is not kept. */
    public Flyway flyway() {
        return flyway;
    }
}
