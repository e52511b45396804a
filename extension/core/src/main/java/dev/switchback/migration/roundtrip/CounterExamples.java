package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.migration.script.ScriptText;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that the schema before a migration admits and a constraint that it adds refuses: those that break a CHECK, share what is to
 * be unique, or refer to nothing; zeros where its script divides, and the largest beside the smallest where it compares. Rows that are
 * made for the schema before alone do that by luck only.
 */
final class CounterExamples {

    private static final Pattern DIVIDES =
            Pattern.compile("[/%]|\\b(?:mod|div|ln|log|log10)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARES =
            Pattern.compile("range\\s*\\(| - |<(?![>-])|(?<![<>-])>", Pattern.CASE_INSENSITIVE);

    private final FillPlan plan;
    private final Schema before;
    private final Schema after;
    private final TablePlans tables;
    private final SharedKeys keys;

    private CounterExamples(FillPlan plan, Schema before, Schema after) {
        this.plan = plan;
        this.before = before;
        this.after = after;
        this.tables = new TablePlans(plan, before, Partitions.of(before));
        this.keys = new SharedKeys(tables);
    }

    /**
     * Plans of such rows, one or two for each constraint that is new on a table that was there.
     *
     * @param script the text of the migration
     */
    static List<FillPlan> of(FillPlan plan, Schema before, Schema after, String script) {
        CounterExamples examples = new CounterExamples(plan, before, after);
        Stream<FillPlan> refused =
                SchemaDiff.between(before, after).changes().stream().flatMap(examples::to);
        return Stream.concat(refused, computed(plan, script)).toList();
    }

    private static Stream<FillPlan> computed(FillPlan plan, String script) {
        List<FillPlan> plans = new ArrayList<>();
        if (DIVIDES.matcher(ScriptText.run(script)).find()) {
            plans.add(plan.withKinds(List.of(RowKind.FILLED, RowKind.ZEROS)));
        }
        if (COMPARES.matcher(ScriptText.withoutComments(script)).find()) {
            plans.add(plan.withKinds(List.of(RowKind.FILLED, RowKind.OPPOSITES, RowKind.OPPOSITES)));
        }
        return plans.stream();
    }

    private Stream<FillPlan> to(Change change) {
        if (change instanceof Change.Changed changed && changed.after().kind() == ObjectKind.COLUMN) {
            return keys.retyped(changed);
        }
        return change instanceof Change.Added added ? to(added.object()) : Stream.empty();
    }

    private Stream<FillPlan> to(SchemaObject constraint) {
        Optional<SchemaObject> table = constraint.name().hasParent()
                ? before.find(ObjectKind.TABLE, constraint.name().qualifiedParent())
                : Optional.empty();
        if (table.isEmpty()) {
            return Stream.empty();
        }
        return switch (constraint.kind()) {
            case CHECK -> broken(table.get(), constraint).stream();
            case UNIQUE, PRIMARY_KEY -> keys.doubled(table.get(), constraint);
            case INDEX ->
                constraint.attribute("uniqueness").isEmpty() ? Stream.empty() : keys.doubled(table.get(), constraint);
            case FOREIGN_KEY -> orphaned(table.get(), constraint).stream();
            default -> Stream.empty();
        };
    }

    private Optional<FillPlan> broken(SchemaObject table, SchemaObject check) {
        String condition = check.definition().replaceFirst("^CHECK ", "");
        return condition.endsWith(" NOT VALID")
                ? Optional.empty()
                : tables.where(table, "NOT " + condition.replaceFirst("( NO INHERIT)$", ""))
                        .map(plan::withHints);
    }

    /** Rows beside an empty table to which they are to refer; of a table that refers to itself, one that is another than it names. */
    private Optional<FillPlan> orphaned(SchemaObject table, SchemaObject key) {
        Optional<TableLink> link = TableLinks.ofForeignKeys(after).stream()
                .filter(each -> each.key().filter(key::equals).isPresent())
                .findFirst();
        if (link.isEmpty()
                || !tables.columns(table).toList().containsAll(link.get().columns())) {
            return Optional.empty();
        }
        String parent = link.get().parent().name().qualified();
        if (!parent.equals(table.name().qualified())) {
            Set<String> emptied = tables.leaves(parent);
            return Optional.of(plan.withTables(
                    name -> !emptied.contains(name) && plan.wanted().test(name)));
        }
        return tables.where(
                        table,
                        "(%s) <> (%s)"
                                .formatted(
                                        TablePlans.listed(link.get().columns()),
                                        TablePlans.listed(link.get().parentColumns())))
                .map(hints -> plan.withKinds(List.of(RowKind.FILLED)).withHints(hints));
    }
}
