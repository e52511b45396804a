package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackBddAssertions.then;
import static dev.switchback.assertions.SwitchbackInstanceOfAssertFactories.SCHEMA;
import static dev.switchback.assertions.SwitchbackInstanceOfAssertFactories.SCHEMA_DIFF;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assertions are AssertJ's own kind: descriptions, messages, soft assertions and hand-over work as everywhere. */
@ExtendWith(ShopSchema.class)
class AssertjTests {

    @Nested
    class Descriptions {

        @Test
        void nameTheObject(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema).table("customer").isUnlogged())
                    .hasMessage("[table public.customer] Expecting it to be unlogged, but it is logged.");
        }

        @Test
        void goAlongWithTheObjects(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema)
                            .as("release %d", 7)
                            .table("customer")
                            .column("name")
                            .isNotNull())
                    .hasMessage(
                            "[release 7: column public.customer.name] Expecting it to be not null, but it is nullable.");
        }

        @Test
        void ofAnObjectHoldForWhatBelongsToIt(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema)
                            .table("customer")
                            .as("who buys")
                            .hasColumn("id")
                            .column("name")
                            .isNotNull())
                    .hasMessageStartingWith("[who buys: column public.customer.name] ");
        }

        @Test
        void areNotChangedByGoingBack(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema)
                            .table("customer")
                            .column("name")
                            .as("the name")
                            .and()
                            .isUnlogged())
                    .hasMessageStartingWith("[table public.customer] ");
        }

        @Test
        void standInAssertjsOwnMessages(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema).table("customer").isInstanceOf(String.class))
                    .hasMessageStartingWith("[table public.customer] ");
        }
    }

    @Nested
    class OwnMessages {

        @Test
        void replaceOthersWhereverTheAssertionsLead(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema)
                            .overridingErrorMessage("ask %s", "Ann")
                            .table("customer")
                            .column("name")
                            .isNotNull())
                    .hasMessage("[column public.customer.name] ask Ann");
            assertThatThrownBy(() ->
                            assertThat(schema).withFailMessage(() -> "ask Bob").table("unknown"))
                    .hasMessage("ask Bob");
        }

        @Test
        void areReplacedByLaterOnes(Schema schema) {
            assertThatThrownBy(() -> assertThat(schema)
                            .withFailMessage(() -> "ask Bob")
                            .table("customer")
                            .withFailMessage("ask Ann")
                            .isUnlogged())
                    .hasMessage("[table public.customer] ask Ann");
        }
    }

    @Nested
    class SoftAssertions {

        @Test
        void collectWhereverTheyLead(Schema schema) {
            SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();

            softly.assertThat(schema)
                    .hasTable("unknown")
                    .table("customer")
                    .isUnlogged()
                    .column("name")
                    .isNotNull()
                    .hasType("text")
                    .hasDefault("'x'")
                    .and()
                    .hasPrimaryKey("name")
                    .and()
                    .view("order_totals")
                    .isNotSecurityInvoker();
            softly.assertThat("AssertJ's own").isEmpty();

            Assertions.assertThat(softly.assertionErrorsCollected())
                    .extracting(AssertjTests::firstLine)
                    .satisfiesExactly(
                            first -> Assertions.assertThat(first).startsWith("[schema] Expecting table unknown, but"),
                            second -> Assertions.assertThat(second)
                                    .startsWith("[table public.customer] Expecting it to be"),
                            third -> Assertions.assertThat(third)
                                    .startsWith("[column public.customer.name] Expecting it"),
                            fourth ->
                                    Assertions.assertThat(fourth).contains("Expecting default 'x', but there is none."),
                            fifth -> Assertions.assertThat(fifth)
                                    .contains("Expecting primary key (name), but it is (id)."),
                            sixth -> Assertions.assertThat(sixth).startsWith("[view public.order_totals] "),
                            seventh -> Assertions.assertThat(seventh).isEmpty());
        }

        @Test
        void sayNothingMoreOfWhatIsNotThere(Schema schema) {
            SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();

            softly.assertThat(schema)
                    .as("the shop")
                    .table("unknown")
                    .isUnlogged()
                    .hasIndexOn("id")
                    .column("id")
                    .hasType("int")
                    .and()
                    .foreignKeyOn("id")
                    .to("customer")
                    .and()
                    .and()
                    .table("customer")
                    .isUnlogged();

            Assertions.assertThat(softly.assertionErrorsCollected())
                    .extracting(AssertjTests::firstLine)
                    .containsExactly(
                            "[the shop] Expecting table unknown, but there is none of this name. The tables are, the nearest first:",
                            "[the shop: table public.customer] Expecting it to be unlogged, but it is logged.");
        }

        @Test
        void throwAllAtTheEnd(Schema schema) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> SwitchbackSoftAssertions.assertSwitchbackSoftly(softly -> {
                        softly.assertThat(schema).hasTable("nowhere");
                        softly.assertThat(schema).table("customer").isUnlogged();
                        softly.assertThat(schema).table("basket").isLogged();
                    }))
                    .withMessageContaining("-- failure 1 --%n[schema] Expecting table nowhere, but".formatted())
                    .withMessageContaining("[table public.customer] Expecting it to be unlogged")
                    .withMessageContaining("[table public.basket] Expecting it to be logged");
        }
    }

    @Nested
    class HandOver {

        @Test
        void leadsToASchema(Schema schema) {
            Assertions.assertThat(Optional.of(schema)).get(SCHEMA).hasTable("customer");
            Assertions.assertThat((Object) schema).asInstanceOf(SCHEMA).hasTable("customer");
            Assertions.assertThat(Map.of("shop", schema))
                    .extractingByKey("shop", SCHEMA)
                    .table("customer")
                    .hasColumn("id");
            Assertions.assertThat((Object) SchemaDiff.between(schema, schema))
                    .asInstanceOf(SCHEMA_DIFF)
                    .isNotNull();
        }

        @Test
        void leadsFromAnObjectToAssertjsOwnAssertions(Schema schema) {
            assertThat(schema)
                    .table("customer")
                    .satisfies(
                            table -> Assertions.assertThat(table.attributes()).containsKey("comment"))
                    .asInstanceOf(InstanceOfAssertFactories.type(SchemaObject.class))
                    .extracting(SchemaObject::definition)
                    .isEqualTo("");
        }

        @Test
        void inSoftAssertionsLeadsToASchemaToo(Schema schema) {
            SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();

            softly.assertThat((Object) schema)
                    .asInstanceOf(SCHEMA)
                    .hasTable("unknown")
                    .hasTable("customer");

            Assertions.assertThat(softly.assertionErrorsCollected()).hasSize(1);
        }
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    @Test
    void thenIsAnotherWordForAssertThat(Schema schema) {
        then(schema).hasTable("customer");
        then(SchemaDiff.between(schema, schema)).isNotNull();
    }

    @Test
    @SuppressWarnings("NullAway") // what is tested
    void aSchemaThatIsNullIsSaidToBe() {
        assertThatThrownBy(() -> assertThat((Schema) null).table("customer"))
                .hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void serialIsRefusedAsAType(Schema schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(schema).table("customer").column("id").hasType("bigserial"))
                .withMessage(
                        "bigserial is not the type of a column: it is written integer, smallint or bigint with a default and a sequence.");
    }
}
