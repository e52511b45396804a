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
    private static final List<String> NUMBERS = List.of("100", "1000");
    private static final Pattern NUMBER_COLUMN =
            Pattern.compile("(?:smallint|integer|bigint|numeric|real|double precision)\\b.*");
    private static final Pattern TEXT_COLUMN = Pattern.compile("(?:text|character|citext|varchar|char)\\b.*");

    private ScriptValues() {}

    /** For each text one wish, as {@link dev.switchback.filling.FillPlan#withPreferred} takes it; none if no column is named. */
    static List<Map<String, List<Map<String, Optional<String>>>>> of(String script, String table, Schema before) {
        List<String> columns = textColumns(script, table, before);
        return columns.isEmpty()
                ? List.of()
                : texts(script)
                        .map(text -> Map.of(
                                table,
                                List.of(columns.stream()
                                        .collect(Collectors.toMap(column -> column, column -> Optional.of(text))))))
                        .toList();
    }

    /**
     * For each form in which texts are often written one wish for all text columns of tables, since a function may read them so,
     * and for each ordinary number one for all columns of numbers.
     */
    static List<Map<String, List<Map<String, Optional<String>>>>> forms(Set<String> tables, Schema before) {
        return Stream.concat(
                        FORMS.stream().map(form -> wish(form, TEXT_COLUMN, tables, before)),
                        NUMBERS.stream().map(number -> wish(number, NUMBER_COLUMN, tables, before)))
                .toList();
    }

    private static Map<String, List<Map<String, Optional<String>>>> wish(
            String value, Pattern type, Set<String> tables, Schema before) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> List.of(columns(type, table, before)
                                .collect(Collectors.toMap(column -> column, column -> Optional.of(value))))));
    }

    private static Stream<String> columns(Pattern type, String table, Schema before) {
        return before.objects(ObjectKind.COLUMN).stream()
                .filter(column -> table.equals(column.name().qualifiedParent()))
                .filter(column -> type.matcher(column.definition()).matches())
                .map(column -> column.name().name());
    }

    private static List<String> textColumns(String script, String table, Schema before) {
        return columns(TEXT_COLUMN, table, before)
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
