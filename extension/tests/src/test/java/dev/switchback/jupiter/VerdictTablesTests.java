package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.MigrationChecks;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Standard output is everybody's: no other test may run beside these. */
@Isolated
class VerdictTablesTests {

    private static final String SHOP =
            """
              V1  create customer   up   down   again   ok
              V2  create purchase   up   down   again   ok
              V3  index names       up   down   again   ok
            """;

    @Test
    void allChecksOfAClassGiveOneTable() {
        assertThat(printedBy(ChecksTestCase.class)).startsWith(SHOP).containsOnlyOnce("V1  ");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ChecksTestCase implements MigrationChecks {}

    @Test
    void anotherClassWithTheSameVerdictsGivesNoOther() {
        assertThat(printedBy(ChecksTestCase.class, GateTestCase.class))
                .startsWith(SHOP)
                .containsOnlyOnce("V1  ");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @MigrationRoundTrip
    static class GateTestCase {

        @Test
        void behindTheGate() {}
    }

    @Test
    void otherMigrationsGiveAnother() {
        assertThat(printedBy(GateTestCase.class, PeopleTestCase.class).split("V1  ", -1))
                .hasSize(3);
    }

    @TestDatabase(migrations = "classpath:jupiter/people")
    static class PeopleTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }

    private static String printedBy(Class<?>... testCases) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                    .selectors(Arrays.stream(testCases)
                            .map(type -> selectClass(type))
                            .toList())
                    .execute();
        } finally {
            System.setOut(before);
        }
        return ConsoleReport.verdictsAlone(printed.toString(StandardCharsets.UTF_8));
    }
}
