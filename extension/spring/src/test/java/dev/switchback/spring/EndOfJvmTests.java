package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contexts are closed when the JVM ends, in any order with the server: nobody is warned of that. */
class EndOfJvmTests {

    @Test
    void anApplicationWhoseServerIsGoneEndsInSilence() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunTests.class.getName())
                .redirectErrorStream(true)
                .start();
        jvm.getOutputStream().close();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).isZero();
        assertThat(output).contains("the test has run", "a connection is waited for 250 ms");
        assertThat(output.substring(output.indexOf("the test has run")))
                .doesNotContain("Exception")
                .doesNotContain("switchback_")
                .doesNotContain("Destroy");
    }

    /** Runs one test; the context is cached until Spring's shutdown hook closes it. */
    static final class RunTests {

        private RunTests() {}

        public static void main(String[] arguments) {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(OneTestCase.class))
                            .build());
        }
    }

    /** Would wait for a connection when the server is gone. */
    record Closing(HikariDataSource pool) {

        @PreDestroy
        void close() {
            System.out.println("a connection is waited for " + pool.getConnectionTimeout() + " ms");
        }
    }

    @SpringBootTest(classes = {ShopApplication.class, Closing.class})
    @TestDatabase
    static class OneTestCase {

        @Autowired
        JdbcTemplate sql;

        @Test
        void runs() {
            assertThat(sql.queryForObject("SELECT count(*) FROM customer", Long.class))
                    .isEqualTo(1);
            System.out.println("the test has run");
        }
    }
}
