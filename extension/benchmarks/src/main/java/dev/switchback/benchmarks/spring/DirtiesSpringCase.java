package dev.switchback.benchmarks.spring;

import dev.switchback.benchmarks.Servers;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With {@code @DirtiesContext}: a new context for each test, and for it an empty database on a server that goes on. */
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
public abstract class DirtiesSpringCase extends SpringCase {

    /** For the whole JVM, at whose end the server ends, too. */
    private static final class OneServer {
        static final Server SERVER = Servers.start("");
    }

    @DynamicPropertySource
    static void newDatabase(DynamicPropertyRegistry properties) {
        Database database = OneServer.SERVER.create();
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }
}
