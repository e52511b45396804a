package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.Index;
import org.jooq.Table;

/** Compares indexes, if the classes know any: that is a setting of the generator. */
final class JooqIndexes {

    private static final Pattern PLAIN = Pattern.compile("(?:\\w+|\"[^\"]+\")(?:, (?:\\w+|\"[^\"]+\"))*");

    private final Schema schema;
    private final boolean known;
    private final Consumer<JooqDifference> differences;

    JooqIndexes(Schema schema, Collection<Table<?>> tables, Consumer<JooqDifference> differences) {
        this.schema = schema;
        this.known = tables.stream().anyMatch(table -> !table.getIndexes().isEmpty());
        this.differences = differences;
    }

    void compare(SchemaObject relation, Table<?> table) {
        if (!known) {
            return;
        }
        Map<String, Index> generated = new LinkedHashMap<>();
        table.getIndexes().forEach(index -> generated.put(index.getName(), index));
        for (SchemaObject index : schema.childrenOf(relation)) {
            if (index.kind() == ObjectKind.INDEX) {
                Index own = generated.remove(index.name().name());
                if (own != null && !text(own).equals(text(index))) {
                    differences.accept(JooqDifference.other(index.name(), text(own), text(index)));
                } else if (own == null && canBeGenerated(index)) {
                    differences.accept(JooqDifference.lacking(index.name(), text(index)));
                }
            }
        }
        generated
                .values()
                .forEach(own -> differences.accept(JooqDifference.surplus(
                        new ObjectName(
                                ObjectKind.INDEX,
                                relation.name().schema(),
                                relation.name().name(),
                                own.getName()),
                        text(own))));
    }

    /** jOOQ's generator leaves out indexes over expressions and those with further columns. */
    private static boolean canBeGenerated(SchemaObject index) {
        return index.attribute("include").isEmpty()
                && PLAIN.matcher(index.attribute("columns")).matches();
    }

    private static String text(SchemaObject index) {
        return "(" + index.attribute("columns").replace("\"", "") + ")"
                + (index.attribute("uniqueness").isEmpty() ? "" : " unique");
    }

    private static String text(Index index) {
        return index.getFields().stream().map(field -> field.$field().getName()).collect(joining(", ", "(", ")"))
                + (index.getUnique() ? " unique" : "");
    }
}
