package dev.switchback.postgresql.filling;

import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.filling.RowHint;
import dev.switchback.postgresql.SqlName;
import dev.switchback.text.NearestName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hints, as conditions of the tables and domains of which they speak. */
final class FilledHints {

    private final FilledCatalog catalog;
    private final FillSession session;

    FilledHints(FilledCatalog catalog, FillSession session) {
        this.catalog = catalog;
        this.session = session;
    }

    /** The catalog with the hints among the conditions of its tables. */
    FilledCatalog add(List<RowHint> hints) throws SQLException {
        Map<Long, List<TableCondition>> added = new TreeMap<>();
        for (RowHint hint : hints) {
            List<FilledTarget> meant = tables(hint);
            List<ValueType> domains = domains(hint);
            if (meant.isEmpty() && domains.isEmpty()) {
                throw unknown(hint);
            }
            List<String> names = names(hint.target());
            for (FilledTarget table : meant) {
                added.computeIfAbsent(table.id(), absent -> new ArrayList<>())
                        .add(condition(table, names.get(names.size() - 1), hint));
            }
            for (ValueType domain : domains) {
                session.hint(domain, hint);
                for (FilledTarget table : catalog.targets()) {
                    for (FilledColumn column : table.columns()) {
                        if (column.type().equals(domain) && column.isWritten()) {
                            added.computeIfAbsent(table.id(), absent -> new ArrayList<>())
                                    .add(condition(table, column.name(), hint));
                        }
                    }
                }
            }
        }
        List<FilledTarget> targets = catalog.targets().stream()
                .map(target -> target.with(
                        Stream.concat(target.conditions().stream(), added.getOrDefault(target.id(), List.of()).stream())
                                .toList()))
                .toList();
        return new FilledCatalog(targets, catalog.types(), catalog.roots());
    }

    private TableCondition condition(FilledTarget table, String column, RowHint hint) throws SQLException {
        String condition =
                SqlName.quote(column) + hint.condition().substring(hint.target().length());
        List<String> columns = table.columns().stream()
                .map(FilledColumn::name)
                .filter(name -> SqlWords.mentions(condition, name))
                .toList();
        try {
            session.rows("SELECT (" + condition + ")::boolean FROM " + table.sql() + " LIMIT 0");
        } catch (SQLException e) {
            throw new GeneratedRowsException(
                    "The server does not understand " + hint + " for " + table.name() + ": " + ServerWords.of(e), e);
        }
        return new TableCondition(
                "", TableCondition.Kind.HINT, columns, condition, List.of(), List.of(), hint.toString());
    }

    private List<FilledTarget> tables(RowHint hint) {
        List<String> names = names(hint.target());
        String column = names.get(names.size() - 1);
        String table = String.join(".", names.subList(0, names.size() - 1));
        return catalog.targets().stream()
                .filter(target -> table.isEmpty()
                        || target.name().equals(table)
                        || target.shortName().equals(table))
                .filter(target -> target.find(column).isPresent())
                .toList();
    }

    private List<ValueType> domains(RowHint hint) {
        String name = String.join(".", names(hint.target()));
        return catalog.types().values().stream()
                .filter(type -> type.shape() == ValueType.Shape.DOMAIN)
                .filter(type -> type.name().equals(name) || type.shortName().equals(name))
                .toList();
    }

    private GeneratedRowsException unknown(RowHint hint) {
        List<String> known = catalog.targets().stream()
                .flatMap(target -> target.columns().stream()
                        .flatMap(column -> Stream.of(column.name(), target.shortName() + "." + column.name())))
                .distinct()
                .toList();
        String nearest = NearestName.question(hint.target(), known);
        return new GeneratedRowsException(hint + " speaks of " + hint.target()
                + ", and no table has a column of that name, nor is there such a domain." + nearest);
    }

    /** The parts of a name, without quotes; in small letters where it has none. */
    private static List<String> names(String target) {
        List<String> names = new ArrayList<>();
        for (String part : target.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            names.add(
                    part.startsWith("\"")
                            ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                            : part.toLowerCase(java.util.Locale.ROOT));
        }
        return names;
    }
}
