package dev.switchback.lint.rules;

import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableState;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words in statements, where effects do not tell which statement it was. */
final class Words {

    private static final Pattern DELETE = Pattern.compile(
            "\\A(?:\\s|--[^\\n]*\\n|(?s:/\\*.*?\\*/))*(?:with\\b.*\\b)?delete\\s+from\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");
    private static final Pattern CHOICE = Pattern.compile("\\b(?:where|using)\\b", Pattern.CASE_INSENSITIVE);

    private Words() {}

    static boolean isDelete(String sql) {
        return DELETE.matcher(sql).find();
    }

    /** Whether a statement is a DELETE of all rows, whatever there are. */
    static boolean isDeleteOfAll(String sql) {
        return isDelete(sql)
                && !CHOICE.matcher(COMMENT.matcher(sql).replaceAll("")).find();
    }

    /** The last statement that changed a column or names another object; empty if none does and there are several. */
    static Optional<StatementEffects> statementOn(ObjectName object, MigrationEffects migration) {
        List<StatementEffects> statements = migration.statements();
        if (statements.size() == 1) {
            return Optional.of(statements.get(0));
        }
        return statements.stream()
                .filter(statement -> object.kind() == ObjectKind.COLUMN && changes(object, statement))
                .reduce((first, later) -> later)
                .or(() -> naming(object, statements));
    }

    private static boolean changes(ObjectName column, StatementEffects statement) {
        return statement.tables().stream()
                .filter(table -> table.table().equals(column.qualifiedParent()))
                .anyMatch(table -> !states(column, table.before()).equals(states(column, table.after())));
    }

    private static List<ColumnState> states(ObjectName column, Optional<TableState> table) {
        return table.stream()
                .flatMap(state -> state.columns().values().stream())
                .filter(state -> state.name().equals(column.name()))
                .toList();
    }

    private static Optional<StatementEffects> naming(ObjectName object, List<StatementEffects> statements) {
        String name = object.name().replaceFirst("\\(.*", "");
        Pattern word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\w$])");
        return statements.stream()
                .filter(statement ->
                        word.matcher(statement.sql().toLowerCase(Locale.ROOT)).find())
                .reduce((first, later) -> later);
    }
}
