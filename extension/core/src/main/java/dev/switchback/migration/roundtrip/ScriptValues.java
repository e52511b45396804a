package dev.switchback.migration.roundtrip;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.text.WholeWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a table that hold what the script of a migration says, in the columns that it names. */
final class ScriptValues {

    private ScriptValues() {}

    /** For each text one wish, as {@link dev.switchback.filling.FillPlan#withPreferred} takes it; none if no column is named. */
    static List<Map<String, List<Map<String, Optional<String>>>>> of(String script, String table, Schema before) {
        List<String> columns = textColumns(script, table, before);
        return columns.isEmpty()
                ? List.of()
                : WrittenTexts.of(script).stream()
                        .map(text -> Map.of(
                                table,
                                List.of(columns.stream()
                                        .collect(Collectors.toMap(column -> column, column -> Optional.of(text))))))
                        .toList();
    }

    /**
     * For each form in which the script may read values one wish for all columns of its type; before that the same for the columns
     * alone that the script names, as another one may not take the value.
     */
    static List<Map<String, List<Map<String, Optional<String>>>>> forms(
            Set<String> tables, String script, Schema before) {
        List<ValueForm> forms = ValueForm.readBy(script);
        return Stream.<Predicate<String>>of(column -> WholeWord.isIn(script, column), column -> true)
                .flatMap(which -> forms.stream().map(form -> wish(form, which, tables, before)))
                .filter(wish ->
                        wish.values().stream().anyMatch(rows -> !rows.get(0).isEmpty()))
                .distinct()
                .toList();
    }

    private static Map<String, List<Map<String, Optional<String>>>> wish(
            ValueForm form, Predicate<String> which, Set<String> tables, Schema before) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> List.of(columns(form.type(), table, before)
                                .filter(which)
                                .collect(Collectors.toMap(column -> column, column -> Optional.of(form.value()))))));
    }

    private static Stream<String> columns(Pattern type, String table, Schema before) {
        return before.objects(ObjectKind.COLUMN).stream()
                .filter(column -> table.equals(column.name().qualifiedParent()))
                .filter(column -> type.matcher(column.definition()).matches())
                .map(column -> column.name().name());
    }

    private static List<String> textColumns(String script, String table, Schema before) {
        return columns(ValueForm.TEXT, table, before)
                .filter(name -> WholeWord.isIn(script, name))
                .toList();
    }
}
