package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowHint;
import dev.switchback.filling.RowKind;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import dev.switchback.text.WholeWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that the schema before a migration admits and a constraint that it adds refuses: those that break a CHECK, share what is to
 * be unique, or refer to nothing. Rows that are made for the schema before alone do that by luck only.
 */
final class CounterExamples {

    /** A column of an index, which may have an order or an operator class behind it. */
    private static final Pattern COLUMN = Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\"\\s()]+)(?: [^()]*)?");

    private final FillPlan plan;
    private final Schema before;
    private final Schema after;
    private final Partitions partitions;

    private CounterExamples(FillPlan plan, Schema before, Schema after) {
        this.plan = plan;
        this.before = before;
        this.after = after;
        this.partitions = Partitions.of(before);
    }

    /** Plans of such rows, one or two for each constraint that is new on a table that was there. */
    static List<FillPlan> of(FillPlan plan, Schema before, Schema after) {
        CounterExamples examples = new CounterExamples(plan, before, after);
        return SchemaDiff.between(before, after).changes().stream()
                .filter(Change.Added.class::isInstance)
                .map(change -> ((Change.Added) change).object())
                .flatMap(examples::to)
                .toList();
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
            case UNIQUE, PRIMARY_KEY -> doubled(table.get(), constraint);
            case INDEX ->
                constraint.attribute("uniqueness").isEmpty() ? Stream.empty() : doubled(table.get(), constraint);
            case FOREIGN_KEY -> orphaned(table.get(), constraint).stream();
            default -> Stream.empty();
        };
    }

    private Optional<FillPlan> broken(SchemaObject table, SchemaObject check) {
        String condition = check.definition().replaceFirst("^CHECK ", "");
        return condition.endsWith(" NOT VALID")
                ? Optional.empty()
                : where(table, "NOT " + condition.replaceFirst("( NO INHERIT)$", ""))
                        .map(plan::withHints);
    }

    /** The hints with one more for each partition of a table; empty if the condition speaks of none of its columns. */
    private Optional<List<RowHint>> where(SchemaObject table, String condition) {
        return columns(table)
                .filter(column -> WholeWord.isIn(condition, column))
                .findFirst()
                .map(column -> {
                    List<RowHint> hints = new ArrayList<>(plan.hints());
                    partitions
                            .leaves(table.name().qualified())
                            .forEach(leaf -> hints.add(RowHint.onTable(leaf, column, condition)));
                    return hints;
                });
    }

    private Stream<String> columns(SchemaObject table) {
        return before.childrenOf(table).stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .map(column -> column.name().name());
    }

    private Stream<FillPlan> doubled(SchemaObject table, SchemaObject key) {
        List<String> columns = names(key);
        if (!columns(table).toList().containsAll(columns)) {
            return Stream.empty();
        }
        String predicate = key.attribute("predicate");
        boolean isTold =
                predicate.isEmpty() && keys(table).noneMatch(old -> old.stream().anyMatch(columns::contains));
        boolean isUnique = keys(table).anyMatch(columns::containsAll);
        Stream<FillPlan> twins = isTold || isUnique ? Stream.empty() : twins(table, columns, predicate).stream();
        return key.attribute("nulls").isEmpty() && !key.definition().contains("NULLS NOT DISTINCT")
                ? twins
                : Stream.concat(twins, nulls(table, columns).stream());
    }

    /** Two rows with the same key that differ in what is unique before. */
    private Optional<FillPlan> twins(SchemaObject table, List<String> columns, String predicate) {
        Map<String, Set<String>> shared = new HashMap<>();
        partitions.leaves(table.name().qualified()).forEach(leaf -> shared.put(leaf, Set.copyOf(columns)));
        FillPlan twins = plan.withKinds(List.of(RowKind.FILLED, RowKind.TWIN)).withShared(shared);
        return predicate.isEmpty()
                ? Optional.of(twins)
                : where(table, predicate).map(twins::withHints);
    }

    private Optional<FillPlan> nulls(SchemaObject table, List<String> columns) {
        String areNull = String.join(
                " AND ",
                columns.stream()
                        .map(CounterExamples::quoted)
                        .map(name -> name + " IS NULL")
                        .toList());
        return where(table, areNull).map(hints -> plan.withKinds(List.of(RowKind.FILLED, RowKind.FILLED))
                .withHints(hints));
    }

    /** The columns of what keeps all rows of a table apart already. */
    private Stream<List<String>> keys(SchemaObject table) {
        return before.childrenOf(table).stream()
                .filter(child -> child.kind() == ObjectKind.PRIMARY_KEY
                        || child.kind() == ObjectKind.UNIQUE
                        || (child.kind() == ObjectKind.INDEX
                                && !child.attribute("uniqueness").isEmpty()))
                .filter(key -> key.attribute("predicate").isEmpty())
                .map(CounterExamples::names);
    }

    /** Columns by their names alone, and expressions as they are. */
    private static List<String> names(SchemaObject key) {
        return Arrays.stream(key.attribute("columns").split(", "))
                .map(written -> {
                    Matcher column = COLUMN.matcher(written);
                    return column.matches()
                            ? column.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\"")
                            : written;
                })
                .toList();
    }

    /** Rows beside an empty table to which they are to refer; of a table that refers to itself, one that is another than it names. */
    private Optional<FillPlan> orphaned(SchemaObject table, SchemaObject key) {
        Optional<TableLink> link = TableLinks.ofForeignKeys(after).stream()
                .filter(each -> each.key().filter(key::equals).isPresent())
                .findFirst();
        if (link.isEmpty() || !columns(table).toList().containsAll(link.get().columns())) {
            return Optional.empty();
        }
        String parent = link.get().parent().name().qualified();
        if (!parent.equals(table.name().qualified())) {
            Set<String> emptied = partitions.leaves(parent);
            return Optional.of(plan.withTables(
                    name -> !emptied.contains(name) && plan.wanted().test(name)));
        }
        return where(
                        table,
                        "(%s) <> (%s)"
                                .formatted(
                                        listed(link.get().columns()),
                                        listed(link.get().parentColumns())))
                .map(hints -> plan.withKinds(List.of(RowKind.FILLED)).withHints(hints));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.stream().map(CounterExamples::quoted).toList());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
