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

    private static final List<String> FORMS = List.of("1.0.0", "1", "2020-01-01", "{}", "[]", "a@example.org");
    private static final List<String> NUMBERS = List.of("100", "1000");
    private static final String NO_ARRAY = "(?:\\([\\d,]+\\))?(?![\\w\\[(]).*";
    private static final Pattern NUMBER_COLUMN =
            Pattern.compile("(?:smallint|integer|bigint|numeric|real|double precision)" + NO_ARRAY);
    private static final Pattern JSON_COLUMN = Pattern.compile("jsonb?" + NO_ARRAY);
    private static final Pattern TEXT_COLUMN =
            Pattern.compile("(?:text|citext|varchar|character varying|character|char)" + NO_ARRAY);

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
     * For each object that the script reads members of one wish for all columns of JSON; for each form in which texts are often written one wish for all text columns of tables, since a function may read them so,
     * and for each ordinary number one for all columns of numbers; before that the same for the columns alone that the script
     * names, as another one may not take the value.
     */
    static List<Map<String, List<Map<String, Optional<String>>>>> forms(
            Set<String> tables, String script, Schema before) {
        List<String> objects = JsonObjects.readBy(script);
        return Stream.<Predicate<String>>of(column -> WholeWord.isIn(script, column), column -> true)
                .flatMap(which -> Stream.of(
                                objects.stream().map(object -> wish(object, JSON_COLUMN, which, tables, before)),
                                FORMS.stream().map(form -> wish(form, TEXT_COLUMN, which, tables, before)),
                                NUMBERS.stream().map(number -> wish(number, NUMBER_COLUMN, which, tables, before)))
                        .flatMap(wishes -> wishes))
                .filter(wish ->
                        wish.values().stream().anyMatch(rows -> !rows.get(0).isEmpty()))
                .distinct()
                .toList();
    }

    private static Map<String, List<Map<String, Optional<String>>>> wish(
            String value, Pattern type, Predicate<String> which, Set<String> tables, Schema before) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> List.of(columns(type, table, before)
                                .filter(which)
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
                .filter(name -> WholeWord.isIn(script, name))
                .toList();
    }
}
