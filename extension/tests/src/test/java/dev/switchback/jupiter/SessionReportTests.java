package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.PreviousVersion;
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

    @Test
    void statementsOfThePreviousVersionAreToldWithTheMigrationThatTheyRunInto() {
        Engine.run(RefusedTestCase.class, Map.of(SwitchbackParameters.REPORT, page.toString()));

        String title =
                "queries/v41/orders.sql:5: a statement of the previous version is refused after V3__drop_note.sql:";
        assertThat(page)
                .content()
                .contains("Judged by statements of the previous version at")
                .containsSubsequence("<span class=\"name\">V3 drop note</span>", "<h4>" + title)
                .contains(
                        "title=\"docs/previous-version.md#what-is-found\"><code>previous-version-refused</code></a> in <code>",
                        "queries/v41/orders.sql:5</code>",
                        "id=\"rule-previous-version-refused\"");
        assertThat(page.resolveSibling("shop.json"))
                .content()
                .contains(
                        "\"source\":\"previous-version\",\"rule\":\"previous-version-refused\",\"severity\":\"fail\",\"migration\":\"V3 drop note\"",
                        "queries/v41/orders.sql\",\"line\":5",
                        "\"change\":\"removed\",\"kind\":\"column\",\"name\":\"public.orders.note\"");
    }

    @TestDatabase(migrations = "classpath:jupiter/previous")
    static class RefusedTestCase {

        @PreviousVersion(value = "queries/v41/*.sql", from = "2")
        void version41GetsOn() {}
    }
}
