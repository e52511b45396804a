package dev.switchback.migration.roundtrip;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a table that hold what the script of a migration says: each text in it, in the text columns that it names. */
final class ScriptValues {

    private static final int MOST = 4;
    private static final List<String> FORMS = List.of("1.0.0", "1", "2020-01-01", "{}", "[]", "a@example.org");
    private static final Pattern TEXT_COLUMN = Pattern.compile("(?:text|character|citext|varchar|char)\\b.*");

    private ScriptValues() {}

    /** For each text one wish, as {@link dev.switchback.filling.FillPlan#withPreferred} takes it; none if no column is named. */
    static List<Map<String, List<Map<String, Optional<String>>>>> of(String script, String table, Schema before) {
        List<String> columns = columns(script, table, before);
        return columns.isEmpty()
                ? List.of()
                : texts(script)
                        .map(text -> Map.of(
                                table,
                                List.of(columns.stream()
                                        .collect(Collectors.toMap(column -> column, column -> Optional.of(text))))))
                        .toList();
    }

    /** For each form in which texts are often written one wish for all text columns of tables: a function may read them so. */
    static List<Map<String, List<Map<String, Optional<String>>>>> forms(Set<String> tables, Schema before) {
        return FORMS.stream()
                .map(form -> tables.stream()
                        .collect(Collectors.toMap(
                                table -> table,
                                table -> List.of(texts(table, before)
                                        .collect(Collectors.toMap(column -> column, column -> Optional.of(form)))))))
                .toList();
    }

    private static Stream<String> texts(String table, Schema before) {
        return before.objects(ObjectKind.COLUMN).stream()
                .filter(column -> table.equals(column.name().qualifiedParent()))
                .filter(column -> TEXT_COLUMN.matcher(column.definition()).matches())
                .map(column -> column.name().name());
    }

    private static List<String> columns(String script, String table, Schema before) {
        return texts(table, before)
                .filter(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(script)
                        .find())
                .toList();
    }

    private static Stream<String> texts(String script) {
        return ScriptParts.of(script).stream()
                .filter(part -> part.kind() == ScriptParts.Kind.TEXT && part.end() - part.start() > 2)
                .map(part -> script.substring(part.start() + 1, part.end() - 1).replace("''", "'"))
                .distinct()
                .limit(MOST);
    }
}
