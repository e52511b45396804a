package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowLoss;
import dev.switchback.migration.script.MarkerName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The subject of a declared loss.
 *
 * @param table the table's qualified name
 * @param column the column; empty for the table's rows
 */
record LossTarget(String table, String column) {

    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\".]+)");

    /** The objects that a loss can be declared of: those there before the migration or after it. */
    record Known(List<ObjectName> tables, List<ObjectName> columns) {

        static Known in(Schema before, Schema after) {
            return new Known(names(ObjectKind.TABLE, before, after), names(ObjectKind.COLUMN, before, after));
        }

        private static List<ObjectName> names(ObjectKind kind, Schema before, Schema after) {
            return Stream.of(before, after)
                    .flatMap(schema -> schema.objects(kind).stream())
                    .map(object -> object.name())
                    .distinct()
                    .toList();
        }
    }

    /** The target that a name in one to three parts means; empty if there is nothing of that name. */
    static Optional<LossTarget> of(String written, Known known) {
        String name = String.join(".", parts(written));
        return known.tables().stream()
                .filter(table -> table.isMeantBy(name))
                .findFirst()
                .map(table -> new LossTarget(table.qualified(), ""))
                .or(() -> known.columns().stream()
                        .filter(column -> name.contains(".") && column.isMeantBy(name))
                        .findFirst()
                        .map(column -> new LossTarget(column.qualifiedParent(), column.name())));
    }

    /** The message that nothing has the name, and what was probably meant. */
    static String problem(String written, Known known) {
        List<String> parts = parts(written);
        String name = String.join(".", parts);
        Optional<ObjectName> table = parts.size() < 2
                ? Optional.empty()
                : known.tables().stream()
                        .filter(candidate -> candidate.isMeantBy(String.join(".", parts.subList(0, parts.size() - 1))))
                        .findFirst();
        if (table.isPresent()) {
            String column = parts.get(parts.size() - 1);
            return "The table %s has no column %s%s"
                    .formatted(
                            table.get().qualified(),
                            column,
                            nearest(
                                    column,
                                    known.columns().stream()
                                            .filter(other -> other.qualifiedParent()
                                                    .equals(table.get().qualified()))
                                            .map(ObjectName::name)));
        }
        String wanted = parts.size() == 2 ? parts.get(0) : name;
        return "There is no table %s%s"
                .formatted(wanted, nearest(wanted, known.tables().stream().map(ObjectName::name)));
    }

    private static String nearest(String name, Stream<String> candidates) {
        return NearestName.nearest(name, candidates.toList())
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse(".");
    }

    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(written);
        while (part.find()) {
            String quoted = part.group(1);
            parts.add(quoted == null ? part.group(2).toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
        }
        return parts;
    }

    /** Whether rows of the table, or values of the column, are lost by a loss of this table. */
    boolean isOfKind(RowLoss loss) {
        return loss.kind() == RowLoss.Kind.GONE
                ? column.isEmpty()
                : loss.kind() != RowLoss.Kind.ADDED && loss.column().equals(column);
    }

    /** How a script would declare losses: of several partitions at once by their table, and not at all for rows that were added. */
    static List<String> declaring(List<RowLoss> losses, Partitions partitions) {
        Map<LossTarget, List<LossTarget>> byWhole = new LinkedHashMap<>();
        for (RowLoss loss : losses) {
            if (loss.kind() != RowLoss.Kind.ADDED) {
                String whole = List.copyOf(partitions.wholes(loss.table()))
                        .get(partitions.wholes(loss.table()).size() - 1);
                byWhole.computeIfAbsent(new LossTarget(whole, loss.column()), absent -> new ArrayList<>())
                        .add(new LossTarget(loss.table(), loss.column()));
            }
        }
        return byWhole.entrySet().stream()
                .map(each -> each.getValue().size() == 1 ? each.getValue().get(0) : each.getKey())
                .map(LossTarget::declaration)
                .distinct()
                .toList();
    }

    private String declaration() {
        return quotedTable(table) + (column.isEmpty() ? "" : "." + MarkerName.of(column));
    }

    private static String quotedTable(String qualified) {
        int dot = qualified.indexOf('.');
        String schema = qualified.substring(0, Math.max(0, dot));
        String table = MarkerName.of(qualified.substring(dot + 1));
        return schema.isEmpty() || schema.equals("public") ? table : MarkerName.of(schema) + "." + table;
    }
}
