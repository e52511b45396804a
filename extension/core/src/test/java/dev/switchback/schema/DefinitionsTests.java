package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTests {

    @Test
    void aDefinitionIsShownBesideAnAttributeThatDoesNotSayIt() {
        assertThat(attributes(view("SELECT a", Map.of("options", "fillfactor=70")), view("SELECT b", Map.of())))
                .containsExactly("options", "definition");
    }

    @Test
    void itIsNotShownWhereAttributesSayItAll() {
        assertThat(attributes(
                        index("CREATE INDEX i ON public.t USING btree (a) WITH (fillfactor='70')", "a"),
                        index("CREATE INDEX i ON public.t USING btree (b)", "b")))
                .containsExactly("columns", "options");
        assertThat(attributes(trigger("AFTER INSERT ON t", "public.f"), trigger("AFTER INSERT ON t", "public.g")))
                .containsExactly("function");
    }

    @Test
    void itIsShownWhereTheySayAPart() {
        assertThat(attributes(
                        index("CREATE INDEX i ON public.t USING btree (a)", "a"),
                        index("CREATE INDEX i ON public.t USING btree (b DESC)", "b")))
                .containsExactly("columns", "definition");
        assertThat(attributes(trigger("AFTER INSERT ON t", "public.f"), trigger("BEFORE UPDATE ON t", "public.g")))
                .containsExactly("function", "definition");
    }

    private static List<String> attributes(SchemaObject before, SchemaObject after) {
        return SchemaDiff.between(schema(before), schema(after)).changes().stream()
                .map(change -> ((Change.Changed) change).attribute())
                .toList();
    }

    private static Schema schema(SchemaObject object) {
        return Schema.of("PostgreSQL", "", List.of(object), List.of());
    }

    private static SchemaObject view(String definition, Map<String, String> attributes) {
        return SchemaObject.of(ObjectName.of(ObjectKind.MATERIALIZED_VIEW, "public", "v"), definition, attributes);
    }

    private static SchemaObject index(String definition, String columns) {
        String options = definition.contains("WITH") ? "fillfactor=70" : "";
        return SchemaObject.of(
                new ObjectName(ObjectKind.INDEX, "public", "t", "i"),
                definition,
                options.isEmpty() ? Map.of("columns", columns) : Map.of("columns", columns, "options", options));
    }

    private static SchemaObject trigger(String when, String function) {
        return SchemaObject.of(
                new ObjectName(ObjectKind.TRIGGER, "public", "t", "g"),
                "CREATE TRIGGER g " + when + " FOR EACH ROW EXECUTE FUNCTION " + function + "()",
                Map.of("function", function));
    }
}
