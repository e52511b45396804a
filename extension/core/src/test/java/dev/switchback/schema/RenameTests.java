package dev.switchback.schema;

import static dev.switchback.schema.Samples.column;
import static dev.switchback.schema.Samples.elsewhere;
import static dev.switchback.schema.Samples.index;
import static dev.switchback.schema.Samples.known;
import static dev.switchback.schema.Samples.schema;
import static dev.switchback.schema.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RenameTests {

    private static final SchemaObject[] PERSON = {
        known(table("person"), 1),
        known(column("person", 1, "name", "text", ""), 101),
        known(index("person", "by_name", "name"), 2)
    };
    private static final SchemaObject[] PEOPLE = {
        known(table("people"), 1),
        known(column("people", 1, "name", "text", ""), 101),
        known(index("people", "by_name", "name"), 2)
    };

    @Test
    void aTableThatIsTheSameOneIsRenamedWithAllThatBelongsToIt() {
        assertThat(SchemaDiff.between(schema(PERSON), schema(PEOPLE)))
                .hasToString("~ table public.person    renamed to public.people");
    }

    @Test
    void aNameThatLooksLikeTheOtherIsWrittenWithSigns() {
        assertThat(SchemaDiff.between(schema(known(table("person"), 1)), schema(known(table("person\u200b"), 1))))
                .hasToString("~ table public.person    renamed to public.person\\u200b");
    }

    @Test
    void nothingIsProvenBetweenTwoDatabases() {
        assertThat(SchemaDiff.between(schema(PERSON), elsewhere(PEOPLE)).changes())
                .noneMatch(change -> change instanceof Change.Renamed)
                .hasSize(6);
    }

    @Test
    void nothingIsProvenForATableCreatedAnew() {
        assertThat(SchemaDiff.between(schema(known(table("person"), 1)), schema(known(table("people"), 9)))
                        .changes())
                .hasSize(2);
    }

    @Test
    void aRenamedColumnTakesItsIndexAlong() {
        SchemaDiff diff = SchemaDiff.between(
                schema(PERSON),
                schema(
                        PERSON[0],
                        known(column("person", 1, "full_name", "text", ""), 101),
                        known(index("person", "by_name", "full_name"), 2)));
        assertThat(diff)
                .hasToString(
                        """
                        table public.person
                          ~ column name    renamed to full_name""");
    }

    @Test
    void columnsThatTookOverEachOthersNamesAreRenamedAndNotInAnotherOrder() {
        SchemaObject[] before = {
            PERSON[0],
            known(column("person", 1, "a", "int", ""), 101),
            known(column("person", 2, "b", "int", ""), 102),
            known(index("person", "by_a", "a"), 2)
        };
        SchemaObject[] after = {
            PERSON[0],
            known(column("person", 1, "b", "int", ""), 101),
            known(column("person", 2, "a", "int", ""), 102),
            known(index("person", "by_a", "b"), 2)
        };
        SchemaDiff diff = SchemaDiff.between(schema(before), schema(after));
        assertThat(diff.changes()).extracting(Change::category).containsOnly(ChangeCategory.STRUCTURE);
        assertThat(diff)
                .hasToString(
                        """
                        table public.person
                          ~ column a    renamed to b
                          ~ column b    renamed to a""");
        assertThat(SchemaDiff.between(schema(before), elsewhere(after)).changes())
                .extracting(Change::category)
                .contains(ChangeCategory.COLUMN_ORDER);
    }

    @Test
    void whatElseChangedIsStillReported() {
        SchemaDiff diff = SchemaDiff.between(
                schema(PERSON), schema(PEOPLE[0], known(column("people", 1, "name", "int", ""), 101), PEOPLE[2]));
        assertThat(diff)
                .hasToString(
                        """
                        ~ table public.person    renamed to public.people
                        table public.person
                          ~ column name    text   ->   int""");
    }

    @Test
    void aTableThatTookOverTheNameOfAnotherIsStillKnown() {
        SchemaDiff diff = SchemaDiff.between(
                schema(
                        known(table("old"), 1),
                        known(column("old", 1, "id", "integer", ""), 101),
                        known(index("old", "by_id", "id"), 3),
                        known(table("fresh"), 2),
                        known(column("fresh", 1, "id", "bigint", ""), 201)),
                schema(
                        known(table("old_legacy"), 1),
                        known(column("old_legacy", 1, "id", "integer", ""), 101),
                        known(index("old_legacy", "by_id", "id"), 3),
                        known(table("old"), 2),
                        known(column("old", 1, "id", "bigint", ""), 201)));

        assertThat(diff)
                .hasToString(
                        """
                        ~ table public.fresh    renamed to public.old
                        ~ table public.old    renamed to public.old_legacy""");
    }

    @Test
    void compositeTypesAreAsTablesAre() {
        SchemaObject first = known(SchemaObject.of(type("first"), "", Map.of()), 1);
        SchemaObject second = known(SchemaObject.of(type("second"), "", Map.of()), 2);

        assertThat(SchemaDiff.between(
                        schema(first, known(column("first", 1, "x", "integer", ""), 101), second),
                        schema(
                                known(SchemaObject.of(type("second"), "", Map.of()), 1),
                                known(column("second", 1, "x", "integer", ""), 101),
                                known(SchemaObject.of(type("first"), "", Map.of()), 2))))
                .hasToString(
                        """
                        ~ composite type public.first    renamed to public.second
                        ~ composite type public.second    renamed to public.first""");
    }

    private static ObjectName type(String name) {
        return ObjectName.of(ObjectKind.COMPOSITE_TYPE, "public", name);
    }
}
