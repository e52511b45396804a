package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds values for some columns of a row with which it meets all conditions on them: the server evaluates candidates. */
final class ConditionSolver {

    private static final int COMBINATIONS = 20_000;
    private static final int ONE_BY_ONE = 80;

    /** Of more columns, the others stay as they are: two candidates each would be too many combinations. */
    private static final int MOST_CHOICES = 14;

    private final FillSession session;
    private final MadeValues values;
    private final ParentKeys parents;

    ConditionSolver(FillSession session, MadeValues values, ParentKeys parents) {
        this.session = session;
        this.values = values;
        this.parents = parents;
    }

    /** Columns that are chosen together, and what there is to choose from. */
    private record Choice(List<String> columns, List<List<@Nullable String>> candidates) {

        Choice upTo(int most) {
            return candidates.size() <= most ? this : new Choice(columns, candidates.subList(0, most));
        }
    }

    /**
     * Changes values of a row; returns whether there were any.
     *
     * @param columns the columns that may be changed
     * @param tried the combinations that the server has refused in spite of all conditions
     */
    boolean solve(FilledTarget table, FilledRow row, Set<String> columns, Set<List<@Nullable String>> tried)
            throws SQLException {
        List<TableCondition> conditions = table.conditionsOn(columns);
        List<Choice> choices = choices(table, row, columns, conditions);
        if (choices.isEmpty()) {
            return false;
        }
        List<Choice> bounded = bounded(choices.subList(0, Math.min(MOST_CHOICES, choices.size())), COMBINATIONS);
        List<String> changed =
                bounded.stream().flatMap(choice -> choice.columns().stream()).toList();
        String query = query(table, row, bounded, changed, conditions, tried.size() + 1 + turn(row));
        List<List<@Nullable String>> found;
        try {
            found = session.rows(query);
        } catch (SQLException oneFails) {
            found = oneByOne(table, row, bounded, changed, conditions);
        }
        for (int turn = 0; turn < found.size(); turn++) {
            List<@Nullable String> values = found.get((turn + turn(row)) % found.size());
            if (tried.add(values)) {
                for (int i = 0; i < changed.size(); i++) {
                    row.set(changed.get(i), values.get(i));
                }
                return true;
            }
        }
        return false;
    }

    /** So many candidates of each that there are no more combinations than that: of many columns, the last keep one value each. */
    private static List<Choice> bounded(List<Choice> choices, int most) {
        int each = Math.max(2, (int) Math.floor(Math.pow(most, 1.0 / choices.size())));
        List<Choice> bounded = new ArrayList<>();
        long combinations = 1;
        for (Choice choice : choices) {
            Choice next = choice.upTo(combinations * each <= most ? each : 1);
            combinations *= Math.max(1, next.candidates().size());
            bounded.add(next);
        }
        return bounded;
    }

    /** Rows take turns, so that they do not all hold the first value that will do. */
    private static int turn(FilledRow row) {
        return (int) (row.number() % 3);
    }

    private List<List<@Nullable String>> oneByOne(
            FilledTarget table,
            FilledRow row,
            List<Choice> choices,
            List<String> changed,
            List<TableCondition> conditions)
            throws SQLException {
        List<List<@Nullable String>> found = new ArrayList<>();
        List<List<Choice>> singles = new ArrayList<>(List.of(List.of()));
        for (Choice choice : bounded(choices, ONE_BY_ONE)) {
            List<List<Choice>> longer = new ArrayList<>();
            for (List<Choice> begun : singles) {
                for (List<@Nullable String> candidate : choice.candidates()) {
                    List<Choice> all = new ArrayList<>(begun);
                    all.add(new Choice(choice.columns(), List.of(candidate)));
                    longer.add(all);
                }
            }
            singles = longer;
        }
        for (List<Choice> single : singles) {
            try {
                found.addAll(session.rows(query(table, row, single, changed, conditions, 1)));
            } catch (SQLException refused) {
                // the next one may be understood
            }
        }
        return found;
    }

    /** Choices to be made: a foreign key's columns together, and each other column for itself. */
    private List<Choice> choices(
            FilledTarget table, FilledRow row, Set<String> columns, List<TableCondition> conditions)
            throws SQLException {
        String text =
                conditions.stream().map(condition -> words(table, condition)).collect(Collectors.joining(" "));
        List<Choice> choices = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(columns);
        for (ParentLink link : table.parents()) {
            boolean isOurs = link.columns().stream().anyMatch(left::contains)
                    && link.columns().stream().noneMatch(name -> choices.stream()
                            .anyMatch(choice -> choice.columns().contains(name)));
            if (isOurs) {
                List<List<@Nullable String>> keys = new ArrayList<>(parents.of(link));
                if (link.columns().stream().allMatch(name -> table.column(name).mayBeNull())) {
                    keys.add(java.util.Collections.nCopies(link.columns().size(), null));
                }
                if (!keys.isEmpty()) {
                    choices.add(new Choice(link.columns(), keys));
                }
            }
            link.columns().forEach(left::remove);
        }
        for (String name : left) {
            FilledColumn column = table.column(name);
            if (column.isWritten()) {
                choices.add(new Choice(List.of(name), candidates(column, row, text)));
            }
        }
        return choices;
    }

    /** A condition, with that of which the generated columns in it are made. */
    private static String words(FilledTarget table, TableCondition condition) {
        return Stream.concat(
                        Stream.of(condition.expression(), String.join(" ", condition.keys())),
                        condition.columns().stream()
                                .map(table::column)
                                .filter(FilledColumn::isGenerated)
                                .map(FilledColumn::expression))
                .collect(Collectors.joining(" "));
    }

