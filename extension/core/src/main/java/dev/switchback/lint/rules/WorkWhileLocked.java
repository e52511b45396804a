package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.Blocked;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Work that takes longer the more rows there are, while a table is locked that an earlier statement of the transaction has changed. */
final class WorkWhileLocked implements EffectCheck {

    static final LintRule WRITES = new LintRule(
            "rows-written-while-locked",
            "rows are written in the transaction in which a table was changed",
            Severity.FAIL,
            LintCategory.LOCKS);

    static final LintRule READS = new LintRule(
            "rows-read-while-locked",
            "a table is read through while another one is locked",
            Severity.NOTICE,
            LintCategory.LOCKS);

    private static final String LATER =
            "Changing a table takes a moment, filling it takes long. Write the rows in the next migration, many in several transactions.";
    private static final String ANOTHER_NAME =
            "Filling it takes long. Make it under another name, with its indexes; in the next migration drop the old one, and give it the name.";

    private final LintRule rule;

    WorkWhileLocked(LintRule rule) {
        this.rule = rule;
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        Set<String> tables = new LinkedHashSet<>();
        Set<String> views = new TreeSet<>();
        List<LintFinding> findings = new ArrayList<>();
        for (StatementEffects statement : migration.statements()) {
            Set<String> locked = new LinkedHashSet<>(tables);
            locked.addAll(keepsReadersOut(statement) ? Set.of() : views);
            Set<String> taken = taken(statement, migration);
            Place place = new Place(this, migration, statement);
            if (!locked.isEmpty() && findings.isEmpty()) {
                finding(place, locked, "an earlier statement", findings);
            } else if (!taken.isEmpty() && findings.isEmpty() && isSeveral(statement)) {
                finding(place, taken, since(statement), findings);
            }
            tables.addAll(taken);
            statement.lockedViews().stream()
                    .filter(view -> isThereInTheEnd(view, migration))
                    .forEach(views::add);
            if (!statement.isInTransaction() || statement.endsTransaction()) {
                tables.clear();
                views.clear();
            }
        }
        return findings;
    }

    /** The tables that a statement keeps readers and writers out of, until the transaction is over. */
    private static Set<String> taken(StatementEffects statement, MigrationEffects migration) {
        return statement
                .old()
                .filter(table -> table.taken() == Blocked.READS_AND_WRITES)
                .filter(table -> !table.isGone() || isThereInTheEnd(table.table(), migration))
                .map(TableEffect::table)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The order within a function or a Java migration is not seen. */
    private static String since(StatementEffects statement) {
        return Words.changesInSight(statement.sql())
                ? "an earlier statement of the block"
                : "a statement within, unless the rows were changed first";
    }

    /** Whether it is a block that changes rows behind something else, or code out of sight that has changed both. */
    private static boolean isSeveral(StatementEffects statement) {
        return Words.writesBehindChange(statement.sql())
                || (statement.tables().stream().anyMatch(WorkWhileLocked::areRowsChanged)
                        && !Words.changesInSight(statement.sql()));
    }

    /** Who reads what is dropped waits, and finds what is made in its place. */
    private static boolean isThereInTheEnd(String relation, MigrationEffects migration) {
        Schema after = migration.difference().after();
        return ObjectKind.withRows().stream()
                .anyMatch(kind -> after.find(kind, relation).isPresent());
    }

    /** Whether all tables that are gone through cannot be read, be it through a view or not. */
    private static boolean keepsReadersOut(StatementEffects statement) {
        return statement
                .old()
                .filter(WorkWhileLocked::isGoneThrough)
                .allMatch(table -> table.blocked() == Blocked.READS_AND_WRITES);
    }

    private static boolean isGoneThrough(TableEffect table) {
        return table.scans() > 0 || areRowsChanged(table);
    }

    private static boolean areRowsChanged(TableEffect table) {
        return table.rows().updated() > 0 || table.rows().deleted() > 0;
    }

    private void finding(Place place, Set<String> locked, String since, List<LintFinding> findings) {
        List<TableEffect> read =
                place.statement().old().filter(WorkWhileLocked::isGoneThrough).toList();
        boolean writes = place.statement().tables().stream()
                .anyMatch(table -> table.writes() || table.rows().written() > 0 || isMade(table));
        if (read.isEmpty()) {
            return;
        }
        String names = String.join(", ", read.stream().map(TableEffect::table).toList());
        String held = String.join(", ", locked);
        String areLocked = held + (locked.size() == 1 ? " is locked" : " are locked");
        String seen = "ACCESS EXCLUSIVE %s on %s since %s: reads and writes wait meanwhile."
                .formatted(locked.size() == 1 ? "lock" : "locks", held, since);
        if (rule.equals(WRITES) && writes) {
            findings.add(place.finding("rows of %s are gone through while %s".formatted(names, areLocked))
                    .because(seen, isOneMadeAnew(place.statement(), locked) ? ANOTHER_NAME : LATER));
        } else if (rule.equals(READS) && !writes && read.stream().noneMatch(table -> locked.contains(table.table()))) {
            findings.add(place.finding("all rows of %s are read while %s".formatted(names, areLocked))
                    .because(seen, "Give the two tables a migration each."));
        }
    }

    /** Whether a statement made the table, which it fills where it reads another one; for a partition it only checks rows of others. */
    private static boolean isMade(TableEffect table) {
        return table.isNew()
                && table.before().isEmpty()
                && table.after().filter(made -> made.parent().isEmpty()).isPresent();
    }

    private static boolean isOneMadeAnew(StatementEffects statement, Set<String> locked) {
        return statement.tables().stream().anyMatch(table -> table.isNew() && locked.contains(table.table()));
    }
}
