package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.assertions.jooq.GeneratedClassesText;
import dev.switchback.assertions.jooq.JooqComparison;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.golden.GoldenFile;
import dev.switchback.schema.rules.SchemaRule;
import dev.switchback.schema.rules.SchemaRules;
import dev.switchback.testfiles.FileUpdates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;

/**
 * Assertions on a schema, which lead to those on its objects.
 *
 * <p>Arguments are checked first: a name that is null, blank or there twice, a list of nothing, and an attribute, option
 * or privilege that no such object has are an {@link IllegalArgumentException}. Where something must not be there, so is a name
 * that is there in other capitals.
 *
 * <p>Names are as the catalog has them, with or without the schema: {@code orders}, {@code public.orders}. Quotes around
 * them are overlooked. A name that several objects have is a failure that lists them, and so is one that none has.
 */
public class SchemaAssert extends SwitchbackAssert<SchemaAssert, Schema> {

    /** In a list of failures each one begins with what it is about. */
    private static final Description COLLECTED = new TextDescription("schema");

    private AssertionContext site;

    /** Begins assertions; see {@link SwitchbackAssertions#assertThat(Schema)}. */
    public SchemaAssert(Schema actual) {
        super(actual, SchemaAssert.class);
        site = AssertionContext.of(actual == null ? Schema.none() : actual);
    }

    /** Goes to a table. */
    public TableAssert table(String name) {
        return go(TableAssert::new, find(ObjectKind.TABLE, name));
    }

    /** Has a table of this name. */
    public SchemaAssert hasTable(String name) {
        return has(ObjectKind.TABLE, name);
    }

    /** Has no table of this name. */
    public SchemaAssert doesNotHaveTable(String name) {
        return doesNotHave(ObjectKind.TABLE, name);
    }

    /** Goes to a view. */
    public ViewAssert view(String name) {
        return go(ViewAssert::new, find(ObjectKind.VIEW, name));
    }

    /** Has a view of this name. */
    public SchemaAssert hasView(String name) {
        return has(ObjectKind.VIEW, name);
    }

    /** Has no view of this name. */
    public SchemaAssert doesNotHaveView(String name) {
        return doesNotHave(ObjectKind.VIEW, name);
    }

    /** Goes to a materialized view. */
    public MaterializedViewAssert materializedView(String name) {
        return go(MaterializedViewAssert::new, find(ObjectKind.MATERIALIZED_VIEW, name));
    }

    /** Has a materialized view of this name. */
    public SchemaAssert hasMaterializedView(String name) {
        return has(ObjectKind.MATERIALIZED_VIEW, name);
    }

    /** Has no materialized view of this name. */
    public SchemaAssert doesNotHaveMaterializedView(String name) {
        return doesNotHave(ObjectKind.MATERIALIZED_VIEW, name);
    }

    /** Goes to a sequence, which is not that of an identity column. */
    public SequenceAssert sequence(String name) {
        return go(SequenceAssert::new, find(ObjectKind.SEQUENCE, name));
    }

    /** Has a sequence of this name. */
    public SchemaAssert hasSequence(String name) {
        return has(ObjectKind.SEQUENCE, name);
    }

    /** Has no sequence of this name. */
    public SchemaAssert doesNotHaveSequence(String name) {
        return doesNotHave(ObjectKind.SEQUENCE, name);
    }

    /** Goes to an enum type. */
    public EnumTypeAssert enumType(String name) {
        return go(EnumTypeAssert::new, find(ObjectKind.ENUM, name));
    }

    /** Has an enum type of this name. */
    public SchemaAssert hasEnumType(String name) {
        return has(ObjectKind.ENUM, name);
    }

    /** Has no enum type of this name. */
    public SchemaAssert doesNotHaveEnumType(String name) {
        return doesNotHave(ObjectKind.ENUM, name);
    }

    /** Goes to a domain. */
    public DomainAssert domain(String name) {
        return go(DomainAssert::new, find(ObjectKind.DOMAIN, name));
    }

