package dev.switchback.lint.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.switchback.lint.LintFinding;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.text.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A finding that may say the same of several columns.
 *
 * @param table as the problem names it, with a dot before the column
 * @param column empty if the finding is about no column
 */
record ColumnFinding(String table, String column, LintFinding finding) {

    static ColumnFinding of(ObjectName object, LintFinding finding) {
        return object.kind() == ObjectKind.COLUMN
                ? new ColumnFinding(object.qualifiedParent(), object.name(), finding)
                : new ColumnFinding("", "", finding);
    }

    /** The findings, those once that say the same of columns of one table in one statement. */
    static List<LintFinding> merged(Stream<ColumnFinding> all) {
        return all.collect(groupingBy(ColumnFinding::ofAnyColumn, LinkedHashMap::new, toList())).values().stream()
                .map(ColumnFinding::told)
                .toList();
    }

    /** The same for two columns of a table, if nothing but the column differs. */
    private List<Object> ofAnyColumn() {
        return column.isEmpty() || finding.statement().isEmpty()
                ? List.of(finding)
                : List.of(table, finding.line(), finding.statement(), around(table + "." + column));
    }

    /** The problem before the first mention of the column and behind it. */
    private List<String> around(String name) {
        return List.of(finding.problem().split(Pattern.quote(name), 2));
    }

    private static LintFinding told(List<ColumnFinding> same) {
        LintFinding first = same.get(0).finding();
        List<String> others =
                same.stream().map(ColumnFinding::column).distinct().skip(1).toList();
        if (others.isEmpty()) {
            return first;
        }
        return first.with(first.problem() + "; the same of " + Enumeration.of(others));
    }
}
