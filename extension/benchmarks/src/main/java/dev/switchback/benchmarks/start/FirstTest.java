package dev.switchback.benchmarks.start;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.benchmarks.Jvm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of one test with a database: from the first callback of an extension to the answer to the test's first statement. */
public final class FirstTest {

    private static final AtomicLong BEGUN = new AtomicLong();

    private FirstTest() {}

    /** Comes before the extension that gives databases. */
    static final class Beginning implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            BEGUN.set(System.nanoTime());
        }
    }

    @ExtendWith(Beginning.class)
    @TestDatabase
    static class TestCase {

        @Test
        void asks(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            Jvm.tell(System.nanoTime() - BEGUN.get());
        }
    }

    /** The location of the migrations, and a folder for what the machine keeps. */
    public static void main(String[] arguments) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(TestCase.class))
                            .configurationParameter(SwitchbackParameters.MIGRATIONS, arguments[0])
                            .configurationParameter(SwitchbackParameters.REPORT, "off")
                            .configurationParameter("switchback.embedded-postgres.folder", arguments[1])
                            .build());
        }
    }
}
