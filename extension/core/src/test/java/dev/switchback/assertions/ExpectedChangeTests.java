package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.added;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.changed;
import static dev.switchback.assertions.SwitchbackAssertions.removed;
import static dev.switchback.assertions.SwitchbackAssertions.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ExpectedChangeTests {

    private static final SchemaObject OLD_INDEX =
            new SchemaObject(Orders.index("o_s_idx", "status").name(), "index on status", new TreeMap<>(), 7);
    private static final SchemaObject NEW_INDEX =
            new SchemaObject(Orders.index("status_idx", "status").name(), "index on status", new TreeMap<>(), 7);

    private static final SchemaDiff DIFF = SchemaDiff.between(
            Orders.schema(Orders.column("status", 2, "text not null"), Orders.column("x", 3, "text"), OLD_INDEX),
            Orders.schema(Orders.column("status", 2, "varchar(10)"), Orders.index("orders_id_idx", "id"), NEW_INDEX));

    @Test
    void allChangesAndNoOthers() {
        assertThat(DIFF)
                .containsOnly(
                        added("index", "orders_id_idx"),
                        removed("column", "orders.x"),
                        changed("column", "public.orders.status", "type"),
                        changed(ObjectKind.COLUMN, "status", "nullability"),
                        renamed("index", "o_s_idx", "status_idx"));
    }

    @Test
    void anObjectMayChangeInWhateverAttributes() {
        assertThat(DIFF)
                .containsOnly(
                        added(ObjectKind.INDEX, "orders_id_idx"),
                        removed(ObjectKind.COLUMN, "x"),
                        changed("column", "status"),
                        renamed(ObjectKind.INDEX, "o_s_idx", "status_idx"))
                .contains(changed(ObjectKind.COLUMN, "status"), changed("column", "status", "type"))
                .doesNotContain(added("column", "x"), changed("column", "status", "default"))
                .hasNoChangesExcept(
                        added("index", "orders_id_idx"),
                        added("table", "not_there"),
                        removed("column", "x"),
                        changed("column", "status"),
                        renamed("index", "o_s_idx", "status_idx"));
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchIsSaidWithTheNearest() {
        AssertionFailedError failure = catchThrowableOfType(AssertionFailedError.class, () -> assertThat(DIFF)
                .containsOnly(
                        added("index", "orders_id_index"),
                        removed("column", "orders.x"),
                        changed("column", "status", "storage"),
                        added("sequence", "order_number_seq")));

        assertThat(failure)
                .hasMessage(
                        """
                        The changes are not those that are expected.

                          Expected and not there:

                            added index orders_id_index    (there is: added index public.orders_id_idx)
                            changed column status: storage    (there is: changed column public.orders.status: type)
                            added sequence order_number_seq

                          There and not expected:

                            table public.orders
                              ~ column status          text not null   ->   varchar(10)
                              ~ index o_s_idx          renamed to status_idx
                              + index orders_id_idx    CREATE INDEX orders_id_idx ON public.orders USING btree (id)""");
        assertThat(failure.getExpected().getStringRepresentation())
                .isEqualTo(
                        """
                        added index orders_id_index
                        added sequence order_number_seq
                        changed column status: storage
                        removed column public.orders.x""");
        assertThat(failure.getActual().getStringRepresentation())
                .isEqualTo(
                        """
                        added index public.orders_id_idx
                        changed column public.orders.status: nullability
                        changed column public.orders.status: type
                        removed column public.orders.x
                        renamed index public.o_s_idx to status_idx""");
    }

    @Test
    void whatIsMissingIsSaidWithAllThatIsThere() {
        assertThatThrownBy(() -> assertThat(
                                SchemaDiff.between(Orders.schema(), Orders.schema(Orders.index("orders_id_idx", "id"))))
                        .contains(removed("column", "status")))
                .hasMessage(
                        """
                        The changes are not those that are expected.

                          Expected and not there:

                            removed column status

                          There are:

                            table public.orders
                              + index orders_id_idx    CREATE INDEX orders_id_idx ON public.orders USING btree (id)""");
        assertThatThrownBy(() -> assertThat(SchemaDiff.between(Orders.schema(), Orders.schema()))
                        .contains(removed("column", "status")))
                .hasMessageEndingWith("There are:\n\n    no changes");
    }

    @Test
    void whatCouldNotBeThereIsRefused() {
        assertThatThrownBy(() -> changed("column", "status", "typ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A change of a column can be of no attribute typ. Did you mean type?");
        assertThatThrownBy(() -> assertThat(DIFF).doesNotContain(removed("column", "orders.X")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No change is meant by removed column orders.X, but column public.orders.x has changed. Names have the capitals that they have in the catalog.");
        assertThatThrownBy(() -> assertThat(DIFF).doesNotContain(removed("column", "orders.x ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No change is meant by removed column orders.x , but column public.orders.x has changed. Write the name alone, without anything around it.");
        assertThatThrownBy(() -> assertThat(DIFF).doesNotContain(removed("column", "orders.statsu")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no column orders.statsu. Nearest are: public.orders.status");
        assertThat(DIFF).doesNotContain(removed("column", "status"));
        assertThatThrownBy(() -> assertThat(DIFF).doesNotContain(changed("column", "orders.statsu")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no column orders.statsu. Nearest are: public.orders.status");
    }

    @Test
    void whatMustNotBeIsListed() {
        assertThatThrownBy(() -> assertThat(DIFF).doesNotContain(removed("column", "x"), added("table", "orders")))
                .hasMessage(
                        """
                        There are changes that must not be:

                          table public.orders
                            - column x    text""");
    }

    @Test
    void anyChangeIsTooMuch() {
        assertThat(SchemaDiff.between(Orders.schema(), Orders.schema())).isEmpty();
        assertThatThrownBy(() -> assertThat(
                                SchemaDiff.between(Orders.schema(), Orders.schema(Orders.column("status", 2, "text"))))
                        .isEmpty())
                .hasMessage(
                        """
                        The schema has changed. What was, and what is there:

                          table public.orders
                            + column status    text""");
    }

    @Test
    void aTableComesWithAllThatBelongsToIt() {
        Schema nothing = Schema.of("PostgreSQL", "", List.of(), List.of());
        Schema all = Orders.schema(
                Orders.index("orders_id_idx", "id"),
                SchemaObject.of(
                        ObjectName.of(ObjectKind.SEQUENCE, "public", "orders_id_seq"),
                        "as bigint",
                        Map.of("owned by", "public.orders.id")));

        assertThat(SchemaDiff.between(nothing, all)).containsOnly(added("table", "orders"));
        assertThat(SchemaDiff.between(nothing, all))
                .containsOnly(added("table", "orders"), added("index", "orders_id_idx"));
        assertThat(SchemaDiff.between(all, nothing)).containsOnly(removed("table", "public.orders"));
    }

    @Test
    void aNameThatMeansSeveralIsRefused() {
        SchemaDiff diff = SchemaDiff.between(
                Orders.schema(),
                Orders.schema(table("one"), table("two"), columnOf("one", "code"), columnOf("two", "code")));

        assertThatThrownBy(() -> assertThat(diff).contains(added("column", "code")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Several changes are meant by added column code: of public.one.code, public.two.code."
                        + " Use a qualified name.");
        assertThat(diff).contains(added("column", "one.code"));
    }

    @Test
    void aKindThatThereIsNotIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> added("indx", "orders_status_idx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no kind of object called indx. Did you mean index?");
        assertThatThrownBy(() -> added("enum type", "order_status"))
                .hasMessage("There is no kind of object called enum type. Did you mean enum?");
        assertThat(added("Materialized_View", "x")).isEqualTo(added(ObjectKind.MATERIALIZED_VIEW, "x"));
    }

    private static SchemaObject table(String name) {
        return SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", name), "", Map.of());
    }

    private static SchemaObject columnOf(String table, String name) {
        return SchemaObject.of(new ObjectName(ObjectKind.COLUMN, "public", table, name), "text", Map.of());
    }
}
