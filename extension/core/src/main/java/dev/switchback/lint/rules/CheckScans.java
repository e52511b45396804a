package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.WholeWord;
import java.util.Optional;
import java.util.stream.Stream;

/** A CHECK constraint that is added and checked at once. */
final class CheckScans extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "check-scans",
            "a CHECK is added and all rows are checked under the same lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return Stream.concat(ofDomains(place, table), ofTable(place, table, safer));
    }

    private static Stream<LintFinding> ofTable(Place place, TableEffect table, SaferWays safer) {
        return table.addedConstraints().values().stream()
                .filter(constraint ->
                        constraint.sort() == Sort.CHECK && constraint.isValidated() && !constraint.isOfParent())
                .filter(constraint -> Work.mayHaveRows(table)
                        && !(Work.isMadeAnew(constraint, table) && Work.isRewritten(table, place.statement()))
                        && Work.isChecked(constraint, table, place.statement()))
                .map(constraint -> finding(place, constraint, table, safer));
    }

    /** A domain's new constraint is checked in each table that has a column of it, which does not change otherwise. */
    private static Stream<LintFinding> ofDomains(Place place, TableEffect table) {
        boolean isOnlyRead = Work.isScannedUnderLock(table, place.statement())
                && table.taken().stopsWrites()
                && table.before().equals(table.after());
        return !isOnlyRead
                ? Stream.empty()
                : place.migration().difference().changes().stream()
                        .flatMap(change -> narrowedDomain(
                                change, place.migration().difference().after())
                                .stream())
                        .distinct()
                        .filter(domain -> WholeWord.isIn(place.statement().sql(), domain.name()))
                        .map(
                                domain -> place.finding(
                                                "a new constraint of domain %s reads all rows of %s under a lock"
                                                        .formatted(domain.qualified(), table.table()))
                                        .because(
                                                Work.lock(table) + " while " + Work.scan(table, place.statement())
                                                        + ".",
                                                "Each table that has a column of the domain is locked until the transaction ends."));
    }

    private static Optional<ObjectName> narrowedDomain(Change change, Schema after) {
        return change.name().kind() == ObjectKind.DOMAIN && change instanceof Changed
                ? Optional.of(change.name())
                : after.parentOf(change.name())
                        .map(SchemaObject::name)
                        .filter(parent -> parent.kind() == ObjectKind.DOMAIN && change instanceof Added);
    }

    private static LintFinding finding(Place place, ConstraintState constraint, TableEffect table, SaferWays safer) {
        boolean isAnew = Work.isMadeAnew(constraint, table);
        return place.finding("%s reads all rows of %s under a lock"
                        .formatted(
                                isAnew
                                        ? "checking " + constraint.name() + " anew"
                                        : "adding CHECK " + constraint.name(),
                                table.table()))
                .because(
                        Work.lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                        "The lock is held as long as the check takes, which grows with the table.")
                .safer(Work.saferWay(constraint, table, safer));
    }
}
