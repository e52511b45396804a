package dev.switchback;

/** The way in which a database comes back to its seeded state before the next test: see {@link SeededFixtures#reset()}. */
public enum Reset {

    /** The rows and sequences that a test has changed are put back, and the next test gets the same database. */
    ROWS,

    /** Each test gets a new copy. */
    COPY,

    /**
     * As {@link #COPY}; but where a class shares one database, because a {@code @BeforeAll} method or the constructor of a
     * {@code PER_CLASS} class asks for it, each test finds what the tests before it left.
     */
    NONE
}
