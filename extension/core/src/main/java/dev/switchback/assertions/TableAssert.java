package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Assertions on a table; see {@link SchemaAssert#table}. */
public class TableAssert extends IndexedAssert<TableAssert> {

    /** Begins assertions on a table alone, without what belongs to it. */
    public TableAssert(SchemaObject actual) {
        super(actual, TableAssert.class);
    }

    /** Goes to the primary key. */
    public KeyAssert<TableAssert> primaryKey() {
        return go(
                KeyAssert<TableAssert>::new,
                first(
                        ObjectKind.PRIMARY_KEY,
                        key -> true,
                        Mismatch.missing("a primary key", "primary keys", List.of())));
    }

    /** Has a primary key of exactly these columns in this order. */
    public TableAssert hasPrimaryKey(String... columns) {
        List<SchemaObject> keys = children(ObjectKind.PRIMARY_KEY).ofKind();
        String expected = ObjectLookup.joined(ArgumentChecks.names("column", columns));
        String actual = keys.isEmpty() ? "" : "(" + keys.get(0).attribute("columns") + ")";
        return hasValue("primary key", expected, actual, String::equals);
    }

    /** Has no primary key. */
    public TableAssert hasNoPrimaryKey() {
        List<SchemaObject> keys = children(ObjectKind.PRIMARY_KEY).ofKind();
        return require(keys.isEmpty(), () -> Mismatch.present("primary key", ObjectLines.of(keys.get(0))));
    }

    /** Goes to a foreign key by its name. */
    public ForeignKeyAssert<TableAssert> foreignKey(String name) {
        return go(
                ForeignKeyAssert<TableAssert>::new,
                children(ObjectKind.FOREIGN_KEY).byName(name));
    }

    /** Goes to the foreign key of exactly these columns in this order. */
    public ForeignKeyAssert<TableAssert> foreignKeyOn(String... columns) {
        return go(ForeignKeyAssert<TableAssert>::new, on(ObjectKind.FOREIGN_KEY, columns));
    }

    /** Has a foreign key of exactly these columns in this order. */
    public TableAssert hasForeignKey(String... columns) {
        return hasOne(ObjectKind.FOREIGN_KEY, columns);
    }

    /** Has no foreign key of exactly these columns. */
    public TableAssert doesNotHaveForeignKey(String... columns) {
        return hasNone(ObjectKind.FOREIGN_KEY, columns);
    }

    /** Goes to a unique constraint by its name. */
    public KeyAssert<TableAssert> uniqueConstraint(String name) {
        return go(KeyAssert<TableAssert>::new, children(ObjectKind.UNIQUE).byName(name));
    }

    /** Goes to the unique constraint of exactly these columns in this order. A unique index is none. */
    public KeyAssert<TableAssert> uniqueConstraintOn(String... columns) {
        return go(KeyAssert<TableAssert>::new, on(ObjectKind.UNIQUE, columns));
    }

    /** Has a unique constraint of exactly these columns in this order. A unique index is none. */
    public TableAssert hasUniqueConstraint(String... columns) {
        return hasOne(ObjectKind.UNIQUE, columns);
    }

    /** Has no unique constraint of exactly these columns. */
    public TableAssert doesNotHaveUniqueConstraint(String... columns) {
        return hasNone(ObjectKind.UNIQUE, columns);
    }

    /** Goes to a check constraint by its name. */
    public CheckAssert<TableAssert> check(String name) {
        return go(CheckAssert<TableAssert>::new, children(ObjectKind.CHECK).byName(name));
    }

    /** Has a check constraint that means this, under any name. */
    public TableAssert hasCheck(String expression) {
        return CheckConstraints.has(this, children(ObjectKind.CHECK).ofKind(), expression);
    }

    /** Has no check constraint that means this. */
    public TableAssert doesNotHaveCheck(String expression) {
        return CheckConstraints.hasNot(
                this, columns(), children(ObjectKind.CHECK).ofKind(), expression);
    }

    /** Goes to an exclusion constraint by its name. */
    public ExclusionAssert<TableAssert> exclusion(String name) {
        return go(
                ExclusionAssert<TableAssert>::new,
                children(ObjectKind.EXCLUSION).byName(name));
    }

    /** Goes to a trigger. */
    public TriggerAssert<TableAssert> trigger(String name) {
        return go(TriggerAssert<TableAssert>::new, children(ObjectKind.TRIGGER).byName(name));
    }

    /** Has a trigger of this name. */
    public TableAssert hasTrigger(String name) {
        return hasChild(ObjectKind.TRIGGER, name);
    }

    /** Has no trigger of this name. */
    public TableAssert doesNotHaveTrigger(String name) {
        return hasNoChild(ObjectKind.TRIGGER, name);
    }

    /** Goes to a policy of row security. */
    public PolicyAssert<TableAssert> policy(String name) {
        return go(PolicyAssert<TableAssert>::new, children(ObjectKind.POLICY).byName(name));
    }

    /** Has a policy of this name. */
    public TableAssert hasPolicy(String name) {
        return hasChild(ObjectKind.POLICY, name);
    }

    /** Has no policy of this name. */
    public TableAssert doesNotHavePolicy(String name) {
        return hasNoChild(ObjectKind.POLICY, name);
    }

    /** Row security is enabled, or enabled and forced. */
    public TableAssert hasRowSecurity() {
        return rowSecurity("enabled", attribute("row security").contains("enabled"));
    }

    /** Row security holds for the owner, too. */
    public TableAssert hasForcedRowSecurity() {
        return rowSecurity("enabled, forced", attribute("row security").equals("enabled, forced"));
    }

    /** Row security is disabled. */
    public TableAssert hasNoRowSecurity() {
        return rowSecurity("disabled", !attribute("row security").contains("enabled"));
    }

    /**
     * Is partitioned in this way.
     *
     * @param key such as {@code range (created_at)}
     */
    public TableAssert isPartitionedBy(String key) {
        return hasValue("partitioning by", key, attribute("partitioned by"), this::sameExpression);
    }

    /** Is not partitioned. */
    public TableAssert isNotPartitioned() {
        return hasNone("partitioning", attribute("partitioned by"));
    }

    /** Is a partition of this table. */
    public TableAssert isPartitionOf(String table) {
        String parent = attribute("partition of").split(" ", 2)[0];
        return hasValue("the partitioned table", table, parent, QualifiedNames::same);
    }

    /** Is no partition. */
    public TableAssert isNotPartition() {
        return require(
                attribute("partition of").isEmpty(),
                () -> Mismatch.state("no partition", "one of " + attribute("partition of")));
    }

    /** Is unlogged. */
    public TableAssert isUnlogged() {
        return isInState("persistence", "unlogged", "logged");
    }

    /** Is logged, as tables are by default. */
    public TableAssert isLogged() {
        return isInState("persistence", "logged", "logged");
    }

    /** Has a storage parameter of this value: {@code hasOption("fillfactor", "70")}. */
    public TableAssert hasOption(String name, String value) {
        return StorageOptions.has(this, name, value);
    }

    /** Has no such storage parameter. */
    public TableAssert doesNotHaveOption(String name) {
        return StorageOptions.hasNot(this, name);
    }

    private TableAssert rowSecurity(String expected, boolean holds) {
        String actual = attribute("row security").isEmpty() ? "disabled" : attribute("row security");
        return require(holds, () -> Mismatch.value("row security", expected, actual));
    }

    private TableAssert hasOne(ObjectKind kind, String... columns) {
        Found found = on(kind, columns);
        return require(!found.isMissing(), () -> found.mismatch().orElseThrow());
    }

    private TableAssert hasNone(ObjectKind kind, String... columns) {
        Found found = on(kind, columns);
        requireColumns(List.of(columns));
        return require(
                found.isMissing(),
                () -> Mismatch.present(
                        KindWords.of(kind) + " on " + ObjectLookup.joined(List.of(columns)),
                        ObjectLines.of(found.object())));
    }

    private Found on(ObjectKind kind, String... columns) {
        String expected = String.join(", ", ArgumentChecks.names("column", columns));
        return first(kind, object -> object.attribute("columns").equals(expected), noneOf(kind, columns));
    }

    private Found first(ObjectKind kind, Predicate<SchemaObject> test, Mismatch mismatch) {
        ObjectLookup children = children(kind);
        return children.ofKind().stream()
                .filter(test)
                .findFirst()
                .map(object -> new Found(object, Optional.empty()))
                .orElseGet(() -> children.nothing("", mismatch));
    }

    private Mismatch noneOf(ObjectKind kind, String... columns) {
        return Mismatch.missing(
                KindWords.a(kind) + " on " + ObjectLookup.joined(List.of(columns)),
                KindWords.plural(kind),
                ObjectLines.of(children(kind).ofKind()));
    }
}