    private List<List<@Nullable String>> candidates(FilledColumn column, FilledRow row, String text)
            throws SQLException {
        List<List<@Nullable String>> found = new ArrayList<>();
        Set<@Nullable String> seen = new LinkedHashSet<>();
        String own = row.value(column.name());
        if (own != null) {
            seen.add(own);
        }
        String conditions = text + " "
                + String.join(
                        " ",
                        column.type().shape() == ValueType.Shape.DOMAIN ? values.conditions(column.type()) : List.of());
        if (column.type().shape() == ValueType.Shape.DOMAIN) {
            seen.addAll(values.accepted(column.type(), column.name()));
        }
        seen.addAll(new Candidates(values, conditions)
                .of(column.type(), column.modifier(), column.name(), 7 * row.number()));
        seen.forEach(value -> found.add(java.util.Collections.singletonList(value)));
        if (column.mayBeNull()) {
            found.add(Math.min(found.size(), 3), java.util.Collections.singletonList(null));
        }
        return found;
    }

    private String query(
            FilledTarget table,
            FilledRow row,
            List<Choice> choices,
            List<String> changed,
            List<TableCondition> conditions,
            int most) {
        Map<String, String> chosen = new HashMap<>();
        List<String> sources = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            List<String> lines = new ArrayList<>();
            List<List<@Nullable String>> candidates = choices.get(i).candidates();
            for (int n = 0; n < candidates.size(); n++) {
                lines.add("("
                        + candidates.get(n).stream()
                                .map(value -> text(value) + "::text")
                                .collect(Collectors.joining(", "))
                        + ", " + n + ")");
            }
            List<String> names = new ArrayList<>();
            for (int j = 0; j < choices.get(i).columns().size(); j++) {
                names.add("x" + j);
                chosen.put(choices.get(i).columns().get(j), "v" + i + ".x" + j);
            }
            sources.add("(VALUES " + String.join(", ", lines) + ") v" + i + "(" + String.join(", ", names) + ", n)");
            order.add("v" + i + ".n");
        }
        List<String> columns = new ArrayList<>();
        for (FilledColumn column : table.columns()) {
            if (!column.isGenerated()) {
                ValueType base = values.base(column.type());
                String value = chosen.getOrDefault(column.name(), given(row, column));
                columns.add("CAST(" + value + " AS " + castable(base) + ") AS " + column.sql());
            }
        }
        for (String name : changed) {
            columns.add(chosen.get(name) + " AS " + SqlName.quote("chosen " + changed.indexOf(name)));
        }
        String made = "SELECT " + String.join(", ", columns) + ", " + String.join(" + ", order)
                + " AS \"chosen order\" FROM " + String.join(" CROSS JOIN ", sources);
        String alias = SqlName.quote(table.shortName());
        String generated = table.columns().stream()
                .filter(FilledColumn::isGenerated)
                .filter(column -> !column.expression().isEmpty())
                .map(column -> ", (" + column.expression() + ") AS " + column.sql())
                .collect(Collectors.joining());
        String whole = "SELECT " + alias + ".*" + generated + " FROM (" + made + ") " + alias;
        String texts = changed.stream()
                .map(name -> SqlName.quote("chosen " + changed.indexOf(name)))
                .collect(Collectors.joining(", "));
        String met = conditions.stream()
                .map(condition -> condition(table, condition))
                .collect(Collectors.joining(" AND "));
        String domains = changed.stream()
                .map(table::column)
                .filter(column -> column.type().shape() == ValueType.Shape.DOMAIN)
                .flatMap(column -> values.conditions(column.type()).stream()
                        .map(check -> " AND (SELECT (" + check + ") FROM (SELECT " + column.sql()
                                + " AS value) d) IS NOT FALSE"))
                .collect(Collectors.joining());
        return "SELECT " + texts + " FROM (" + whole + ") " + alias + " WHERE " + (met.isEmpty() ? "true" : met)
                + domains + " ORDER BY \"chosen order\", " + texts + " LIMIT " + most;
    }

    /** Without a modifier, these two would be cut to one letter. */
    private static String castable(ValueType type) {
        return switch (type.name()) {
            case "character" -> "bpchar";
            case "bit" -> "varbit";
            default -> type.name();
        };
    }

    private static String given(FilledRow row, FilledColumn column) {
        return row.isSet(column.name())
                        || column.isCounted()
                        || column.expression().isEmpty()
                ? text(row.value(column.name()))
                : "(" + column.expression() + ")";
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : SqlName.literal(value);
    }

    private static String condition(FilledTarget table, TableCondition condition) {
        if (condition.keys().isEmpty()) {
            return "(" + condition.expression() + ") IS NOT FALSE";
        }
        String applies = condition.expression().isEmpty() ? "true" : condition.expression();
        List<String> named = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < condition.keys().size(); i++) {
            named.add("(" + condition.keys().get(i) + ") AS k" + i);
            own.add("(" + condition.keys().get(i) + ") AS o" + i);
            compared.add("other.k" + i + " " + condition.operators().get(i) + " own.o" + i);
        }
        return "((" + applies + ") IS NOT TRUE OR NOT EXISTS (SELECT FROM (SELECT " + String.join(", ", own)
                + ") own, (SELECT "
                + String.join(", ", named) + " FROM ONLY " + table.sql() + " WHERE " + applies + ") other WHERE "
                + String.join(" AND ", compared) + "))";
    }

    /** Whether a condition can be evaluated at all; the server's words if not. */
    Optional<String> problem(FilledTarget table, TableCondition condition) throws SQLException {
        try {
            session.rows("SELECT (" + condition.expression() + ")::boolean FROM " + table.sql() + " LIMIT 0");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(ServerWords.of(e));
        }
    }
}
