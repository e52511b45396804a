package dev.switchback.assertions;

import static dev.switchback.assertions.ForeignKeyAction.CASCADE;
import static dev.switchback.assertions.ForeignKeyAction.SET_NULL;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.rules.SchemaRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.AssertionFailedError;

/**
 * Messages of assertions that do not hold, kind by kind; the messages stand in {@code messages}. After a change of
 * them: {@code -Dexpected.update=true}, and read the difference.
 */
@ExtendWith(ShopSchema.class)
class MessageTests {

    private static final Path FOLDER = Path.of("src/test/resources/dev/switchback/assertions/messages");

    @ParameterizedTest
    @EnumSource
    void areExact(Failing failing, Schema schema) throws IOException {
        String messages = failing.assertions.stream()
                .map(assertion -> message(assertion, schema))
                .collect(Collectors.joining("\n\n", "", "\n"));

        Path expected = FOLDER.resolve(failing.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("expected.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(expected, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(expected));
    }

    @Test
    void comeWithWhatTheIdeCompares(Schema schema) {
        AssertionFailedError error = (AssertionFailedError) catchThrowable(
                () -> assertThat(schema).table("customer").column("email").hasType("text"));

        assertThat(error.getExpected().getValue()).isEqualTo("text");
        assertThat(error.getActual().getValue()).isEqualTo("varchar(80)");
    }

    private static String message(Consumer<SchemaAssert> assertion, Schema schema) {
        Throwable failure = catchThrowable(() -> assertion.accept(new SchemaAssert(schema)));
        return String.valueOf(failure.getMessage());
    }

    /** Assertions that fail, by what they are about. */
    @SuppressWarnings("ImmutableEnumChecker") // the assertions are constants
    enum Failing {
        LOOKUPS(List.of(
                schema -> schema.doesNotHaveView("order_totals"),
                schema -> schema.doesNotHaveMaterializedView("stock_level"),
                schema -> schema.doesNotHaveSequence("free_seq"),
                schema -> schema.doesNotHaveEnumType("order_status"),
                schema -> schema.doesNotHaveDomain("amount"),
                schema -> schema.doesNotHaveCompositeType("address"),
                schema -> schema.doesNotHaveFunction("total"),
                schema -> schema.doesNotHaveProcedure("tidy_up"),
                schema -> schema.doesNotHaveExtension("plpgsql"),
                schema -> schema.hasView("totals"),
                schema -> schema.hasMaterializedView("level"),
                schema -> schema.hasSequence("orders_id_seq"),
                schema -> schema.hasEnumType("state"),
                schema -> schema.hasCompositeType("addresses"),
                schema -> schema.hasFunction("total(text)"),
                schema -> schema.hasProcedure("tidy"),
                schema -> schema.hasExtension("postgis"),
                schema -> schema.table("ordrs"),
                schema -> schema.table("CUSTOMER"),
                schema -> schema.table("orders"),
                schema -> schema.table("order_totals"),
                schema -> schema.view("stock_level"),
                schema -> schema.sequence("order_status"),
                schema -> schema.function("total"),
                schema -> schema.function("total(text)"),
                schema -> schema.procedure("total"),
                schema -> schema.extension("postgis"),
                schema -> schema.hasTable("public.order"),
                schema -> schema.doesNotHaveTable("orders"),
                schema -> schema.doesNotHaveTable("\"customer\""),
                schema -> schema.hasDomain("amounts"),
                schema -> schema.has(ObjectKind.PUBLICATION, "all_tables"),
                schema -> schema.doesNotHave(ObjectKind.ENUM, "order_status"))),
        REFUSALS(List.of(
                schema -> schema.doesNotHaveTable("Customer"),
                schema -> schema.doesNotHaveTable("PUBLIC.orders"),
                schema -> schema.doesNotHaveFunction("Total(int)"),
                schema -> schema.doesNotHaveFunction("total(itn)"),
                schema -> schema.doesNotHaveTable("customer;"),
                schema -> schema.doesNotHaveTable("`public`.`orders`"),
                schema -> schema.doesNotHaveTable("cust*"),
                schema -> schema.doesNotHaveFunction("total(int"),
                schema -> schema.hasTable(" "),
                schema -> schema.follows(),
                schema -> schema.table("customer").doesNotHaveColumn("EMAIL"),
                schema -> schema.table("customer").hasColumns(),
                schema -> schema.table("customer").hasOnlyColumns("id", "id", "name", "email"),
                schema -> schema.table("customer").doesNotGrant("select", "public"),
                schema -> schema.table("customer").doesNotGrant("public", "selct"),
                schema -> schema.table("customer").grants("pg_monitor", "execute"),
                schema -> schema.table("customer").grants("pg_monitor"),
                schema -> schema.table("customer").doesNotGrant("PUBLIC", "select"),
                schema -> schema.table("customer").doesNotGrant("pg_montior", "select"),
                schema -> schema.table("customer").doesNotGrant("pg_monitor, app", "select"),
                schema -> schema.table("customer").doesNotHaveAttribute("tabelspace"),
                schema -> schema.table("customer").doesNotHaveAttribute("predicate"),
                schema -> schema.table("customer").doesNotHaveOption("filfactor"),
                schema -> schema.view("order_totals").doesNotHaveOption("security_barier"),
                schema -> schema.table("customer").doesNotHaveForeignKey("mail"),
                schema -> schema.table("customer").doesNotHaveIndexOn("Emial"),
                schema -> schema.table("customer").doesNotHaveCheck("emial is not null"),
                schema -> schema.table("customer").doesNotHaveCheck("email <>"),
                schema -> schema.table("public.orders").doesNotHaveCheck("orders_number_prefix"),
                schema -> schema.table("customer").column("email").doesNotHaveType("vrachar(80)"),
                schema -> schema.table("customer").column("email").doesNotHaveType("order_statu"),
                schema -> schema.enumType("order_status").doesNotContainValues("Paid"),
                schema -> schema.enumType("order_status").doesNotContainValues("paid "),
                schema -> schema.follows(SchemaRules.noInvalidIndex().except("*")),
                schema -> schema.function("total(int)").hasBodyContaining(""))),
        TABLES(List.of(
                schema -> schema.table("basket").isOwnedByTheDatabaseOwner(),
                schema -> schema.table("customer").hasForcedRowSecurity(),
                schema -> schema.table("customer").hasComment("Who pays"),
                schema -> schema.table("customer").hasNoComment(),
                schema -> schema.table("basket").hasComment("Empty"),
                schema -> schema.table("customer").isOwnedBy("shop"),
                schema -> schema.table("customer").grants("pg_monitor", "select", "delete"),
                schema -> schema.table("customer").doesNotGrant("pg_monitor", "select"),
                schema -> schema.table("customer").doesNotGrant("pg_monitor"),
                schema -> schema.table("customer").hasColumns("id", "mail"),
                schema -> schema.table("customer").hasOnlyColumns("id", "email"),
                schema -> schema.table("customer").hasOnlyColumnsInOrder("email", "id", "name", "lower_name"),
                schema -> schema.table("customer").hasColumn("mail"),
                schema -> schema.table("customer").doesNotHaveColumn("email"),
                schema -> schema.table("customer").hasPrimaryKey("email"),
                schema -> schema.table("basket").hasPrimaryKey("id"),
                schema -> schema.table("customer").hasNoPrimaryKey(),
                schema -> schema.table("basket").primaryKey(),
                schema -> schema.table("customer").isPartitionedBy("range (id)"),
                schema -> schema.table("change").isPartitionedBy("range (id)"),
                schema -> schema.table("change").isNotPartitioned(),
                schema -> schema.table("change_2026").isPartitionOf("orders"),
                schema -> schema.table("change_2026").isNotPartition(),
                schema -> schema.table("customer").hasRowSecurity(),
                schema -> schema.table("public.orders").hasNoRowSecurity(),
                schema -> schema.table("customer").isUnlogged(),
                schema -> schema.table("basket").isLogged(),
                schema -> schema.table("public.orders").hasOption("fillfactor", "90"),
                schema -> schema.table("customer").hasOption("fillfactor", "90"),
                schema -> schema.table("public.orders").doesNotHaveOption("fillfactor"),
                schema -> schema.table("public.orders").hasAttribute("tablespace", "fast"),
                schema -> schema.table("public.orders").doesNotHaveAttribute("options"))),
        COLUMNS(List.of(
                schema -> schema.table("public.orders").column("id").isIdentityAlways(),
                schema -> schema.table("customer").column("mail"),
                schema -> schema.table("customer").column("email").hasType("varchar(90)"),
                schema -> schema.table("customer").column("email").doesNotHaveType("varchar(80)"),
                schema -> schema.table("customer").column("name").isNotNull(),
                schema -> schema.table("customer").column("email").isNullable(),
                schema -> schema.table("customer").column("name").hasDefault("'nobody'"),
                schema -> schema.table("customer").column("name").hasDefault(),
                schema -> schema.table("public.orders").column("number").hasDefault("'SO'"),
                schema -> schema.table("public.orders").column("status").hasDefault("'paid'"),
                schema -> schema.table("public.orders").column("status").hasNoDefault(),
                schema -> schema.table("customer").column("name").isIdentity(),
                schema -> schema.table("customer").column("id").isIdentityByDefault(),
                schema -> schema.table("customer").column("id").isNotIdentity(),
                schema -> schema.table("customer").column("lower_name").isGeneratedAs("upper(name)"),
                schema -> schema.table("customer").column("lower_name").isNotGenerated(),
                schema -> schema.table("customer").column("name").hasCollation("de_DE"),
                schema -> schema.table("customer").column("name").hasNoCollation())),
        INDEXES(List.of(
                schema -> schema.table("public.orders").hasIndex("orders_ix"),
                schema -> schema.table("change").index("change_broken_idx").isValid(),
                schema -> schema.table("public.orders").index("orders_ix"),
                schema -> schema.table("public.orders").index("orders_pk"),
                schema -> schema.table("public.orders").hasIndexOn("customer_id"),
                schema -> schema.table("public.orders").indexOn("customer_id"),
                schema -> schema.table("basket").hasIndexOn("id"),
                schema -> schema.table("public.orders").doesNotHaveIndexOn("status"),
                schema -> schema.table("public.orders").doesNotHaveIndexOn("id"),
                schema -> schema.table("public.orders").doesNotHaveIndex("orders_status_idx"),
                schema ->
                        schema.table("public.orders").index("orders_status_idx").isOn("id"),
                schema ->
                        schema.table("public.orders").index("orders_status_idx").isUnique(),
                schema -> schema.table("public.orders").index("orders_new_idx").isNotUnique(),
                schema -> schema.table("public.orders").index("orders_new_idx").hasPredicate("status = 'paid'"),
                schema -> schema.table("public.orders").index("orders_new_idx").hasNoPredicate(),
                schema -> schema.table("public.orders")
                        .index("orders_customer_idx")
                        .includes("id"),
                schema -> schema.table("public.orders")
                        .index("orders_customer_idx")
                        .usesMethod("gin"),
                schema -> schema.table("public.orders")
                        .index("orders_customer_idx")
                        .isNotValid())),
        CONSTRAINTS(List.of(
                schema -> schema.table("public.orders").primaryKey().isInitiallyDeferred(),
                schema -> schema.table("public.orders")
                        .check("orders_number_prefix")
                        .doesNotHaveExpression("number like 'SO-%'"),
                schema -> schema.table("public.orders").foreignKey("orders_fk"),
                schema -> schema.table("public.orders").hasForeignKey("number"),
                schema -> schema.table("public.orders").doesNotHaveForeignKey("customer_id"),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("customer_id")
                        .to("supplier"),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("customer_id")
                        .to("customer", "name"),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("customer_id")
                        .onDelete(SET_NULL),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("other_customer")
                        .onUpdate(CASCADE),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("other_customer")
                        .isValidated(),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("customer_id")
                        .isNotValidated(),
                schema -> schema.table("public.orders")
                        .foreignKeyOn("customer_id")
                        .isNotDeferrable(),
                schema -> schema.table("public.orders").primaryKey().isDeferrable(),
                schema -> schema.table("public.orders").primaryKey().hasColumns("id", "number"),
                schema -> schema.table("public.orders").primaryKey().hasName("pk"),
                schema -> schema.table("public.orders").hasUniqueConstraint("number"),
                schema -> schema.table("customer").doesNotHaveUniqueConstraint("email"),
                schema -> schema.table("public.orders").hasCheck("number <> ''"),
                schema -> schema.table("public.orders").doesNotHaveCheck("number like 'SO-%'"),
                schema -> schema.table("public.orders")
                        .check("orders_number_prefix")
                        .hasExpression("true"),
                schema -> schema.table("public.orders")
                        .exclusion("orders_during_apart")
                        .excludes("during with ="))),
        TRIGGERS_AND_POLICIES(List.of(
                schema -> schema.table("public.orders").hasTrigger("audit"),
                schema -> schema.table("public.orders").trigger("orders_guard").firesAfter("delete"),
                schema -> schema.view("plain_view").trigger("totals_insert").firesInsteadOf("delete"),
                schema -> schema.table("public.orders").trigger("orders_audit").hasNoCondition(),
                schema -> schema.table("public.orders").trigger("orders_guard").isForEachRow(),
                schema -> schema.table("public.orders").trigger("orders_audit").isDisabled(),
                schema -> schema.table("public.orders").policy("tenant").hasNoUsing(),
                schema -> schema.table("public.orders").policy("clerk").hasNoWithCheck(),
                schema -> schema.table("public.orders").policy("clerk").isPermissive(),
                schema -> schema.table("public.orders").trigger("audit"),
                schema -> schema.table("public.orders").doesNotHaveTrigger("orders_audit"),
                schema -> schema.table("public.orders").trigger("orders_audit").firesBefore("insert"),
                schema -> schema.table("public.orders").trigger("orders_audit").isForEachStatement(),
                schema -> schema.table("public.orders").trigger("orders_audit").hasCondition("true"),
                schema -> schema.table("public.orders").trigger("orders_audit").calls("other"),
                schema -> schema.table("public.orders").trigger("orders_guard").isEnabled(),
                schema -> schema.table("public.orders").hasPolicy("tenants"),
                schema -> schema.table("public.orders").doesNotHavePolicy("tenant"),
                schema -> schema.table("public.orders").policy("tenant").isForCommand("select"),
                schema -> schema.table("public.orders").policy("tenant").appliesTo("clerk"),
                schema -> schema.table("public.orders").policy("tenant").hasUsing("customer_id = 1"),
                schema -> schema.table("public.orders").policy("tenant").hasWithCheck("true"),
                schema -> schema.table("public.orders").policy("tenant").isRestrictive())),
        OTHER_KINDS(List.of(
                schema -> schema.materializedView("one").isNotPopulated(),
                schema -> schema.sequence("free_seq").cycles(),
                schema -> schema.sequence("free_seq").hasCache(2),
                schema -> schema.sequence("free_seq").hasMinimum(2),
                schema -> schema.sequence("free_seq").hasMaximum(2),
                schema -> schema.sequence("free_seq").startsWith(2),
                schema -> schema.sequence("order_number_seq").isOwnedByNoColumn(),
                schema -> schema.domain("amount").hasNoDefault(),
                schema -> schema.domain("note").isNotNull(),
                schema -> schema.domain("note").hasDefault("''"),
                schema -> schema.function("total(int)").isVolatile(),
                schema -> schema.function("total(int)").isNotStrict(),
                schema -> schema.function("record_change").isStrict(),
                schema -> schema.function("record_change").isStable(),
                schema -> schema.procedure("tidy_up").isSecurityDefiner(),
                schema -> schema.extension("plpgsql").isInSchema("public"),
                schema -> schema.view("order_totals").hasDefinition("select 1"),
                schema -> schema.view("order_totals").isNotSecurityInvoker(),
                schema -> schema.view("plain_view").isSecurityInvoker(),
                schema -> schema.materializedView("stock_level").isPopulated(),
                schema -> schema.materializedView("stock_level").hasIndexOn("number"),
                schema -> schema.sequence("order_number_seq").hasType("bigint"),
                schema -> schema.sequence("order_number_seq").incrementsBy(1),
                schema -> schema.sequence("order_number_seq").doesNotCycle(),
                schema -> schema.sequence("free_seq").isOwnedByColumn("orders.id"),
                schema -> schema.enumType("order_status").hasValues("new", "lost"),
                schema -> schema.enumType("order_status").containsValues("lost"),
                schema -> schema.enumType("order_status").doesNotContainValues("paid"),
                schema -> schema.domain("amount").hasType("text"),
                schema -> schema.domain("amount").isNullable(),
                schema -> schema.domain("amount").hasCheck("value > 0"),
                schema -> schema.compositeType("address").column("town").hasType("text"),
                schema -> schema.function("total(int)").returns("text"),
                schema -> schema.function("total(int)").isImmutable(),
                schema -> schema.function("total(int)").hasLanguage("plpgsql"),
                schema -> schema.function("total(int)").isSecurityInvoker(),
                schema -> schema.function("total(int)").hasBodyContaining("3.0"),
                schema -> schema.function("total(int)").hasSetting("work_mem", "1GB"),
                schema -> schema.function("total(int)").grants("public", "execute"),
                schema -> schema.extension("plpgsql").hasVersion("2.0")));

        private final List<Consumer<SchemaAssert>> assertions;

        Failing(List<Consumer<SchemaAssert>> assertions) {
            this.assertions = assertions;
        }
    }
}
