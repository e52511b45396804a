package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import org.junit.jupiter.api.Test;

class CompatibilityTests {

    private static final Schema BEFORE = Orders.schema(
            Orders.column("status", 2, "varchar(80)"),
            Orders.column("note", 3, "text"),
            Orders.column("code", 4, "text"));

    @Test
    void whatThePreviousVersionDoesNotNoticeHolds() {
        Schema after = Orders.schema(
                Orders.column("status", 2, "text"),
                Orders.column("note", 3, "text"),
                Orders.column("code", 4, "text"),
                Orders.column("campaign", 5, "text"),
                Orders.index("orders_status_idx", "status"));

        assertThat(SchemaDiff.between(BEFORE, after)).isBackwardCompatible();
    }

    @Test
    void whatBreaksItIsListedWithTheReasonAndAWayOut() {
        Schema after =
                Orders.schema(Orders.column("status", 2, "varchar(40)"), Orders.column("note", 3, "text not null"));

        assertThatThrownBy(() -> assertThat(SchemaDiff.between(BEFORE, after)).isBackwardCompatible())
                .hasMessage(
                        """
                        The previous version of the application may not get on with this schema:

                          Column public.orders.code is gone.
                          Column public.orders.note takes no null any more: a row that leaves it out or sets it to null is refused.
                          Column public.orders.status is varchar(40) and no longer varchar(80): what does not fit is refused.

                        What to do:

                          Take away in a later release what is gone: when no version that uses it runs any longer.
                          Narrow in a later release: when every version that runs keeps to the narrower limits.
                          Ask for it in a later release: first add it as optional or with a default, and let every version that runs write it.

                        The changes:

                          table public.orders
                            - column code      text
                            ~ column note      text   ->   text not null
                            ~ column status    varchar(80)   ->   varchar(40)""");
    }
}
