package dev.switchback.lint.files;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The next version of those that are dates and times: now, or as soon as possible after the newest. */
final class NextMoment {

    private static final int TO_THE_MINUTE = 12;

    private final Optional<LocalDateTime> newest;
    private final String written;
    private final LocalDateTime now;

    NextMoment(Optional<MigrationFile> newest, LocalDateTime now) {
        this.written = newest.map(MigrationFile::writtenVersion).orElse("");
        this.newest = NamePattern.moment(written);
        this.now = now;
    }

    /** Whether the newest version is a date and time. */
    boolean follows() {
        return newest.isPresent();
    }

    /** The version, as exact as the newest one. */
    String text() {
        return follows() ? text(written.length()) : text(TO_THE_MINUTE);
    }

    String toTheSecond() {
        return text(TO_THE_MINUTE + 2);
    }

    private String text(int digits) {
        ChronoUnit unit = digits == TO_THE_MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        LocalDateTime truncated = now.truncatedTo(unit);
        return NamePattern.version(
                newest.map(last -> last.plus(1, unit))
                        .filter(truncated::isBefore)
                        .orElse(truncated),
                digits);
    }
}
