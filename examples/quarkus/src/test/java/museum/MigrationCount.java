package museum;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Counts the runs of the application's own Flyway, and the migrations that it runs. */
@Singleton
public class MigrationCount extends BaseCallback implements FlywayConfigurationCustomizer {

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger migrations = new AtomicInteger();

    @Override
    public void customize(FluentConfiguration configuration) {
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

    int runs() {
        return runs.get();
    }

    int migrations() {
        return migrations.get();
    }
}
