package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name that the server gives to a partition's index or key which its parent has asked for. */
final class PartitionIndexName {

    private static final int LONGEST = 63;
    private static final Pattern COLUMN = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([\\w$]+)(?:\\(.*\\))?");

    private PartitionIndexName() {}

    /** The index, or the key with its index, under that name. */
    static SchemaObject usual(SchemaObject index) {
        ObjectName name = index.name();
        return new SchemaObject(
                new ObjectName(name.kind(), name.schema(), name.parent(), of(index)),
                index.definition(),
                index.attributes(),
                index.identity());
    }

    /** The qualified name of the index that a partition gets where its parent's is no key. */
    static String ofIndex(SchemaObject key) {
        String columns = ListedNames.split(key.attribute("columns")).stream()
                .map(PartitionIndexName::word)
                .collect(Collectors.joining("_"));
        return SqlName.qualified(key.name().schema(), shortened(key.name().parent(), columns, "idx"));
    }

    private static String of(SchemaObject index) {
        String table = index.name().parent();
        if (index.kind() == ObjectKind.PRIMARY_KEY) {
            return shortened(table, "", "pkey");
        }
        String columns = Stream.of("columns", "include")
                .flatMap(attribute -> ListedNames.split(index.attribute(attribute)).stream())
                .map(PartitionIndexName::word)
                .collect(Collectors.joining("_"));
        return shortened(table, columns, index.kind() == ObjectKind.INDEX ? "idx" : label(index));
    }

    private static String label(SchemaObject key) {
        return key.kind() == ObjectKind.EXCLUSION ? "excl" : "key";
    }

    /** A column by its name, a call by its function's. */
    private static String word(String key) {
        Matcher column = COLUMN.matcher(key);
        if (!column.matches()) {
            return "expr";
        }
        return Optional.ofNullable(column.group(2))
                .orElseGet(() -> column.group(1).replace("\"\"", "\""));
    }

    /** The longer one of both names loses its end. */
    private static String shortened(String table, String columns, String label) {
        int tableLength = table.length();
        int columnsLength = columns.length();
        int rest = LONGEST - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
        while (tableLength + columnsLength > rest) {
            if (tableLength > columnsLength) {
                tableLength--;
            } else {
                columnsLength--;
            }
        }
        return table.substring(0, tableLength)
                + (columns.isEmpty() ? "" : "_" + columns.substring(0, columnsLength))
                + "_"
                + label;
    }
}
