package dev.switchback.lint.rules;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import java.util.List;
import java.util.stream.Stream;

/** A rule on what one statement does to one table. */
abstract class StatementCheck implements EffectCheck {

    @Override
    public final List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return migration.statements().stream()
                .flatMap(statement -> statement.tables().stream()
                        .flatMap(table -> check(new Place(this, migration, statement), table, safer)))
                .toList();
    }

    /** The findings on what a statement did to a table, which may be new. */
    abstract Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer);

    /** The statement that findings are about. */
    record Place(EffectCheck check, MigrationEffects migration, StatementEffects statement) {

        /** A finding on this statement. */
        LintFinding finding(String problem) {
            return LintFinding.of(check.rule(), migration.file(), statement.line(), problem)
                    .of(migration.migration())
                    .onStatement(statement.sql());
        }
    }
}
