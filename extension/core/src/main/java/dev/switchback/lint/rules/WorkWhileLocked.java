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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        Set<String> locked = new LinkedHashSet<>();
        List<LintFinding> findings = new ArrayList<>();
        for (StatementEffects statement : migration.statements()) {
            if (!locked.isEmpty() && findings.isEmpty()) {
                finding(new Place(this, migration, statement), locked, findings);
            }
            statement
                    .old()
                    .filter(table -> table.taken() == Blocked.READS_AND_WRITES && !table.isGone())
                    .forEach(table -> locked.add(table.table()));
            if (!statement.isInTransaction() || statement.endsTransaction()) {
                locked.clear();
            }
        }
        return findings;
    }

    private void finding(Place place, Set<String> locked, List<LintFinding> findings) {
        List<TableEffect> read = place.statement()
                .old()
                .filter(table -> table.scans() > 0
                        || table.rows().updated() > 0
                        || table.rows().deleted() > 0)
                .toList();
        boolean writes = place.statement().tables().stream()
                .anyMatch(table -> table.writes() || table.rows().written() > 0);
        if (read.isEmpty()) {
            return;
        }
        String names = String.join(", ", read.stream().map(TableEffect::table).toList());
        String held = String.join(", ", locked);
        String areLocked = held + (locked.size() == 1 ? " is locked" : " are locked");
        String seen = "ACCESS EXCLUSIVE %s on %s since an earlier statement: reads and writes wait meanwhile."
                .formatted(locked.size() == 1 ? "lock" : "locks", held);
        if (rule.equals(WRITES) && writes) {
            findings.add(
                    place.finding("rows of %s are gone through while %s".formatted(names, areLocked))
                            .because(
                                    seen,
                                    "Changing a table takes a moment, filling it takes long. Write the rows in the next migration, many in several transactions."));
        } else if (rule.equals(READS) && !writes && read.stream().noneMatch(table -> locked.contains(table.table()))) {
            findings.add(place.finding("all rows of %s are read while %s".formatted(names, areLocked))
                    .because(seen, "Give the two tables a migration each."));
        }
    }
}
