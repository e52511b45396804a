package dev.switchback.report;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables and other objects that migrations have to do with: one by which a reader filters shows all that change it, lock it,
 * touch its rows, or have a finding on it.
 */
final class StepSubjects {

    private static final Pattern QUALIFIED = Pattern.compile("[\\w$]+\\.[\\w$]+");

    private final Set<String> known = new HashSet<>();

    StepSubjects(ReportedHistory history) {
        history.tables().forEach(table -> known.add(table.qualified()));
        history.steps().stream().flatMap(StepSubjects::seen).forEach(known::add);
    }

    /** Those of one migration, in order of their names. */
    SortedSet<String> of(ReportedStep step) {
        SortedSet<String> subjects = new TreeSet<>(seen(step).toList());
        step.findings().forEach(finding -> subjects.addAll(named(finding)));
        return subjects;
    }

    private static Stream<String> seen(ReportedStep step) {
        return Stream.of(
                        changed(step.changes()),
                        step.findings().stream().flatMap(finding -> changed(finding.difference())),
                        step.locks().tables().stream().map(ReportedLock::table),
                        step.rows().counts().stream().map(ReportedRows.Count::table),
                        step.rows().written().stream().map(ReportedRows.Written::table))
                .flatMap(names -> names);
    }

    private static Stream<String> changed(List<ReportedChange> changes) {
        return changes.stream()
                .flatMap(change ->
                        change.change().equals("renamed") && change.table().isEmpty()
                                ? Stream.of(change.subject(), change.before())
                                : Stream.of(change.subject()));
    }

    /** Messages name tables in full; those that are known are meant, and not columns or files. */
    private Set<String> named(ReportedFinding finding) {
        return QUALIFIED
                .matcher(finding.text())
                .results()
                .map(MatchResult::group)
                .filter(known::contains)
                .collect(toSet());
    }
}
