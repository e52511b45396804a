package dev.switchback.report;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.Table;
import java.util.List;

/**
 * A table as a diagram shows it.
 *
 * @param schema the schema it is in
 * @param name its own name
 * @param columns its columns, with their types
 * @param references the qualified names of the tables that its foreign keys refer to
 */
public record ReportedTable(String schema, String name, List<Column> columns, List<String> references) {

    /** A column; {@code key} is {@code PK}, {@code FK} or empty. */
    public record Column(String name, String type, String key) {}

    public ReportedTable {
        columns = List.copyOf(columns);
        references = List.copyOf(references);
    }

    static List<ReportedTable> of(Schema schema) {
        return schema.objects(ObjectKind.TABLE).stream()
                .map(object -> of(schema.table(object.name().qualified())))
                .toList();
    }

    private static ReportedTable of(Table table) {
        List<String> primary = columnsOf(table.children(ObjectKind.PRIMARY_KEY));
        List<String> foreign = columnsOf(table.children(ObjectKind.FOREIGN_KEY));
        return new ReportedTable(
                table.object().name().schema(),
                table.object().name().name(),
                table.columns().stream()
                        .map(column -> new Column(
                                column.name().name(),
                                column.attribute("type"),
                                primary.contains(column.name().name())
                                        ? "PK"
                                        : foreign.contains(column.name().name()) ? "FK" : ""))
                        .toList(),
                table.children(ObjectKind.FOREIGN_KEY).stream()
                        .map(key -> key.attribute("references").replaceFirst("\\([^(]*\\)$", ""))
                        .distinct()
                        .toList());
    }

    private static List<String> columnsOf(List<SchemaObject> keys) {
        return keys.stream()
                .flatMap(key -> List.of(key.attribute("columns").split(", ")).stream())
                .toList();
    }

    String qualified() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
