package dev.switchback.lint.rules;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableState;
import dev.switchback.migration.script.ScriptText;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.text.WholeWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words in statements, where effects do not tell which statement it was. */
final class Words {

    private static final Pattern DELETE = Pattern.compile("\\s*delete\\s+from\\b", Pattern.CASE_INSENSITIVE);
    private static final String TARGET =
            "\\s+(?:only\\s+)?((?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)(?:\\.(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*))?)";
    private static final Pattern DELETE_FROM = Pattern.compile("\\bdelete\\s+from" + TARGET, Pattern.CASE_INSENSITIVE);
    private static final Pattern MERGE_DELETE =
            Pattern.compile("\\bmerge\\s+into" + TARGET + "(?=[^;]*\\bthen\\s+delete\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_DATA =
            Pattern.compile("\\brefresh\\b[^;]*\\bwith\\s+no\\s+data\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:alter|drop|truncate|create|reindex|cluster|refresh|vacuum|lock)\\b", Pattern.CASE_INSENSITIVE);

    private static final String UPDATE =
            "\\bupdate" + TARGET + "(?:\\s+(?:as\\s+)?[\\p{L}_][\\p{L}\\p{N}_$]*)?\\s+set\\b";
    private static final Pattern WRITTEN_BEHIND_CHANGE = Pattern.compile(
            "\\b(?:alter|drop|truncate|create|lock)\\b[^;]*;.*?(?:" + UPDATE
                    + "|\\bdelete\\s+from\\b|\\bmerge\\s+into\\b|\\binsert\\s+into\\b[^;]*\\bselect\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FILLED_BEFORE_REQUIRED =
            Pattern.compile(UPDATE + "[^;]*;.*?\\bset\\s+not\\s+null\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COMMENT_ON =
            Pattern.compile("\\A(?:\\s|--[^\\n]*\\n)*comment\\s+on\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> RIGHTS = Set.of("owner", "grants", "revoked");

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");
    private static final Pattern CHOICE = Pattern.compile("\\b(?:where|using)\\b", Pattern.CASE_INSENSITIVE);

    private Words() {}

    /** Whether a statement empties a materialized view in place of filling it. */
    static boolean leavesEmpty(String sql) {
        return NO_DATA.matcher(ScriptText.run(sql)).find();
    }

    /**
     * Whether a statement, or a block that it runs, deletes rows of a table that it writes to, if it finds any: a plain DELETE does, whatever
     * the name by which it goes there, such as that of a view.
     */
    static boolean deletesFrom(String table, String sql) {
        String code = ScriptText.run(sql);
        return DELETE.matcher(code).lookingAt()
                || isTarget(table, DELETE_FROM, code)
                || isTarget(table, MERGE_DELETE, code);
    }

    private static boolean isTarget(String table, Pattern target, String code) {
        return target.matcher(code)
                .results()
                .map(found -> found.group(1).replace("\"", ""))
                .anyMatch(name -> isMeant(table, name, code));
    }

    /** Whether a name without a schema may be the table's, which the code does not call by its full name then. */
    private static boolean isMeant(String table, String name, String code) {
        return table.equalsIgnoreCase(name)
                || (table.substring(table.indexOf('.') + 1).equalsIgnoreCase(name)
                        && !WholeWord.isIn(code.replace("\"", ""), table));
    }

    /** Whether a statement deletes all rows of a table that it writes to, whatever there are. */
    static boolean deletesAllOf(String table, String sql) {
        return deletesFrom(table, sql)
                && !CHOICE.matcher(COMMENT.matcher(sql).replaceAll("")).find();
    }

    /** Whether a statement itself, or the block that it is, changes something else than rows. */
    static boolean changesInSight(String sql) {
        return CHANGE.matcher(ScriptText.run(sql)).find();
    }

    /** Whether a statement is a block that changes rows behind a statement which changes something else. */
    static boolean writesBehindChange(String sql) {
        return WRITTEN_BEHIND_CHANGE.matcher(ScriptText.run(sql)).find();
    }

    /** Whether a statement is a block that changes rows of a table before it makes a column refuse nulls. */
    static boolean fillsBeforeNotNull(String table, String sql) {
        return isTarget(table, FILLED_BEFORE_REQUIRED, ScriptText.run(sql));
    }

    /**
     * The last statement that changed a column, that drops another object or, if that is there afterwards, changes it by name; empty if
     * none does and there are several.
     *
     * @param attribute the attribute of the column that has changed; empty if it came, or if that is not known
     */
    static Optional<StatementEffects> statementOn(ObjectName object, String attribute, MigrationEffects migration) {
        List<StatementEffects> statements = migration.statements();
        if (statements.size() == 1) {
            return Optional.of(statements.get(0));
        }
        return statements.stream()
                .filter(statement -> object.kind() == ObjectKind.COLUMN && changes(object, attribute, statement))
                .reduce((first, later) -> later)
                .or(() -> naming(object, attribute, migration));
    }

    private static boolean changes(ObjectName column, String attribute, StatementEffects statement) {
        return statement.tables().stream()
                .filter(table -> table.table().equals(column.qualifiedParent()))
                .anyMatch(table ->
                        !states(column, attribute, table.before()).equals(states(column, attribute, table.after())));
    }

    private static List<Object> states(ObjectName column, String attribute, Optional<TableState> table) {
        return table.stream()
                .flatMap(state -> state.columns().values().stream())
                .filter(state -> state.name().equals(column.name()))
                .<Object>map(state -> switch (attribute) {
                    case "type" -> state.type();
                    case "default" -> state.expression();
                    case "nullability" -> state.isNotNull();
                    default -> state;
                })
                .toList();
    }

    private static Optional<StatementEffects> naming(ObjectName object, String attribute, MigrationEffects migration) {
        String name = object.name().replaceFirst("\\(.*", "");
        boolean isGone = migration.difference().changes().stream()
                .anyMatch(change ->
                        change instanceof Change.Removed && change.name().equals(object));
        String kind = object.kind().label().replace(" ", "\\s+") + "\\b";
        List<String> likely;
        if (isGone) {
            likely = List.of("drop\\s+" + kind, "drop\\b", "");
        } else if (RIGHTS.contains(attribute)) {
            likely = List.of("(?:grant|revoke|owner)\\b", "");
        } else {
            likely = List.of("(?:create|alter)(?:\\s+or\\s+replace)?\\s+" + kind, "");
        }
        List<StatementEffects> naming = migration.statements().stream()
                .filter(statement -> WholeWord.isIn(statement.sql(), name))
                .filter(statement -> attribute.equals("comment")
                        || !COMMENT_ON.matcher(statement.sql()).find())
                .toList();
        return likely.stream()
                .map(words -> Pattern.compile("\\b" + words, Pattern.CASE_INSENSITIVE))
                .flatMap(words -> naming.stream()
                        .filter(statement -> words.matcher(statement.sql()).find())
                        .reduce((first, later) -> later)
                        .stream())
                .findFirst()
                .or(() -> isGone ? onlyCascade(migration) : Optional.empty())
                .or(() -> renamingTo(object.parent(), migration));
    }

    /** The statement with which what has a name now took it over. */
    private static Optional<StatementEffects> renamingTo(String name, MigrationEffects migration) {
        Pattern words =
                Pattern.compile("\\brename\\s+to\\s+\"?" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE);
        return name.isEmpty()
                ? Optional.empty()
                : migration.statements().stream()
                        .filter(statement -> words.matcher(statement.sql()).find())
                        .reduce((first, later) -> later);
    }

    /** The statement that takes along what depends on what it drops, if there is one. */
    private static Optional<StatementEffects> onlyCascade(MigrationEffects migration) {
        List<StatementEffects> cascades = migration.statements().stream()
                .filter(statement -> WholeWord.isIn(statement.sql().toLowerCase(Locale.ROOT), "cascade"))
                .toList();
        return cascades.size() == 1 ? Optional.of(cascades.get(0)) : Optional.empty();
    }
}
