package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.added;
import static dev.switchback.schema.rules.SchemaRules.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import org.junit.jupiter.api.Test;

class SoftComparisonTests {

    @Test
    void comparisonsAndRulesAreCollected() {
        Schema before = Orders.schema(Orders.column("status", 2, "text"));
        Schema after = Orders.schema();
        SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();

        softly.assertThat(after)
                .isIdenticalTo(before)
                .hasSameStructureAs(before)
                .hasNoChangesSince(before)
                .follows(all());
        softly.assertThat(SchemaDiff.between(before, after))
                .isEmpty()
                .containsOnly(added("index", "x"))
                .isBackwardCompatible();

        assertThat(softly.assertionErrorsCollected())
                .hasSize(7)
                .allSatisfy(error -> assertThat(error).message().matches("(?s)\\[(schema|changes)] The .*"));
    }
}
