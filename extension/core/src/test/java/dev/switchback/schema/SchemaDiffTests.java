package dev.switchback.schema;

import static dev.switchback.schema.Samples.column;
import static dev.switchback.schema.Samples.index;
import static dev.switchback.schema.Samples.object;
import static dev.switchback.schema.Samples.schema;
import static dev.switchback.schema.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaDiffTests {

    private static final SchemaObject PERSON = table("person");
    private static final SchemaObject NAME = column("person", 1, "name", "varchar(80)", "not null");
    private static final SchemaObject NAME_INDEX = index("person", "person_name_idx", "lower(name)");
    private static final ObjectName TOUCH = ObjectName.of(ObjectKind.FUNCTION, "public", "touch()");

    @Test
    void isEmptyForEqualSchemas() {
        SchemaDiff diff = SchemaDiff.between(schema(PERSON, NAME), schema(NAME, PERSON));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("");
        assertThat(diff.toJson()).isEqualTo("{\"changes\":[]}");
    }

    @Nested
    class Text {

        @Test
        void listsWhatBelongsToATableUnderIt() {
            SchemaDiff diff = SchemaDiff.between(
                    schema(PERSON, NAME, NAME_INDEX), schema(PERSON, column("person", 1, "name", "varchar(80)", "")));
            assertThat(diff)
                    .hasToString(
                            """
                            table public.person
                              ~ column name              varchar(80) not null   ->   varchar(80)
                              - index person_name_idx    CREATE INDEX person_name_idx ON public.person USING btree (lower(name))""");
        }

        @Test
        void saysAColumnOnceHoweverMuchOfItsDefinitionChanged() {
            SchemaDiff diff =
                    SchemaDiff.between(schema(PERSON, NAME), schema(PERSON, column("person", 1, "name", "text", "")));
            assertThat(diff.changes()).hasSize(2);
            assertThat(diff)
                    .hasToString(
                            """
                            table public.person
                              ~ column name    varchar(80) not null   ->   text""");
        }

        @Test
        void tellsAWholeTableInOneLine() {
            assertThat(SchemaDiff.between(schema(), schema(PERSON, NAME, NAME_INDEX)))
                    .hasToString("+ table public.person    (name varchar(80) not null) with index person_name_idx");
            assertThat(SchemaDiff.between(schema(PERSON, NAME), schema()))
                    .hasToString("- table public.person    (name varchar(80) not null)");
        }

        @Test
        void showsOnlyTheLinesThatDifferInABody() {
            SchemaDiff diff = SchemaDiff.between(
                    schema(object(TOUCH, "", Map.of("body", "begin\n  return old;\nend"))),
                    schema(object(TOUCH, "", Map.of("body", "begin\n  return new;\nend"))));
            assertThat(diff)
                    .hasToString(
                            """
                            function public.touch()
                              ~ body    from line 2 on
                                    -   return old;
                                    +   return new;""");
        }

        @Test
        void namesTheAttributeAndWhatWasAsUsual() {
            SchemaDiff diff = SchemaDiff.between(
                    schema(PERSON, NAME),
                    schema(
                            object(PERSON.name(), "", Map.of("comment", "people")),
                            object(
                                    NAME.name(),
                                    NAME.definition(),
                                    Map.of(
                                            "type",
                                            "varchar(80)",
                                            "nullability",
                                            "not null",
                                            "position",
                                            "1",
                                            "storage",
                                            "plain"))));
            assertThat(diff)
                    .hasToString(
                            """
                            table public.person
                              ~ comment        none   ->   people
                              ~ column name    storage: none   ->   plain""");
        }

        @Test
        void saysInWordsWhatIsUsualOfAFlag() {
            ObjectName check = new ObjectName(ObjectKind.CHECK, "public", "person", "c");
            SchemaDiff diff = SchemaDiff.between(
                    schema(PERSON, object(check, "", Map.of())),
                    schema(
                            object(PERSON.name(), "", Map.of("row security", "enabled")),
                            object(check, "", Map.of("valid", "not valid"))));
            assertThat(diff)
                    .hasToString(
                            """
                            table public.person
                              ~ row security    disabled   ->   enabled
                              ~ check c         valid: valid   ->   not valid""");
        }

        @Test
        void canBeReadByAProgram() {
            assertThat(SchemaDiff.between(
                                    schema(PERSON),
                                    schema(
                                            PERSON,
                                            object(
                                                    new ObjectName(ObjectKind.CHECK, "public", "person", "c"),
                                                    "CHECK (a = '\"\n')",
                                                    Map.of())))
                            .toJson())
                    .isEqualTo("{\"changes\":[{\"change\":\"added\",\"category\":\"structure\",\"kind\":\"check\","
                            + "\"name\":\"public.person.c\",\"parent\":\"public.person\","
                            + "\"definition\":\"CHECK (a = '\\\"\\n')\"}]}");
        }
    }

    @Nested
    class Explanations {

        @Test
        void aDefinitionIsReportedOnlyIfNoAttributeTellsTheDifference() {
            SchemaObject view = object(ObjectName.of(ObjectKind.VIEW, "public", "v"), "SELECT 1", Map.of());
            SchemaObject other = object(view.name(), "SELECT 2", Map.of("comment", "two"));
            assertThat(SchemaDiff.between(schema(view), schema(other)).changes())
                    .extracting(change -> ((Change.Changed) change).attribute())
                    .containsExactly("comment", "definition");
            assertThat(SchemaDiff.between(schema(NAME_INDEX), schema(index("person", "person_name_idx", "upper(name)")))
                            .changes())
                    .extracting(change -> ((Change.Changed) change).attribute())
                    .containsExactly("columns");
        }

        @Test
        void theColumnsOfAViewComeAndGoWithItsDefinition() {
            SchemaObject view = object(ObjectName.of(ObjectKind.VIEW, "public", "person"), "SELECT 1", Map.of());
            assertThat(SchemaDiff.between(schema(view, NAME), schema(view)).isEmpty())
                    .isTrue();
            assertThat(SchemaDiff.between(schema(view, NAME), schema()).changes())
                    .hasSize(1);
        }
    }

    @Test
    void selectsChanges() {
        SchemaDiff diff = SchemaDiff.between(schema(PERSON, NAME), schema(PERSON, NAME_INDEX));
        assertThat(diff.only(change -> change instanceof Change.Added).changes())
                .hasSize(1);
    }
}
