package dev.switchback.assertions;

import dev.switchback.fixture.RowPattern;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.orphans.DeclaredRelation;
import dev.switchback.schema.rules.FrozenViolations;
import dev.switchback.testfiles.TestFile;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** Entry to the assertions; meant to be imported statically, beside those of AssertJ. */
public final class SwitchbackAssertions {

    private SwitchbackAssertions() {}

    /** Begins assertions on a schema. */
    public static SchemaAssert assertThat(Schema actual) {
        return new SchemaAssert(actual);
    }

    /** Begins assertions on the differences between two schemas. */
    public static SchemaDiffAssert assertThat(SchemaDiff actual) {
        return new SchemaDiffAssert(actual);
    }

    /** Begins assertions on the rows of a database. */
    public static DatabaseAssert assertThat(DataSource actual) {
        return new DatabaseAssert(actual);
    }

    /** Any row, for {@link RowsAssert#containsOnly(RowPattern...)}: {@code row().with("status", "open")}. */
    public static RowPattern row() {
        return RowPattern.any();
    }

    /** The row that was seeded under this label, for {@link RowsAssert#containsOnly(RowPattern...)}. */
    public static RowPattern row(String label) {
        return RowPattern.labelled(ArgumentChecks.text("label", label));
    }

    /**
     * An object that comes, with all that belongs to it.
     *
     * @param kind its kind in words: {@code index}, {@code materialized view}
     * @param name as much of its name as is needed to be unique
     * @throws IllegalArgumentException if there is no such kind
     */
    public static ExpectedChange added(String kind, String name) {
        return added(ObjectKind.labelled(ArgumentChecks.text("kind", kind)), name);
    }

    /** An object that comes, with all that belongs to it. */
    public static ExpectedChange added(ObjectKind kind, String name) {
        return new ExpectedChange.Added(kind, name);
    }

    /** An object that goes, with all that belongs to it; see {@link #added(String, String)}. */
    public static ExpectedChange removed(String kind, String name) {
        return removed(ObjectKind.labelled(ArgumentChecks.text("kind", kind)), name);
    }

    /** An object that goes, with all that belongs to it. */
    public static ExpectedChange removed(ObjectKind kind, String name) {
        return new ExpectedChange.Removed(kind, name);
    }

    /** An object that becomes another one in whatever attributes; see {@link #added(String, String)}. */
    public static ExpectedChange changed(String kind, String name) {
        return changed(ObjectKind.labelled(ArgumentChecks.text("kind", kind)), name);
    }

    /** An object that becomes another one in whatever attributes. */
    public static ExpectedChange changed(ObjectKind kind, String name) {
        return new ExpectedChange.Changed(kind, name, "");
    }

    /**
     * An object that becomes another one in one attribute; see {@link #added(String, String)}.
     *
     * @param attribute as in {@link dev.switchback.schema.SchemaObject#attributes()}: {@code type}
     */
    public static ExpectedChange changed(String kind, String name, String attribute) {
        return changed(ObjectKind.labelled(ArgumentChecks.text("kind", kind)), name, attribute);
    }

    /** An object that becomes another one in one attribute. */
    public static ExpectedChange changed(ObjectKind kind, String name, String attribute) {
        return new ExpectedChange.Changed(kind, name, ArgumentChecks.text("attribute", attribute));
    }

    /** An object that gets another name; see {@link #added(String, String)}. */
    public static ExpectedChange renamed(String kind, String name, String newName) {
        return renamed(ObjectKind.labelled(ArgumentChecks.text("kind", kind)), name, newName);
    }

    /** An object that gets another name. */
    public static ExpectedChange renamed(ObjectKind kind, String name, String newName) {
        return new ExpectedChange.Renamed(kind, name, newName);
    }

    /**
     * Columns that refer to others, for {@link DatabaseAssert#hasNoOrphans(DeclaredRelation, DeclaredRelation...)}: {@code
     * relation("orders", "customer_id").to("customer", "id")}.
     */
    public static DeclaredRelation.From relation(String table, String... columns) {
        return DeclaredRelation.from(
                ArgumentChecks.text("table", table),
                ArgumentChecks.names("column", columns).toArray(String[]::new));
    }

    /**
     * Accepted violations, for {@link DatabaseAssert#hasNoOrphans(FrozenViolations, DeclaredRelation...)}: a file that is made
     * and kept as that of {@link dev.switchback.schema.rules.SchemaRules#frozenIn(String)} is.
     *
     * @param file a path below {@code src/test/resources}: {@code orphans.frozen}
     * @throws dev.switchback.schema.SchemaException if the path leaves that folder or names it again
     * @throws IllegalArgumentException if the property {@code switchback.frozen} has a value that means nothing
     */
    public static FrozenViolations frozenIn(String file) {
        return frozenIn(TestFile.named(ArgumentChecks.text("file", file)).path());
    }

    /** Accepted violations in a file at any path; see {@link #frozenIn(String)}. */
    public static FrozenViolations frozenIn(Path file) {
        return FrozenViolations.in(file);
    }

    /** Changes that may be there; see {@link SchemaAssert#hasNoChangesSince(Schema, List)}. */
    public static List<ExpectedChange> except(ExpectedChange... allowed) {
        return List.of(ArgumentChecks.some("change", allowed));
    }
}
