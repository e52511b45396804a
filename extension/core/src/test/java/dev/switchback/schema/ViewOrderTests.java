package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewOrderTests {

    @Test
    void aViewInTheOrderOfItsTableIsTheSameNotice() {
        SchemaDiff diff = SchemaDiff.between(
                schema(List.of("a", "b"), " SELECT t.a,\n    t.b\n   FROM public.t;"),
                schema(List.of("b", "a"), " SELECT t.b,\n    t.a\n   FROM public.t;"));

        assertThat(diff.changes()).extracting(Change::category).containsOnly(ChangeCategory.COLUMN_ORDER);
        assertThat(diff)
                .hasToString(
                        """
                        table public.t
                          ~ column order    a first   ->   a last
                        view public.v
                          ~ column order    a first   ->   a last""");
    }

    @Test
    void aViewInAnotherOrderByItselfIsAnotherView() {
        assertThat(natures(" SELECT t.b,\n    t.a\n   FROM public.t;", List.of("a", "b")))
                .containsExactly(ChangeCategory.STRUCTURE);
    }

    @Test
    void soIsOneThatDiffersInMore() {
        assertThat(natures(" SELECT t.b,\n    t.a\n   FROM public.t\n  WHERE (t.a > 0);", List.of("b", "a")))
                .containsExactly(ChangeCategory.COLUMN_ORDER, ChangeCategory.STRUCTURE);
    }

    private static List<ChangeCategory> natures(String view, List<String> columns) {
        return SchemaDiff.between(
                        schema(List.of("a", "b"), " SELECT t.a,\n    t.b\n   FROM public.t;"), schema(columns, view))
                .changes()
                .stream()
                .map(Change::category)
                .toList();
    }

    private static Schema schema(List<String> columns, String view) {
        List<SchemaObject> objects = new ArrayList<>();
        objects.add(SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", "t"), "", Map.of()));
        for (int i = 0; i < columns.size(); i++) {
            objects.add(SchemaObject.of(
                    new ObjectName(ObjectKind.COLUMN, "public", "t", columns.get(i)),
                    "integer",
                    Map.of("position", String.valueOf(i + 1))));
        }
        objects.add(SchemaObject.of(ObjectName.of(ObjectKind.VIEW, "public", "v"), view, Map.of()));
        return Schema.of("PostgreSQL", "", objects, List.of());
    }
}
