package dev.switchback.lint.history;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFile.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/** Finds versioned migrations that are not as they were. */
final class ChangedMigrations {

    private final Map<MigrationVersion, List<MigrationFile>> now;
    private final List<MigrationFile> all;
    private final OldState state;

    /**
     * Where migrations are known from.
     *
     * @param since the words for it: {@code the merge base with origin/main (1a2b3c4)}
     * @param remedy what brings an old file back, as a sentence, where its place stands for {@code %s}
     * @param missingAllowed whether Flyway is told to ignore old migrations that are gone
     */
    record OldState(String since, String remedy, boolean missingAllowed) {}

    ChangedMigrations(List<MigrationFile> versioned, OldState state) {
        this.all = versioned;
        this.now = versioned.stream()
                .collect(Collectors.groupingBy(file -> file.version().orElseThrow()));
        this.state = state;
    }

    List<LintFinding> of(List<OldMigration> old) {
        Set<MigrationVersion> known =
                old.stream().flatMap(each -> each.version().stream()).collect(Collectors.toSet());
        List<LintFinding> findings = new ArrayList<>();
        for (OldMigration each : old) {
            List<MigrationFile> candidates = now.getOrDefault(each.version().orElseThrow(), List.of());
            if (candidates.isEmpty()) {
                gone(each, known).ifPresent(findings::add);
            } else {
                changed(each, nearest(each, candidates)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static MigrationFile nearest(OldMigration old, List<MigrationFile> candidates) {
        return candidates.stream()
                .min(Comparator.comparing((MigrationFile file) -> !file.name().equals(old.name()))
                        .thenComparing(file -> !old.isSame().test(file.content())))
                .orElseThrow();
    }

    private Optional<LintFinding> changed(OldMigration old, MigrationFile file) {
        boolean isRenamed = !file.description()
                .replace('_', ' ')
                .equals(old.parsed().description().replace('_', ' '));
        if (file.kind() != old.parsed().kind()) {
            return Optional.of(LintFinding.of(
                            HistoryRules.EDITED,
                            file.shown(),
                            0,
                            "%s was %s at %s".formatted(file.name(), old.name(), state.since()))
                    .because("", why("A migration keeps its kind.", old)));
        } else if (isRenamed) {
            return Optional.of(LintFinding.of(
                            HistoryRules.RENAMED,
                            file.shown(),
                            0,
                            "it was called %s at %s".formatted(old.name(), state.since()))
                    .because("", why("Flyway compares the description, too.", old)));
        } else if (file.kind() == Kind.VERSIONED && !old.isSame().test(file.content())) {
            return Optional.of(LintFinding.of(
                            HistoryRules.EDITED,
                            file.shown(),
                            old.firstChange().apply(file.content()),
                            "its content is not that of " + state.since())
                    .because("", why("Its checksum is another one, comments included.", old)));
        }
        return Optional.empty();
    }

    private Optional<LintFinding> gone(OldMigration old, Set<MigrationVersion> known) {
        Optional<MigrationFile> moved = all.stream()
                .filter(file -> file.kind() == Kind.VERSIONED
                        && old.parsed().kind() == Kind.VERSIONED
                        && !known.contains(file.version().orElseThrow())
                        && !file.text().isBlank()
                        && old.isSame().test(file.content()))
                .findFirst();
        if (moved.isPresent()) {
            return Optional.of(LintFinding.of(
                            HistoryRules.RENAMED,
                            moved.get().shown(),
                            0,
                            "it was called %s at %s".formatted(old.name(), state.since()))
                    .because(
                            "",
                            why(
                                    "Under another version it runs again where it has run, and the old version is missing.",
                                    old)));
        }
        return state.missingAllowed()
                ? Optional.empty()
                : Optional.of(LintFinding.of(
                                HistoryRules.DELETED,
                                old.place(),
                                0,
                                "%s is gone since %s".formatted(old.name(), state.since()))
                        .because("", why("Databases that ran it remember it.", old)));
    }

    private String why(String reason, OldMigration old) {
        return "%s Flyway refuses to go on where it has run. %s Write what is to change into a new migration."
                .formatted(reason, state.remedy().formatted(old.place()));
    }
}
