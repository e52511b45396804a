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

class ExcludedObjectsTests {

    private static final SchemaObject PUBLIC = object(ObjectName.of(ObjectKind.SCHEMA, "", "public"), "", Map.of());

    private static final Schema EMPTY = schema(PUBLIC);

    private static final Schema SHOP = schema(
            PUBLIC,
            table("orders"),
            column("orders", 1, "id", "bigint", "not null"),
            table("audit_log"),
            object(ObjectName.of(ObjectKind.SCHEMA, "", "billing"), "", Map.of()),
            object(ObjectName.of(ObjectKind.TABLE, "billing", "invoice"), "", Map.of()));

    private static ExcludedObjects in(List<Schema> states, String... patterns) {
        ExcludedObjects excluded = ExcludedObjects.by(List.of(patterns));
        states.forEach(state -> excluded.see(state, state.without(patterns)));
        return excluded;
    }

    @Test
    void aPatternThatMattersInOneStateMatters() {
        assertThat(in(List.of(SHOP, EMPTY), "public.audit_*", "billing", "public.orders.id")
                        .unmatched())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "publc.audit_*, public.audit_*",
        "public.audt_*, public.audit_*",
        "audit_log, public.audit_log",
        "audit_*, public.audit_*",
        "invoice, billing.invoice",
        "bilings, billing",
        "biling.*, billing.*",
        "public.order, public.orders",
        "public.Orders, public.orders",
        "orders.id, public.orders.id"
    })
    void aPatternThatMatchesNothingIsToldWithTheNearest(String pattern, String nearest) {
        assertThat(in(List.of(EMPTY, SHOP), pattern).unmatched())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("'" + pattern + "' matches no object. Did you mean ")
                        .contains(nearest));
    }

    @Test
    void nothingIsNearAPatternThatHasNothingToDoWithTheSchema() {
        assertThat(in(List.of(EMPTY, SHOP), "monitoring.*").unmatched())
                .containsExactly("'monitoring.*' matches no object.");
    }

    @Test
    void patternsThatTogetherLeaveNothing() {
        assertThat(in(List.of(EMPTY, SHOP), "public", "billing.*").leaveNothing())
                .isTrue();
        assertThat(in(List.of(EMPTY, SHOP), "public.*", "billing").leaveNothing())
                .isTrue();
        assertThat(in(List.of(EMPTY, SHOP), "public").leaveNothing()).isFalse();
        assertThat(in(List.of(EMPTY, SHOP), "none").leaveNothing()).isFalse();
    }

    @Test
    void whatHoldsNothingIsNotLeftEmptyByPatterns() {
        assertThat(in(List.of(EMPTY), "billing").leaveNothing()).isFalse();
        assertThat(in(List.of()).leaveNothing()).isFalse();
    }
}
