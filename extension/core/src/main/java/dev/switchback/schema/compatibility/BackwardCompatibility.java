package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges whether the previous version of an application can go on working while the schema is already the new one: nothing
 * that it may use is gone, renamed, narrowed or newly required.
 *
 * <p>The judgement is made from the two schemas alone. What the bodies of functions, the queries of views and the
 * expressions of defaults do is not judged.
 */
public final class BackwardCompatibility {

    private final CompatibilityContext judgement;
    private final ColumnJudge columns;
    private final RelationJudge relations;
    private final UniquenessJudge uniqueness;
    private final ConditionJudge conditions;
    private final ForeignKeyJudge foreignKeys;
    private final RoutineJudge routines;
    private final TypeJudge types;
    private final TriggerJudge triggers;
    private final PolicyJudge policies;
    private final SequenceJudge sequences;

    private BackwardCompatibility(SchemaDiff diff) {
        judgement = new CompatibilityContext(diff);
        columns = new ColumnJudge(judgement);
        relations = new RelationJudge(judgement);
        uniqueness = new UniquenessJudge(judgement);
        conditions = new ConditionJudge(judgement);
        foreignKeys = new ForeignKeyJudge(judgement);
        routines = new RoutineJudge(judgement);
        types = new TypeJudge(judgement);
        triggers = new TriggerJudge(judgement);
        policies = new PolicyJudge(judgement);
        sequences = new SequenceJudge(judgement);
    }

    /** The breaches for the previous version, in the order of the changes; nothing if all changes are compatible. */
    public static List<Breach> breaches(SchemaDiff diff) {
        BackwardCompatibility compatibility = new BackwardCompatibility(diff);
        List<Breach> breaches = new ArrayList<>();
        for (Change change : ChangesByName.of(diff)) {
            breaches.addAll(compatibility.judge(change));
            breaches.addAll(RightsJudge.judge(change));
        }
        InheritedColumns inherited = new InheritedColumns(compatibility.judgement, breaches);
        return breaches.stream().filter(breach -> !inherited.explains(breach)).toList();
    }

    /**
     * The changes of which nothing can be said: what they do is not to be read in the two schemas, such as another body of a
     * function or a new trigger.
     */
    public static List<Change> notJudged(SchemaDiff diff) {
        CompatibilityContext context = new CompatibilityContext(diff);
        Set<Change> broken = breaches(diff).stream().map(Breach::change).collect(Collectors.toSet());
        return diff.changes().stream()
                .filter(change -> Stance.of(change) == Stance.NOT_JUDGED
                        || (!broken.contains(change)
                                && (Stance.isOpen(change) || changesWhatIsWritten(change, context))))
                .toList();
    }

    /**
     * A key of a new table, which keeps rows of an old one from being deleted, and a view in the place of a table, which may not
     * take rows.
     */
    private static boolean changesWhatIsWritten(Change change, CompatibilityContext context) {
        return change instanceof Change.Added
                && switch (change.name().kind()) {
                    case FOREIGN_KEY -> context.comesWithItsParent(change.name());
                    case VIEW -> context.hadTable(change.name().qualified());
                    default -> false;
                };
    }

    private List<Breach> judge(Change change) {
        return switch (change.name().kind()) {
            case COLUMN -> columns.judge(change);
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> relations.judge(change);
            case PRIMARY_KEY, UNIQUE, EXCLUSION, INDEX -> uniqueness.judge(change);
            case CHECK -> conditions.judge(change);
            case FOREIGN_KEY -> foreignKeys.judge(change);
            case FUNCTION, PROCEDURE, AGGREGATE -> routines.judge(change);
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> types.judge(change);
            case TRIGGER, RULE -> triggers.judge(change);
            case POLICY -> policies.judge(change);
            case SEQUENCE -> sequences.judge(change);
            case SCHEMA,
                    EXTENSION,
                    LANGUAGE,
                    OPERATOR,
                    CAST,
                    COLLATION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_SERVER,
                    USER_MAPPING,
                    PUBLICATION,
                    SUBSCRIPTION -> whatIsCalledByName(change);
            case ACCESS_METHOD,
                    STATISTICS,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TRANSFORM,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    EVENT_TRIGGER,
                    LARGE_OBJECT,
                    BUILT_IN,
                    DEFAULT_PRIVILEGES -> CompatibilityContext.NONE;
        };
    }

    private static List<Breach> whatIsCalledByName(Change change) {
        if (change instanceof Removed) {
            return CompatibilityContext.gone(change);
        } else if (change instanceof Renamed renamed) {
            return CompatibilityContext.renamed(renamed);
        }
        return change instanceof Changed changed && changed.attribute().equals("in schema")
                ? CompatibilityContext.breach(
                        change, Sort.RENAMED, "is in schema %s and no longer in %s.", changed.to(), changed.from())
                : CompatibilityContext.NONE;
    }
}