    /** Has a domain of this name. */
    public SchemaAssert hasDomain(String name) {
        return has(ObjectKind.DOMAIN, name);
    }

    /** Has no domain of this name. */
    public SchemaAssert doesNotHaveDomain(String name) {
        return doesNotHave(ObjectKind.DOMAIN, name);
    }

    /** Goes to a composite type. */
    public CompositeTypeAssert compositeType(String name) {
        return go(CompositeTypeAssert::new, find(ObjectKind.COMPOSITE_TYPE, name));
    }

    /** Has a composite type of this name. */
    public SchemaAssert hasCompositeType(String name) {
        return has(ObjectKind.COMPOSITE_TYPE, name);
    }

    /** Has no composite type of this name. */
    public SchemaAssert doesNotHaveCompositeType(String name) {
        return doesNotHave(ObjectKind.COMPOSITE_TYPE, name);
    }

    /** Goes to a function, by its name or by its name and types: {@code total(int, text)}. */
    public FunctionAssert function(String name) {
        return go(FunctionAssert::new, find(ObjectKind.FUNCTION, name));
    }

    /** Has a function of this name. */
    public SchemaAssert hasFunction(String name) {
        return has(ObjectKind.FUNCTION, name);
    }

    /** Has no function of this name. */
    public SchemaAssert doesNotHaveFunction(String name) {
        return doesNotHave(ObjectKind.FUNCTION, name);
    }

    /** Goes to a procedure, by its name or by its name and types. */
    public ProcedureAssert procedure(String name) {
        return go(ProcedureAssert::new, find(ObjectKind.PROCEDURE, name));
    }

    /** Has a procedure of this name. */
    public SchemaAssert hasProcedure(String name) {
        return has(ObjectKind.PROCEDURE, name);
    }

    /** Has no procedure of this name. */
    public SchemaAssert doesNotHaveProcedure(String name) {
        return doesNotHave(ObjectKind.PROCEDURE, name);
    }

    /** Goes to an extension. */
    public ExtensionAssert extension(String name) {
        return go(ExtensionAssert::new, find(ObjectKind.EXTENSION, name));
    }

    /** Has an extension of this name. */
    public SchemaAssert hasExtension(String name) {
        return has(ObjectKind.EXTENSION, name);
    }

    /** Has no extension of this name. */
    public SchemaAssert doesNotHaveExtension(String name) {
        return doesNotHave(ObjectKind.EXTENSION, name);
    }

    /** Has an object of this kind and name. This is for kinds that have no method of their own. */
    public SchemaAssert has(ObjectKind kind, String name) {
        Found found = find(kind, name);
        return require(!found.isMissing() || !matching(kind, name).isEmpty(), () -> found.mismatch()
                .orElseThrow());
    }

    /** Has no object of this kind and name. */
    public SchemaAssert doesNotHave(ObjectKind kind, String name) {
        isNotNull();
        List<SchemaObject> found = lookup(kind).unwanted(exact(kind, name));
        KnownTypes.ofArguments(site, kind, name);
        return require(
                found.isEmpty(),
                () -> Mismatch.present(KindWords.of(kind) + " " + name, String.join("\n", ObjectLines.of(found))));
    }

    /** Fails if anything differs from another schema, be it an owner, a grant or a comment. */
    public SchemaAssert isIdenticalTo(Schema expected) {
        isNotNull();
        return hold(Comparisons.identical(actual, expected));
    }

    /** Fails if anything but owners, grants, default privileges and comments differs from another schema. */
    public SchemaAssert hasSameStructureAs(Schema expected) {
        isNotNull();
        return hold(Comparisons.sameStructure(actual, expected));
    }

    /** Fails if anything differs from an earlier schema. */
    public SchemaAssert hasNoChangesSince(Schema before) {
        isNotNull();
        return hold(Comparisons.unchanged(SchemaDiff.between(before, actual)));
    }

    /**
     * Fails if anything differs from an earlier schema that may not.
     *
     * @param allowed changes that may be there, and need not; see {@link SwitchbackAssertions#except}
     * @throws IllegalArgumentException if an allowed change can be several
     */
    public SchemaAssert hasNoChangesSince(Schema before, List<ExpectedChange> allowed) {
        isNotNull();
        return hold(new ExpectedChanges(SchemaDiff.between(before, actual), allowed).noOthers());
    }

