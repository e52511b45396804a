package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.Switchback;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Severity;
import dev.switchback.schema.ObjectKind;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings that annotations cannot hold are given in code; the annotation holds the settings of this round trip only. */
class ConfiguredTest {

    @RegisterExtension
    static final Switchback db = Switchback.builder()
            .flyway(flyway -> flyway.placeholders(Map.of("tenant", "test")))
            .serverSetting("max_connections", "40")
            .build();

    @MigrationRoundTrip(from = "15", columnOrder = Severity.FAIL, exclude = "audit.*")
    void newerMigrationsComeBackDown(MigrationStep step) {
        assertThat(step.after().objects(ObjectKind.TABLE)).isNotEmpty();
    }
}
