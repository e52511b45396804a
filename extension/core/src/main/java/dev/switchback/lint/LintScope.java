package dev.switchback.lint;

import org.apiguardian.api.API;

/**
 * The migrations that a lint judges. Those before them run all the same, so that the others meet the schema that they will
 * meet.
 */
public sealed interface LintScope {

    /** All migrations. */
    static LintScope all() {
        return new All();
    }

    /** The migrations that are not on the main branch yet, or were changed since; git is asked for them. */
    static LintScope sinceMergeBase() {
        return new SinceMergeBase();
    }

    /**
     * The migrations from a version on, and all repeatable ones.
     *
     * @param version as Flyway writes it: {@code 42} or {@code 2.1}
     */
    static LintScope since(String version) {
        return new SinceVersion(version);
    }

    /** All migrations. */
    record All() implements LintScope {

        @API(status = API.Status.INTERNAL)
        public All {}
    }

    /** Migrations that are new since the merge base with the main branch. */
    record SinceMergeBase() implements LintScope {

        @API(status = API.Status.INTERNAL)
        public SinceMergeBase {}
    }

    /** From a version on. */
    record SinceVersion(String version) implements LintScope {

        @API(status = API.Status.INTERNAL)
        public SinceVersion {}
    }
}
