package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.RowKind;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.WholeWord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that share what is to be unique from now on, or that a new type makes the same. */
final class SharedKeys {

    /** A column of an index, which may have an order or an operator class behind it. */
    private static final Pattern COLUMN = Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\"\\s()]+)(?: [^()]*)?");

    private final TablePlans tables;

    SharedKeys(TablePlans tables) {
        this.tables = tables;
    }

    /** Plans for a unique index or constraint that is new. */
    Stream<FillPlan> doubled(SchemaObject table, SchemaObject key) {
        List<String> columns = names(key);
        if (!tables.columns(table).toList().containsAll(columns)) {
            return alike(table, columns);
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

    /** Two rows with the same key that differ in what is unique tables.before(). */
    private Optional<FillPlan> twins(SchemaObject table, List<String> columns, String predicate) {
        Map<String, Set<String>> shared = new HashMap<>();
        tables.leaves(table.name().qualified()).forEach(leaf -> shared.put(leaf, Set.copyOf(columns)));
        FillPlan twins =
                tables.plan().withKinds(List.of(RowKind.FILLED, RowKind.TWIN)).withShared(shared);
        return predicate.isEmpty()
                ? Optional.of(twins)
                : tables.where(table, predicate).map(twins::withHints);
    }

    /** Two rows whose texts an expression of an index does not tell apart. */
    private Stream<FillPlan> alike(SchemaObject table, List<String> key) {
        List<String> all = tables.columns(table).toList();
        return key.stream().filter(each -> !all.contains(each)).flatMap(expression -> all.stream()
                .filter(column -> WholeWord.isIn(expression, column))
                .flatMap(column -> alike(table, column, expression, key)));
    }

    /** Two rows whose texts the new type of a column that is unique does not tell apart. */
    Stream<FillPlan> retyped(Change.Changed column) {
        String name = column.name().name();
        return tables.before().find(ObjectKind.TABLE, column.name().qualifiedParent()).stream()
                .flatMap(table -> keys(table)
                        .filter(key -> key.contains(name))
                        .flatMap(key -> alike(table, name, column.to(), key)));
    }

    /** Two rows with the same key but for a column, whose texts are alike under an expression. */
    private Stream<FillPlan> alike(SchemaObject table, String column, String expression, List<String> key) {
        Set<String> others = key.stream().filter(each -> !each.equals(column)).collect(Collectors.toSet());
        FillPlan twins = tables.plan().withKinds(List.of(RowKind.FILLED, RowKind.TWIN));
        return AlikeTexts.under(expression).stream().map(texts -> {
            Map<String, Set<String>> shared = new HashMap<>();
            Map<String, List<Map<String, Optional<String>>>> rows = new HashMap<>();
            tables.leaves(table.name().qualified()).forEach(leaf -> {
                shared.put(leaf, others);
                rows.put(
                        leaf,
                        texts.stream()
                                .map(text -> Map.of(column, Optional.of(text)))
                                .toList());
            });
            return twins.withShared(shared).withPreferred(rows);
        });
    }

    private Optional<FillPlan> nulls(SchemaObject table, List<String> columns) {
        String areNull = String.join(
                " AND ",
                columns.stream()
                        .map(TablePlans::quoted)
                        .map(name -> name + " IS NULL")
                        .toList());
        return tables.where(table, areNull).map(hints -> tables.plan()
                .withKinds(List.of(RowKind.FILLED, RowKind.FILLED))
                .withHints(hints));
    }

    /** The columns of what keeps all rows of a table apart already. */
    private Stream<List<String>> keys(SchemaObject table) {
        return tables.before().childrenOf(table).stream()
                .filter(child -> child.kind() == ObjectKind.PRIMARY_KEY
                        || child.kind() == ObjectKind.UNIQUE
                        || (child.kind() == ObjectKind.INDEX
                                && !child.attribute("uniqueness").isEmpty()))
                .filter(key -> key.attribute("predicate").isEmpty())
                .map(SharedKeys::names);
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
}
