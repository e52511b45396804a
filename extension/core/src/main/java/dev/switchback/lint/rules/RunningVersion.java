package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.compatibility.BackwardCompatibility;
import dev.switchback.schema.compatibility.Breach;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes that the version of the application that still runs does not survive. Drops have rules of their own. */
final class RunningVersion implements EffectCheck {

    private static final LintRule RENAMED = new LintRule(
            "renamed", "something that is in use gets another name", Severity.FAIL, LintCategory.COMPATIBILITY);
    private static final LintRule TYPE_NARROWED = new LintRule(
            "type-narrowed", "a column gets a type that holds less", Severity.FAIL, LintCategory.DESTRUCTIVE);
    private static final LintRule DEFAULT_DROPPED = new LintRule(
            "default-dropped", "a column has no default any more", Severity.NOTICE, LintCategory.COMPATIBILITY);
    private static final LintRule BREAKS = new LintRule(
            "breaks-running-version",
            "the version of the application that still runs does not survive the change",
            Severity.FAIL,
            LintCategory.COMPATIBILITY);
    private static final LintRule NARROWS = new LintRule(
            "narrows-for-running-version",
            "the version of the application that still runs may write what is refused now",
            Severity.NOTICE,
            LintCategory.COMPATIBILITY,
            true);

    private static final Set<ObjectKind> TOLD_WHEN_DROPPED = Stream.concat(
                    Stream.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.COLUMN), ObjectRemoved.kinds())
            .collect(Collectors.toUnmodifiableSet());

    private final LintRule rule;

    private RunningVersion(LintRule rule) {
        this.rule = rule;
    }

    /** One check for each rule. */
    static Stream<EffectCheck> all() {
        return Stream.of(RENAMED, TYPE_NARROWED, DEFAULT_DROPPED, BREAKS, NARROWS)
                .map(RunningVersion::new);
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return ColumnFinding.merged(BackwardCompatibility.breaches(migration.difference()).stream()
                .filter(breach -> !isToldByOthers(breach.change(), migration))
                .filter(breach -> ruleOf(breach).equals(rule))
                .map(breach -> ColumnFinding.of(breach.change().name(), on(breach, migration))));
    }

    private LintFinding on(Breach breach, MigrationEffects migration) {
        return Place.on(nameOf(breach.change()), attribute(breach), rule, migration, withoutStop(breach.reason()))
                .because("", breach.sort().advice());
    }

    /** The name at whose statement it is told: of what is renamed the new one, which the statement gives. */
    private static ObjectName nameOf(Change change) {
        return change instanceof Renamed renamed ? renamed.after().name() : change.name();
    }

    /** Rules of their own tell what goes and what comes; not where another table has taken over a name, which differs without it. */
    private static boolean isToldByOthers(Change change, MigrationEffects migration) {
        return ((change instanceof Removed
                                && TOLD_WHEN_DROPPED.contains(change.name().kind()))
                        || (isNewColumn(change) && RequiredColumnAdded.isToldOf(change.name(), migration)))
                && migration.difference().changes().contains(change);
    }

    private static boolean isNewColumn(Change change) {
        return change instanceof Added && change.name().kind() == ObjectKind.COLUMN;
    }

    private static LintRule ruleOf(Breach breach) {
        String attribute = attribute(breach);
        if (breach.sort() == Sort.RENAMED) {
            return RENAMED;
        } else if (attribute.equals("type") && breach.sort() == Sort.NARROWED) {
            return TYPE_NARROWED;
        } else if (attribute.equals("default") || isNoLongerFilled(breach.change())) {
            return DEFAULT_DROPPED;
        } else if (attribute.equals("generated")
                || isNewColumn(breach.change())
                || breach.change() instanceof Removed) {
            return BREAKS;
        }
        return breach.sort() == Sort.NARROWED || breach.sort() == Sort.REQUIRED ? NARROWS : BREAKS;
    }

    private static boolean isNoLongerFilled(Change change) {
        return change instanceof Changed changed
                && Set.of("identity", "generated").contains(changed.attribute())
                && changed.to().isEmpty();
    }

    private static String attribute(Breach breach) {
        return breach.change() instanceof Changed changed ? changed.attribute() : "";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
