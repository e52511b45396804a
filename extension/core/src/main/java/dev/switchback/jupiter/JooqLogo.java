package dev.switchback.jupiter;

/** The logo and the tip that jOOQ logs, some thirty lines, when a JVM renders its first statement. */
final class JooqLogo {

    private JooqLogo() {}

    /** Keeps both out of the test run, unless the build has set jOOQ's own properties for them. */
    static void leaveOut() {
        for (String property : new String[] {"org.jooq.no-logo", "org.jooq.no-tips"}) {
            System.getProperties().putIfAbsent(property, "true");
        }
    }
}
