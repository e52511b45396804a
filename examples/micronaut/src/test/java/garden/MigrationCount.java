package garden;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Counts the runs of the application's own Flyway, and the migrations that it runs. */
@Singleton
@Named("default")
class MigrationCount extends BaseCallback implements FlywayConfigurationCustomizer {

    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger migrations = new AtomicInteger();

    @Override
    public String getName() {
        return "default";
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration configuration) {
        configuration.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        (event == Event.BEFORE_MIGRATE ? runs : migrations).incrementAndGet();
    }
}
