package dev.switchback.postgresql;

/** The version of PostgreSQL that providers of servers start if no version is asked for. */
public final class DefaultVersion {

    /** The major version, such as 17. */
    public static final String MAJOR = "17";

    /** The version of the artifact with the binaries, such as 17.11.0: the property {@code postgresql.version} of the build. */
    public static final String ARTIFACT = MAJOR + ".11.0";

    private DefaultVersion() {}
}
