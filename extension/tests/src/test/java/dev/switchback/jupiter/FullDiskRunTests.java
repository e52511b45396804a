package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A disk on which there is no space left, before, while and after tests run. */
class FullDiskRunTests {

    private static final long MEGABYTE = 1 << 20;
    private static final long ENOUGH = 400 * MEGABYTE;

    @SuppressWarnings("NullAway.Init") // set before each test
    private static SmallDisk disk;

    private static long roomAfterwards;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount();
        roomAfterwards = ENOUGH;
    }

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    private static Map<String, String> there() {
        return Map.of(
                SwitchbackParameters.TEMPLATES,
                "on",
                "switchback.embedded-postgres.folder",
                disk.path().toString());
    }

    private static Path folder(String name) {
        return disk.path().resolve("switchback").resolve(name);
    }

    private static long templates() throws IOException {
        try (Stream<Path> files = Files.list(folder("templates"))) {
            return files.count();
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class OneTestCase {

        @Test
        void counts(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isZero();
        }

        @AfterAll
        static void leaveRoom() throws IOException {
            disk.leave(roomAfterwards);
        }
    }

    @Test
    void whereTemplatesCannotBeKeptNoTestFailsAndNothingIsLeftOfThem() throws IOException {
        for (long room : List.of(0L, 10 * MEGABYTE)) {
            roomAfterwards = room;
            Engine.succeeds(OneTestCase.class, 1, there());
            assertThat(folder("templates")).isEmptyDirectory();
            assertThat(folder("scratch")).isEmptyDirectory();
            assertThat(folder("servers")).isEmptyDirectory();
            disk.leave(ENOUGH);
        }

        roomAfterwards = ENOUGH;
        Engine.succeeds(OneTestCase.class, 1, there());
        assertThat(templates()).isOne();
    }

    @Test
    void keptTemplatesStayWhereThereIsNoSpaceForAServer() throws IOException {
        Engine.succeeds(OneTestCase.class, 1, there());
        disk.leave(10 * MEGABYTE);
        assertThat(Engine.failure(OneTestCase.class, there()))
                .startsWith("There is no space for PostgreSQL in " + folder("servers") + ": 10 MB are free.");
        assertThat(folder("servers")).isEmptyDirectory();
        assertThat(templates()).isOne();

        disk.leave(ENOUGH);
        Engine.succeeds(OneTestCase.class, 1, there());
        assertThat(templates()).isOne();
    }

    @Test
    void aTestThatFillsTheDiskFailsAndThoseAfterItDoNot() {
        List<Throwable> failures = Engine.failures(Engine.run(FillingTestCase.class, there()));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("No space left on device"));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FillingTestCase {

        @Test
        @Order(1)
        void counts(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(2);
        }

        /** Not logged, because the server ends where there is no space for its log. */
        @Test
        @Order(2)
        void fillsTheDisk(DSLContext sql) throws IOException {
            disk.leave(8 * MEGABYTE);
            sql.execute("CREATE UNLOGGED TABLE much (text text)");
            sql.execute("INSERT INTO much SELECT repeat('x', 1000) FROM generate_series(1, 100000)");
        }

        @Test
        @Order(3)
        void countsAgain(DSLContext sql) {
            counts(sql);
        }

        @Test
        @Order(4)
        void countsOnceMore(DSLContext sql) {
            counts(sql);
        }
    }
}
