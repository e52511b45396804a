package dev.switchback.postgresql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenameOrderTests {

    private static SchemaObject object(ObjectKind kind, String parent, String name) {
        return SchemaObject.of(new ObjectName(kind, "public", parent, name), "", Map.of());
    }

    private static Change table(String from, String to) {
        return new Renamed(object(ObjectKind.TABLE, "", from), object(ObjectKind.TABLE, "", to));
    }

    private static Change key(String table, String from, String to) {
        return new Renamed(
                object(ObjectKind.PRIMARY_KEY, "old_" + table, from), object(ObjectKind.PRIMARY_KEY, table, to));
    }

    private static List<String> order(Change... changes) {
        return RenameOrder.of(List.of(changes)).stream()
                .map(change -> (Renamed) change)
                .map(rename -> rename.before().name().name() + " to "
                        + rename.after().name().name())
                .toList();
    }

    @Test
    void aNameIsGivenUpBeforeItIsTaken() {
        assertThat(order(table("a", "b"), table("b", "c"), table("c", "d")))
                .containsExactly("c to d", "b to c", "a to b");
    }

    @Test
    void ofACircleOneHasAnotherNameForAWhile() {
        assertThat(order(table("a", "b"), table("b", "c"), table("c", "a"), table("x", "y")))
                .containsExactly("x to y", "a to a_meanwhile", "c to a", "b to c", "a_meanwhile to b");
    }

    @Test
    void twoCirclesAreTwo() {
        assertThat(order(table("a", "b"), table("b", "a"), table("c", "d"), table("d", "c")))
                .containsExactly(
                        "a to a_meanwhile",
                        "b to a",
                        "a_meanwhile to b",
                        "c to c_meanwhile",
                        "d to c",
                        "c_meanwhile to d");
    }

    @Test
    void keysOfSeveralTablesHaveNamesOfOneSchema() {
        assertThat(order(key("a", "x", "y"), key("b", "y", "x")))
                .containsExactly("x to x_meanwhile", "y to x", "x_meanwhile to y");
    }

    @Test
    void columnsOfSeveralTablesHaveNamesOfTheirOwn() {
        assertThat(order(
                        new Renamed(object(ObjectKind.COLUMN, "a", "x"), object(ObjectKind.COLUMN, "a", "y")),
                        new Renamed(object(ObjectKind.COLUMN, "b", "y"), object(ObjectKind.COLUMN, "b", "x"))))
                .containsExactly("x to y", "y to x");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(order(table("a".repeat(63), "b"), table("b", "a".repeat(63))))
                .contains("a".repeat(63) + " to aaaaaaaaaaaaa_meanwhile");
    }
}
