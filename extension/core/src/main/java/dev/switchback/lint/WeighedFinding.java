package dev.switchback.lint;

import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A finding as the tables of production have it. */
final class WeighedFinding {

    private final StatementEffects statement;
    private final TableWeights weights;
    private final List<String> sentences = new ArrayList<>();

    private WeighedFinding(StatementEffects statement, TableWeights weights) {
        this.statement = statement;
        this.weights = weights;
    }

    static LintFinding of(LintFinding finding, StatementEffects statement, TableWeights weights) {
        WeighedFinding weighed = new WeighedFinding(statement, weights);
        Severity severity =
                switch (finding.rule().category()) {
                    case LOCKS -> weighed.ofLock(finding.severity());
                    case ROWS -> weighed.ofRows(finding.severity());
                    default -> finding.severity();
                };
        if (weighed.sentences.isEmpty()) {
            return finding;
        }
        String seen = (finding.effect() + " " + String.join(" ", weighed.sentences)).strip();
        return finding.with(severity).because(seen, finding.reason());
    }

    private Severity ofLock(Severity own) {
        Map<String, TableEffect> worked = new LinkedHashMap<>();
        statement
                .old()
                .filter(WeighedFinding::isWorkedThrough)
                .forEach(table -> worked.putIfAbsent(counted(table), table));
        boolean areAllCounted = !worked.isEmpty();
        long most = 0;
        for (Map.Entry<String, TableEffect> table : worked.entrySet()) {
            OptionalLong rows = weights.rows(table.getKey());
            areAllCounted &= rows.isPresent();
            most = Math.max(most, rows.orElse(0));
            rows.ifPresent(count -> sentences.add(WorkEstimate.sentence(table.getKey(), count, table.getValue())));
        }
        List<String> hot = statement
                .old()
                .filter(table -> table.blocked().stopsWrites())
                .map(TableEffect::table)
                .filter(weights::isHot)
                .toList();
        if (!hot.isEmpty()) {
            sentences.add("%s is in use all the time (hot).".formatted(String.join(" and ", hot)));
            return Severity.FAIL;
        }
        return areAllCounted ? TableWeights.severity(most, own).orElse(own) : own;
    }

    /** The name under which the rows of a table are counted: its own or, of a partition that nobody has counted, that of the whole. */
    private String counted(TableEffect table) {
        String parent = table.known().parent();
        return weights.rows(table.table()).isPresent() || table.known().bound().isEmpty()
                ? table.table()
                : statement
                        .old()
                        .filter(whole -> whole.table().equals(parent))
                        .findFirst()
                        .map(this::counted)
                        .orElse(parent);
    }

    private Severity ofRows(Severity own) {
        List<TableEffect> changed =
                statement.old().filter(table -> table.blocked().stopsWrites()).toList();
        boolean isEmpty = !changed.isEmpty()
                && changed.stream()
                        .allMatch(table -> weights.rows(table.table()).orElse(1) == 0);
        changed.forEach(table -> weights.rows(table.table())
                .ifPresent(count -> sentences.add(WorkEstimate.size(table.table(), count) + ".")));
        return isEmpty ? Severity.NOTICE : own;
    }

    private static boolean isWorkedThrough(TableEffect table) {
        return table.scans() > 0
                || table.lookups() > 0
                || table.hasAnotherFile()
                || table.rows().updated() > 0
                || table.rows().deleted() > 0;
    }
}
