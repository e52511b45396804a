package dev.switchback.spring;

import dev.switchback.jupiter.RunningTests;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Brings the database to the rows of a test before the test's transaction begins and its scripts run. */
final class TestDatabaseListener implements TestExecutionListener, Ordered {

    /** After the listeners that may replace the context (3000), before those for transactions (4000) and scripts (5000). */
    private static final int ORDER = 3500;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        RunningTests.keepingRows(test.getTestClass())
                .ifPresent(running -> SpringTests.databaseOf(test.getApplicationContext())
                        .ifPresent(database -> database.beginClass(running)));
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        RunningTests.test()
                .filter(running -> running.getRequiredTestClass() == test.getTestClass())
                .ifPresent(running -> SpringTests.databaseOf(test.getApplicationContext())
                        .ifPresent(database -> database.begin(running)));
    }
}
