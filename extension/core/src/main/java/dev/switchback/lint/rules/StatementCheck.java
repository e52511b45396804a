package dev.switchback.lint.rules;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import java.util.List;
import java.util.stream.Stream;

/** A rule on what one statement does to one table. */
abstract class StatementCheck implements EffectCheck {

    private static final int MOST = 3;

    @Override
    public final List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.statements().stream()
                .flatMap(statement -> shortened(statement.tables().stream()
                        .flatMap(table -> check(new Place(this, migration, statement), table, safer))
                        .toList()))
                .toList();
    }

    /** A statement that does the same to many tables, as to all partitions of one, is one finding. */
    private static Stream<LintFinding> shortened(List<LintFinding> findings) {
        if (findings.size() <= MOST) {
            return findings.stream();
        }
        LintFinding first = findings.get(0);
        return Stream.of(first.because(
                "%s The same holds for %d more."
                        .formatted(first.effect(), findings.size() - 1)
                        .strip(),
                first.reason()));
    }

    /** The findings on what a statement did to a table, which may be new. */
    abstract Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer);
}
