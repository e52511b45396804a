package dev.switchback.lint.history;

import static java.util.stream.Collectors.joining;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** Finds versions that are there twice, and numbers that are left out, among the files alone. */
final class VersionLine {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private VersionLine() {}

    /** One finding for each version, at the file that comes last. */
    static List<LintFinding> duplicates(List<MigrationFile> versioned) {
        TreeMap<MigrationVersion, List<MigrationFile>> byVersion = new TreeMap<>();
        versioned.forEach(file -> byVersion
                .computeIfAbsent(file.version().orElseThrow(), version -> new ArrayList<>())
                .add(file));
        return byVersion.values().stream()
                .filter(files -> files.size() > 1)
                .map(VersionLine::duplicate)
                .toList();
    }

    private static LintFinding duplicate(List<MigrationFile> files) {
        MigrationFile last = files.get(files.size() - 1);
        String others = files.subList(0, files.size() - 1).stream()
                .map(MigrationFile::shown)
                .collect(joining(" and "));
        return LintFinding.of(
                        HistoryRules.DUPLICATE,
                        last.shown(),
                        0,
                        "its version %s is that of %s, too"
                                .formatted(last.version().orElseThrow(), others))
                .because("", "Flyway refuses to run any migration. Give the one that is newer the next free version.");
    }

    /** The numbers that are left out between whole numbers; one finding for each gap, at the file behind it. */
    static List<LintFinding> gaps(List<MigrationFile> versioned) {
        List<LintFinding> findings = new ArrayList<>();
        Optional<MigrationFile> before = Optional.empty();
        for (MigrationFile file : versioned) {
            if (!NUMBER.matcher(file.writtenVersion()).matches()) {
                continue;
            }
            BigInteger number = new BigInteger(file.writtenVersion());
            before.map(MigrationFile::writtenVersion)
                    .map(BigInteger::new)
                    .filter(last -> number.subtract(last).compareTo(BigInteger.ONE) > 0)
                    .ifPresent(
                            last -> findings.add(gap(file, last.add(BigInteger.ONE), number.subtract(BigInteger.ONE))));
            before = Optional.of(file);
        }
        return findings;
    }

    private static LintFinding gap(MigrationFile file, BigInteger first, BigInteger last) {
        String missing = first.equals(last)
                ? "version %s is left out before it".formatted(first)
                : "versions %s to %s are left out before it".formatted(first, last);
        return LintFinding.of(HistoryRules.GAP, file.shown(), 0, missing)
                .because(
                        "",
                        "A migration may have been lost, and one that fills the gap later does not run where this one has. Give it the version %s."
                                .formatted(first));
    }
}
