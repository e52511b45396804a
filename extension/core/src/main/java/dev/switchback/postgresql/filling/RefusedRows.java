package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the statement that finds the rows for which another was refused, and tries it. */
final class RefusedRows {

    private static final Pattern KEY = Pattern.compile("^Key \\((.*?)\\)=\\(", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private final Connection filled;
    private final ServerWords said;
    private final Schema after;

    RefusedRows(Connection filled, ServerWords said, Schema after) {
        this.filled = filled;
        this.said = said;
        this.after = after;
    }

    /** The statement; empty if none is known that finds any. */
    Optional<String> search() throws SQLException {
        List<String> worth =
                switch (said.state()) {
                    case "23505" -> duplicates().stream().toList();
                    case "23502" -> List.of(all() + " WHERE " + SqlName.quoteIfNeeded(said.column()) + " IS NULL");
                    case "23514" -> violations().stream().toList();
                    case "23503" -> orphans().stream().toList();
                    case "22001" -> tooLong();
                    default -> List.of();
                };
        FillSession session = new FillSession(filled);
        filled.setAutoCommit(false);
        try {
            for (String query : worth) {
                if (!said.table().isEmpty() || said.state().equals("22001")) {
                    try {
                        if (!session.rows(query).isEmpty()) {
                            return Optional.of(query);
                        }
                    } catch (SQLException speaksOfWhatComesLater) {
                        // the next one may not
                    }
                }
            }
            return Optional.empty();
        } finally {
            filled.rollback();
            filled.setAutoCommit(true);
        }
    }

    private String all() {
        return "SELECT * FROM " + name();
    }

    private String name() {
        return SqlName.qualified(said.schema(), said.table());
    }

    private Optional<String> duplicates() {
        Matcher key = KEY.matcher(said.detail());
        if (!key.find()) {
            return Optional.empty();
        }
        String keys = key.group(1);
        Optional<SchemaObject> index = objects(ObjectKind.INDEX, ObjectKind.UNIQUE, ObjectKind.PRIMARY_KEY)
                .filter(object -> object.name().name().equals(said.constraint()))
                .findFirst();
        String predicate = index.map(object -> object.attribute("predicate"))
                .filter(condition -> !condition.isEmpty())
                .map(condition -> " WHERE " + condition)
                .orElse("");
        boolean areNullsDistinct = index.filter(
                        object -> !object.attribute("nulls").isEmpty()
                                || object.definition().contains("NULLS NOT DISTINCT"))
                .isEmpty();
        return Optional.of("SELECT " + keys + ", count(*) FROM " + name() + predicate + " GROUP BY " + keys
                + " HAVING count(*) > 1" + (areNullsDistinct ? " AND (" + keys + ") IS NOT NULL" : ""));
    }

    private Optional<String> violations() {
        return objects(ObjectKind.CHECK)
                .filter(check -> check.name().name().equals(said.constraint()))
                .filter(check -> after.parentOf(check.name())
                        .filter(table -> table.name().name().equals(said.table()))
                        .isPresent())
                .findFirst()
                .map(check -> all() + " WHERE NOT ("
                        + check.definition()
                                .replaceFirst("^CHECK \\(", "")
                                .replaceFirst("\\)(?: NOT VALID| NO INHERIT| NOT ENFORCED)*$", "")
                        + ")");
    }

    private Optional<String> orphans() {
        return objects(ObjectKind.FOREIGN_KEY)
                .filter(key -> key.name().name().equals(said.constraint()))
                .findFirst()
                .map(key -> orphans(List.of(key.attribute("columns").split(", ")), key.attribute("references")));
    }

    private String orphans(List<String> columns, String references) {
        int open = references.indexOf('(');
        String parent = references.substring(0, open);
        List<String> keys =
                List.of(references.substring(open + 1, references.length() - 1).split(", "));
        List<String> same = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            same.add("p." + SqlName.quoteIfNeeded(keys.get(i)) + " = c." + SqlName.quoteIfNeeded(columns.get(i)));
            given.add("c." + SqlName.quoteIfNeeded(columns.get(i)) + " IS NOT NULL");
        }
        return "SELECT * FROM " + name() + " c WHERE " + String.join(" AND ", given) + " AND NOT EXISTS (SELECT FROM "
                + parent + " p WHERE " + String.join(" AND ", same) + ")";
    }

    /** The server does not say which column it was; only one that became shorter has such values. */
    private List<String> tooLong() {
        List<String> queries = new ArrayList<>();
        objects(ObjectKind.COLUMN).forEach(column -> {
            Matcher length = LENGTH.matcher(column.attribute("type"));
            if (length.matches()) {
                String name = SqlName.quoteIfNeeded(column.name().name());
                after.parentOf(column.name())
                        .filter(table -> table.kind() == ObjectKind.TABLE)
                        .ifPresent(table -> queries.add("SELECT * FROM "
                                + SqlName.quoteIfNeeded(table.name().schema()) + "."
                                + SqlName.quoteIfNeeded(table.name().name()) + " WHERE length(" + name + "::text) > "
                                + length.group(1)));
            }
        });
        return queries;
    }

    private Stream<SchemaObject> objects(ObjectKind... kinds) {
        return Stream.of(kinds).flatMap(kind -> after.objects(kind).stream());
    }
}
