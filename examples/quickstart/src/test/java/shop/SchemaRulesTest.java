package shop;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.frozenIn;
import static dev.switchback.assertions.SwitchbackAssertions.relation;
import static dev.switchback.schema.rules.SchemaRules.all;
import static dev.switchback.schema.rules.SchemaRules.everyTableHasAPrimaryKey;
import static dev.switchback.schema.rules.SchemaRules.namesAreInSnakeCase;

import dev.switchback.TestDatabase;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.rules.SchemaRule;
import dev.switchback.schema.rules.Violation;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rules of the house, for every schema that is still to come. */
@TestDatabase
class SchemaRulesTest {

    private static final SchemaRule EXACT_NUMBERS = SchemaRule.of(
            "exact-numbers",
            "No column is a floating-point number.",
            "Sums of money have to come out the same in every order.",
            schema -> schema.objects(ObjectKind.COLUMN).stream()
                    .filter(column -> Set.of("real", "double precision").contains(column.attribute("type")))
                    .map(column -> new Violation(column.name(), "is a floating-point number", "Make it numeric."))
                    .toList());

    @Test
    void theSchemaFollowsTheRules(Schema schema) {
        assertThat(schema).follows(all().frozenIn("schema-rules.frozen"));
    }

    @Test
    void someRulesAreNeverBroken(Schema schema) {
        assertThat(schema).follows(everyTableHasAPrimaryKey(), namesAreInSnakeCase());
    }

    @Test
    void aRuleOfOnesOwn(Schema schema) {
        assertThat(schema).follows(all().and(EXACT_NUMBERS).except("public.merged_supplier"));
    }

    @Test
    void noRowIsLeftAlone(DataSource database) {
        assertThat(database)
                .hasNoOrphans()
                .hasNoOrphans(relation("price_history", "sku").to("product", "sku"));
    }

    @Test
    void onlyFrozenKeysLeaveRowsAlone(DataSource database) {
        assertThat(database).hasNoOrphans(frozenIn("orphans.frozen"));
    }
}
