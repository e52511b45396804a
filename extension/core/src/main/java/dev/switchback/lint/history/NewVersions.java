package dev.switchback.lint.history;

import static java.util.stream.Collectors.toMap;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.lint.history.GitRepository.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/** Compares the versions that a branch adds with those that are on the main branch by now, and on other branches. */
final class NewVersions {

    private final MigrationNames names;
    private final List<MigrationFile> added;
    private final Map<MigrationVersion, Entry> atBase;

    NewVersions(MigrationNames names, List<MigrationFile> versioned, List<Entry> atBase) {
        this.names = names;
        this.atBase = versions(atBase);
        this.added = versioned.stream()
                .filter(file -> !this.atBase.containsKey(file.version().orElseThrow()))
                .toList();
    }

    /** Findings on versions that the main branch has under another name, or has passed. */
    List<LintFinding> against(String main, List<Entry> atTip, boolean outOfOrderAllowed) {
        NavigableMap<MigrationVersion, Entry> versions = versions(atTip);
        Optional<MigrationVersion> highest = highest(versions);
        List<LintFinding> findings = new ArrayList<>();
        for (MigrationFile file : added) {
            MigrationVersion version = file.version().orElseThrow();
            Entry other = versions.get(version);
            if (other != null) {
                if (!other.name().equals(file.name())) {
                    findings.add(taken(HistoryRules.TAKEN, file, main, other, highest.orElseThrow()));
                }
            } else if (!outOfOrderAllowed
                    && highest.filter(last -> version.compareTo(last) < 0).isPresent()) {
                findings.add(outOfOrder(file, main, versions.lastEntry().getValue()));
            }
        }
        return findings;
    }

    /** Findings on versions that a branch that is not merged has under another name. */
    List<LintFinding> againstBranch(String branch, List<Entry> atTip) {
        NavigableMap<MigrationVersion, Entry> versions = versions(atTip);
        List<LintFinding> findings = new ArrayList<>();
        for (MigrationFile file : added) {
            Entry other = versions.get(file.version().orElseThrow());
            if (other != null && !other.name().equals(file.name())) {
                findings.add(taken(
                        HistoryRules.TAKEN_ON_BRANCH,
                        file,
                        branch,
                        other,
                        highest(versions).orElseThrow()));
            }
        }
        return findings;
    }

    private Optional<MigrationVersion> highest(NavigableMap<MigrationVersion, Entry> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
    }

    private static LintFinding taken(
            LintRule rule, MigrationFile file, String branch, Entry other, MigrationVersion highest) {
        return LintFinding.of(
                        rule,
                        file.shown(),
                        0,
                        "version %s is %s on %s".formatted(file.version().orElseThrow(), other.name(), branch))
                .because(
                        "",
                        "When both are merged, two migrations have one version, and Flyway refuses to run any. Give this one, and its undo, a version above %s."
                                .formatted(highest));
    }

    private static LintFinding outOfOrder(MigrationFile file, String main, Entry last) {
        return LintFinding.of(
                        HistoryRules.OUT_OF_ORDER,
                        file.shown(),
                        0,
                        "its version %s is below that of %s, which is on %s"
                                .formatted(file.version().orElseThrow(), last.name(), main))
                .because(
                        "",
                        "Where that one has run, Flyway does not run this one any more, and validate fails. Give it, and its undo, a higher version.");
    }

    private NavigableMap<MigrationVersion, Entry> versions(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> names
                        .parse(entry.name())
                        .filter(MigrationNames.Parsed::runsOnce)
                        .flatMap(MigrationNames.Parsed::version)
                        .map(version -> Map.entry(version, entry))
                        .stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Whether the branch adds any version. */
    boolean exist() {
        return !added.isEmpty();
    }
}