    /**
     * Is the schema in a golden file. Writes the file where the system property {@code switchback.golden} is {@code
     * update}, and never where the environment variable {@code CI} is set.
     *
     * @param file a path below {@code src/test/resources}: {@code schema.golden.sql}
     */
    public SchemaAssert matchesGolden(String file) {
        return isIn(GoldenFile.named(ArgumentChecks.text("file", file)));
    }

    /** Is the schema in a golden file, wherever that is; see {@link #matchesGolden(String)}. */
    public SchemaAssert matchesGolden(Path file) {
        return isIn(GoldenFile.at(file));
    }

    /**
     * Fails if a rule is broken, but for what the rules except or have frozen.
     *
     * @throws dev.switchback.schema.SchemaException if the file of frozen violations cannot be read or written, or holds
     *     something else
     */
    public SchemaAssert follows(SchemaRules rules) {
        isNotNull();
        ArgumentChecks.some("rule", rules.rules().toArray());
        return hold(HouseRules.mismatch(rules.check(actual)));
    }

    /**
     * Fails if a rule is broken.
     *
     * @throws IllegalArgumentException if two rules have one id, or there is none
     */
    public SchemaAssert follows(SchemaRule... rules) {
        return follows(SchemaRules.of(ArgumentChecks.some("rule", rules)));
    }

    /**
     * Fails if the classes that jOOQ generated are not those of this schema: tables and views, columns with type and
     * nullability, keys, indexes, enums, domains, composite types and sequences. Converters make no difference.
     *
     * @param generated the classes of one schema, such as {@code Public.PUBLIC}
     * @param except what to leave out on both sides, as for {@link Schema#without(String...)}
     */
    public SchemaAssert matches(org.jooq.Schema generated, String... except) {
        return matches(List.of(generated), patterns(except));
    }

    /** Fails if the classes that jOOQ generated are not those of this schema, for all schemas of a catalog. */
    public SchemaAssert matches(org.jooq.Catalog generated, String... except) {
        ArgumentChecks.some("schema", generated.getSchemas().toArray());
        return matches(generated.getSchemas(), patterns(except));
    }

    /** Has failures collected, here and in all that is reached from here. */
    void collectInto(SoftAssertionsProvider collector) {
        site = site.collecting(collector);
        info.description(COLLECTED);
    }

    @Override
    String label() {
        return info.description() == COLLECTED ? "" : super.label();
    }

    @Override
    AssertionContext site() {
        return site;
    }

    private static List<String> patterns(String... except) {
        return except.length == 0 ? List.of() : ArgumentChecks.texts("pattern", except);
    }

    private List<SchemaObject> matching(ObjectKind kind, String name) {
        return lookup(kind).matching(exact(kind, name));
    }

    private Found find(ObjectKind kind, String name) {
        isNotNull();
        return lookup(kind).byName(exact(kind, name));
    }

    private ObjectLookup lookup(ObjectKind kind) {
        return new ObjectLookup(kind, actual.objects());
    }

    private String exact(ObjectKind kind, String name) {
        return RoutineSignatures.exact(
                kind, ArgumentChecks.text(KindWords.of(kind), name), actual.objects(), site.language());
    }

    private SchemaAssert isIn(GoldenFile file) {
        isNotNull();
        return hold(file.check(actual, FileUpdates.ofThisRun(GoldenFile.PROPERTY))
                .map(why -> new Mismatch(why.message(), why.expected(), why.found())));
    }

    private SchemaAssert matches(List<? extends org.jooq.Schema> generated, List<String> except) {
        isNotNull();
        return hold(GeneratedClassesText.mismatch(JooqComparison.of(actual, generated, except)));
    }

    private SchemaAssert hold(Optional<Mismatch> mismatch) {
        return require(mismatch.isEmpty(), mismatch::orElseThrow);
    }
}
