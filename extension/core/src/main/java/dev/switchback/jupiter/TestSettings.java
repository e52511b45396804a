package dev.switchback.jupiter;

import java.util.Optional;

/**
 * The settings of one test or test class, checked. {@link SettingsReader} makes them, and nothing behind it reads an annotation
 * or a configuration parameter.
 *
 * @param database where the test begins
 * @param expectations of a test only: a class has none
 * @param isReadOnly whether it shares a database with all others that only read
 * @param keeping which databases stay after the run
 * @param range the way of a {@link dev.switchback.MigrationTest}; empty for any other test
 */
record TestSettings(
        DatabaseSettings database,
        SeedingRequest seeding,
        Expectations expectations,
        Optional<MigrationTestRange> range,
        boolean isReadOnly,
        Keeping keeping) {}
