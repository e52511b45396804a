package dev.switchback.schema;

import static dev.switchback.schema.Samples.column;
import static dev.switchback.schema.Samples.object;
import static dev.switchback.schema.Samples.schema;
import static dev.switchback.schema.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCategoryTests {

    @Test
    void theSameColumnsInAnotherOrderAreOneChangeOfTheTable() {
        List<Change> changes = changes(
                schema(table("t"), column("t", 1, "a", "int", ""), column("t", 2, "b", "int", "")),
                schema(table("t"), column("t", 2, "a", "int", ""), column("t", 1, "b", "int", "")));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.category()).isEqualTo(ChangeCategory.COLUMN_ORDER);
            assertThat(change.name()).hasToString("table public.t");
        });
    }

    @Test
    void aColumnThatIsGoneMovesNoOther() {
        List<Change> changes = changes(
                schema(table("t"), column("t", 1, "a", "int", ""), column("t", 2, "b", "int", "")),
                schema(table("t"), column("t", 1, "b", "int", "")));
        assertThat(changes).singleElement().isInstanceOf(Change.Removed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a', 'b'  | 'a', 'b', 'c'  | ENUM_VALUES_LEFT",
                "'a', 'b'  | 'z', 'a', 'b'  | ENUM_VALUES_LEFT",
                "'a, b'    | 'a, b', 'it''s' | ENUM_VALUES_LEFT",
                "'a', 'b'  | 'b', 'a', 'c'  | STRUCTURE",
                "'a', 'b'  | 'a'            | STRUCTURE",
                "'a', 'b'  | 'a', 'x'       | STRUCTURE"
            })
    void anEnumWithMoreValuesHasValuesLeft(String before, String after, ChangeCategory category) {
        assertThat(natureOf(ObjectKind.ENUM, "values", before, after)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "begin  x; end        | begin x; -- why\\n end | COSMETIC",
                "begin x; end         | begin /* so */ x; end  | COSMETIC",
                "select 'a  b'        | select 'a b'           | STRUCTURE",
                "select $x$a  b$x$    | select $x$a b$x$       | STRUCTURE",
                "select e'\\' -- no'  | select e'\\' -- yes'   | STRUCTURE",
                "select '-- no'       | select '-- yes'        | STRUCTURE",
                "begin x; end         | begin y; end           | STRUCTURE",
                "select ab            | select a b             | STRUCTURE"
            })
    void whiteSpaceAndCommentsInABodyAreCosmetic(String before, String after, ChangeCategory category) {
        assertThat(natureOfBody("plpgsql", before, after.replace("\\n", "\n"))).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"sql, COSMETIC", "plpgsql, COSMETIC", "plpython3u, STRUCTURE", "plperl, STRUCTURE", "'', STRUCTURE"})
    void whiteSpaceIsCosmeticOnlyWhereTheLanguageDoesNotCare(String language, ChangeCategory category) {
        assertThat(natureOfBody(language, "a;  b", "a; b")).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(c = ANY (ARRAY['a'::text, 'b'::text])) | (c = ANY (ARRAY['b'::text, 'a'::text])) | COSMETIC",
                "(c = ANY (ARRAY['a, b'::text, 'c'::text])) | (c = ANY (ARRAY['c'::text, 'a, b'::text])) | COSMETIC",
                "(c = ANY (ARRAY['a'::text, 'b'::text])) | (c = ANY (ARRAY['a'::text, 'c'::text])) | STRUCTURE",
                "(c <> ALL (ARRAY[1, 2])) | (c <> ALL (ARRAY[2, 1])) | COSMETIC",
                "((c)::text = ANY ((ARRAY['a'::varchar, 'b'::varchar])::text[])) | ((c)::text = ANY ((ARRAY['b'::varchar, 'a'::varchar])::text[])) | COSMETIC",
                "(c = ANY ((ARRAY[1, 2, 3])[1:2])) | (c = ANY ((ARRAY[3, 2, 1])[1:2])) | STRUCTURE",
                "(array_position(ARRAY['a'::text, 'b'::text], c) > 1) | (array_position(ARRAY['b'::text, 'a'::text], c) > 1) | STRUCTURE",
                "((c = 1) OR (d = 2)) | ((d = 2) OR (c = 1)) | STRUCTURE"
            })
    void theOrderOfAlternativesInACheckIsCosmetic(String before, String after, ChangeCategory category) {
        assertThat(natureOf(ObjectKind.CHECK, "expression", before, after)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INDEX  | predicate    | (c = ANY (ARRAY[1, 2])) | (c = ANY (ARRAY[2, 1])) | COSMETIC",
                "INDEX  | predicate    | (c = ANY (ARRAY[1, 2])) | (c = ANY (ARRAY[2, 3])) | STRUCTURE",
                "POLICY | using        | (c = ANY (ARRAY[1, 2])) | (c = ANY (ARRAY[2, 1])) | COSMETIC",
                "POLICY | check        | (c <> ALL (ARRAY[1, 2])) | (c <> ALL (ARRAY[2, 1])) | COSMETIC",
                "INDEX  | include      | a, b                    | b, a                    | COSMETIC",
                "INDEX  | include      | a, b                    | a                       | STRUCTURE",
                "INDEX  | columns      | a, b                    | b, a                    | STRUCTURE",
                "TABLE  | partition of | public.p FOR VALUES IN ('a, b', 'c') | public.p FOR VALUES IN ('c', 'a, b') | COSMETIC",
                "TABLE  | partition of | public.p FOR VALUES IN (1, 2) | public.q FOR VALUES IN (2, 1) | STRUCTURE",
                "TABLE  | partition of | public.p FOR VALUES FROM (1) TO (2) | public.p FOR VALUES FROM (2) TO (1) | STRUCTURE"
            })
    void anOrderWithoutAMeaningIsCosmetic(
            ObjectKind kind, String attribute, String before, String after, ChangeCategory category) {
        assertThat(natureOf(kind, attribute, before, after)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b, a | public.t(y, x) | COSMETIC",
                "b, a | public.t(x, y) | STRUCTURE",
                "b, a | public.u(y, x) | STRUCTURE",
                "b, a | public.t(y)    | STRUCTURE"
            })
    void theOrderOfPairsInAForeignKeyIsCosmetic(String columns, String references, ChangeCategory category) {
        ObjectName name = new ObjectName(ObjectKind.FOREIGN_KEY, "public", "c", "fk");

        List<Change> changes = changes(
                schema(object(name, "", Map.of("columns", "a, b", "references", "public.t(x, y)"))),
                schema(object(name, "", Map.of("columns", columns, "references", references))));

        assertThat(changes).isNotEmpty().extracting(Change::category).containsOnly(category);
    }

    private static ChangeCategory natureOf(ObjectKind kind, String attribute, String before, String after) {
        return natureOf(kind, Map.of(attribute, before), Map.of(attribute, after));
    }

    private static ChangeCategory natureOfBody(String language, String before, String after) {
        return natureOf(
                ObjectKind.FUNCTION,
                Map.of("language", language, "body", before),
                Map.of("language", language, "body", after));
    }

    private static ChangeCategory natureOf(ObjectKind kind, Map<String, String> before, Map<String, String> after) {
        ObjectName name = new ObjectName(kind, "public", "", "x");
        List<Change> changes = changes(schema(object(name, "", before)), schema(object(name, "", after)));
        assertThat(changes).hasSize(1);
        return changes.get(0).category();
    }

    private static List<Change> changes(Schema before, Schema after) {
        return SchemaDiff.between(before, after).changes();
    }
}
