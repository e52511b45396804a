package dev.switchback.jupiter;

import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The configuration of an application's own Flyway. Equal ones give equal databases.
 *
 * @param key equal for configurations that mean the same
 * @param before what has migrated the database before
 */
record OwnFlyway(
        Object key, Optional<DatabaseSettings> before, Consumer<FluentConfiguration> more, Configuration configuration)
        implements Consumer<FluentConfiguration> {

    @Override
    public void accept(FluentConfiguration flyway) {
        flyway.configuration(configuration);
        more.accept(flyway);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnFlyway that
                && key.equals(that.key)
                && before.equals(that.before)
                && more.equals(that.more);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
