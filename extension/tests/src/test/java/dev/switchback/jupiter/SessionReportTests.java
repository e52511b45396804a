package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReportTests {

    private final Path page;

    SessionReportTests(@TempDir Path folder) {
        page = folder.resolve("reports/shop.html");
    }

    private void run(String report) {
        Engine.run(ShopTestCase.class, Map.of(SwitchbackParameters.REPORT, report));
    }

    @Test
    void theVerdictsOfARunAreInThePageThatTheParameterNames() {
        run(page.toString());

        assertThat(page)
                .content()
                .contains("classpath:jupiter/shop, judged by " + ShopTestCase.class.getName(), "V3 index names");
        assertThat(page.resolveSibling("shop.json")).content().contains("\"name\":\"V3 index names\"");
    }

    @Test
    void offWritesNothing() {
        run("off");

        assertThat(page.getParent()).doesNotExist();
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ShopTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }
}
