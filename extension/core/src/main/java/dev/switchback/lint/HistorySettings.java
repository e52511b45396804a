package dev.switchback.lint;

import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the lint rules on history. Immutable; equal if all settings are.
 */
public final class HistorySettings {

    private final Optional<String> mainBranch;
    private final Optional<String> released;

    private HistorySettings(Optional<String> mainBranch, Optional<String> released) {
        this.mainBranch = mainBranch;
        this.released = released;
    }

    /** The main branch is found, and no file says what was released. */
    public static HistorySettings defaults() {
        return new HistorySettings(Optional.empty(), Optional.empty());
    }

    /**
     * The same settings with the branch that old migrations are compared with.
     *
     * @param branch a branch or another name of a commit: {@code origin/develop}
     */
    public HistorySettings withMainBranch(String branch) {
        return new HistorySettings(Optional.of(branch), released);
    }

    /**
     * The same settings with a file of the migrations that were released, none of which may change. Each line has the name of a
     * file and the checksum that Flyway keeps of it, with a comma or blanks between them.
     *
     * <p>With the JVM's property {@code switchback.released=update}, migrations that the file lacks are added to it. Where the
     * environment variable {@code CI} is set, it is only read.
     *
     * @param file a path below {@code src/test/resources}: {@code released.csv}
     */
    public HistorySettings withReleased(String file) {
        return new HistorySettings(mainBranch, Optional.of(file));
    }

    /** The branch that is compared with; empty if it is to be found. */
    public Optional<String> mainBranch() {
        return mainBranch;
    }

    /** The file of released migrations. */
    public Optional<String> released() {
        return released;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistorySettings that
                && mainBranch.equals(that.mainBranch)
                && released.equals(that.released);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mainBranch, released);
    }

    @Override
    public String toString() {
        return "HistorySettings[main=%s, released=%s]".formatted(mainBranch.orElse("found"), released.orElse("none"));
    }
}
