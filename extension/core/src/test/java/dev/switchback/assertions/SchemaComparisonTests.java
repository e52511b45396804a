package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.added;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.except;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SchemaComparisonTests {

    private static final Schema WITH_STATUS = Orders.schema(Orders.column("status", 2, "text not null"));
    private static final Schema WITH_NULLABLE_STATUS = Orders.schema(Orders.column("status", 2, "text"));

    @Test
    void whatIsIdenticalHolds() {
        assertThat(WITH_STATUS)
                .isIdenticalTo(WITH_STATUS)
                .hasSameStructureAs(WITH_STATUS)
                .hasNoChangesSince(WITH_STATUS);
    }

    @Test
    void aDifferenceIsListedAsInVerdicts() {
        assertThatThrownBy(() -> assertThat(WITH_NULLABLE_STATUS).isIdenticalTo(WITH_STATUS))
                .hasMessage(
                        """
                        The schema is not identical to the expected one. What is expected, and what is there:

                          table public.orders
                            ~ column status    text not null   ->   text""");
    }

    @Test
    void aDifferenceOfStructureIsListed() {
        assertThatThrownBy(() -> assertThat(WITH_NULLABLE_STATUS).hasSameStructureAs(WITH_STATUS))
                .hasMessage(
                        """
                        The schema differs in structure from the expected one. Expected, and found:

                          table public.orders
                            ~ column status    text not null   ->   text""");
    }

    @Test
    void theObjectsThatDifferCanBeCompared() {
        AssertionFailedError failure =
                catchThrowableOfType(AssertionFailedError.class, () -> assertThat(WITH_NULLABLE_STATUS)
                        .isIdenticalTo(WITH_STATUS));

        assertThat(failure.getExpected().getStringRepresentation())
                .contains("column public.orders.status text not null\n    nullability: not null\n");
        assertThat(failure.getActual().getStringRepresentation())
                .contains("column public.orders.status text\n")
                .doesNotContain("not null");
    }

    @Test
    void theDescriptionOfTheTestComesFirst() {
        assertThatThrownBy(() -> assertThat(WITH_STATUS).as("the shop").isIdenticalTo(Orders.schema()))
                .hasMessageStartingWith("[the shop] The schema is not identical");
    }

    @Test
    void whatHoldsAPercentSignIsShownAsItIs() {
        Schema percent =
                Orders.schema(Orders.part(ObjectKind.CHECK, "like_s", "CHECK ((name ~~ '%s%d'::text))", Map.of()));

        assertThatThrownBy(() -> assertThat(percent).isIdenticalTo(Orders.schema()))
                .hasMessageEndingWith("+ check like_s    CHECK ((name ~~ '%s%d'::text))");
    }

    @Test
    void ownersGrantsAndCommentsAreNoStructure() {
        Schema one = Orders.schema(withAttributes(Map.of()));
        Schema other = Orders.schema(
                withAttributes(Map.of("owner", "app", "grants", "app SELECT", "revoked", "owner ALL", "comment", "x")),
                SchemaObject.of(
                        ObjectName.of(ObjectKind.DEFAULT_PRIVILEGES, "", "on tables"),
                        "",
                        Map.of("grants", "a SELECT")),
                SchemaObject.of(
                        ObjectName.of(ObjectKind.BUILT_IN, "", "function pg_catalog.now()"),
                        "",
                        Map.of("grants", "a EXECUTE")));

        assertThat(one).hasSameStructureAs(other);
        assertThatThrownBy(() -> assertThat(one).isIdenticalTo(other))
                .hasMessageContaining("owner")
                .hasMessageContaining("default privileges");
    }

    @Test
    void whatMayChangeIsNamed() {
        Schema after = Orders.schema(Orders.index("orders_status_idx", "status"));

        assertThat(after)
                .hasNoChangesSince(Orders.schema(), except(added("index", "orders_status_idx")))
                .hasNoChangesSince(after, except(added("index", "orders_status_idx")));
        assertThatThrownBy(() -> assertThat(WITH_STATUS)
                        .hasNoChangesSince(Orders.schema(), except(added("index", "orders_status_idx"))))
                .hasMessage(
                        """
                        The changes are not those that are expected.

                          There and not expected:

                            table public.orders
                              + column status    text not null""");
        assertThatThrownBy(() -> assertThat(WITH_STATUS).hasNoChangesSince(Orders.schema()))
                .hasMessage(
                        """
                        The schema has changed. What was, and what is there:

                          table public.orders
                            + column status    text not null""");
    }

    @Test
    @SuppressWarnings("NullAway") // what a test may do that is not checked for null
    void nullIsSaidToBeNull() {
        Schema nothing = null;
        assertThatThrownBy(() -> assertThat(nothing).isIdenticalTo(WITH_STATUS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    private static SchemaObject withAttributes(Map<String, String> attributes) {
        return SchemaObject.of(ObjectName.of(ObjectKind.VIEW, "public", "open_orders"), "SELECT 1", attributes);
    }
}
