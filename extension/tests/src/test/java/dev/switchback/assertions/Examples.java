package dev.switchback.assertions;

import static dev.switchback.assertions.Example.Mistake.AROUND;
import static dev.switchback.assertions.Example.Mistake.CAPITALS;
import static dev.switchback.assertions.Example.Mistake.NOTHING;
import static dev.switchback.assertions.Example.Mistake.TYPO;
import static dev.switchback.assertions.SwitchbackAssertions.added;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.relation;
import static dev.switchback.assertions.SwitchbackAssertions.row;

import dev.switchback.fixture.RowPattern;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.orphans.DeclaredRelation;
import dev.switchback.schema.rules.FrozenViolations;
import dev.switchback.schema.rules.SchemaRule;
import dev.switchback.schema.rules.SchemaRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.impl.CatalogImpl;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** Each assertion that takes names or texts, called on the shop with those that are there. */
final class Examples {

    private final Schema shop;
    private final List<Example> all = new ArrayList<>();

    private Examples(Schema shop) {
        this.shop = shop;
    }

    static List<Example> of(Schema shop) {
        Examples examples = new Examples(shop);
        examples.ofSchemas();
        examples.ofRelations();
        examples.ofTables();
        examples.ofColumnsAndIndexes();
        examples.ofConstraints();
        examples.ofTriggersAndPolicies();
        examples.ofOtherKinds();
        examples.ofChanges();
        examples.ofRows();
        return examples.all;
    }

    private void add(Example example) {
        all.add(example);
    }

    private void add(Class<?> type, String method, Supplier<?> subject, Object... arguments) {
        add(Example.of(type, method, subject, arguments));
    }

    private SchemaAssert schema() {
        return assertThat(shop);
    }

    private TableAssert orders() {
        return schema().table("public.orders");
    }

    private TableAssert customer() {
        return schema().table("customer");
    }

    private static String[] names(String... names) {
        return names;
    }

    /** That something is not there is just what is said of a name that nothing has. */
    private void absent(Class<?> type, String method, Supplier<?> subject, Object... arguments) {
        add(Example.of(type, method, subject, arguments).holding(arguments.length - 1, TYPO));
    }

    private void ofSchemas() {
        List.of(
                        List.of("table", "Table", "customer"),
                        List.of("view", "View", "order_totals"),
                        List.of("materializedView", "MaterializedView", "stock_level"),
                        List.of("sequence", "Sequence", "free_seq"),
                        List.of("enumType", "EnumType", "order_status"),
                        List.of("domain", "Domain", "amount"),
                        List.of("compositeType", "CompositeType", "address"),
                        List.of("function", "Function", "record_change"),
                        List.of("procedure", "Procedure", "tidy_up"),
                        List.of("extension", "Extension", "plpgsql"))
                .forEach(kind -> {
                    add(SchemaAssert.class, kind.get(0), this::schema, kind.get(2));
                    add(SchemaAssert.class, "has" + kind.get(1), this::schema, kind.get(2));
                    absent(SchemaAssert.class, "doesNotHave" + kind.get(1), this::schema, kind.get(2));
                });
        add(SchemaAssert.class, "has", this::schema, ObjectKind.SCHEMA, "audit");
        absent(SchemaAssert.class, "doesNotHave", this::schema, ObjectKind.SCHEMA, "audit");
        add(Example.of(SchemaAssert.class, "doesNotHaveFunction", this::schema, "total(integer)")
                .holding(0, TYPO));
        add(SchemaAssert.class, "matchesGolden", this::schema, "nowhere.sql");
        for (Object generated : new Object[] {DSL.schema("public"), new OneSchema()}) {
            add(Example.of(SchemaAssert.class, "matches", this::schema, generated, names("public.x"))
                    .holding(1, NOTHING));
        }
        add(SchemaAssert.class, "follows", this::schema, (Object)
                new SchemaRule[] {SchemaRules.noInvalidIndex().except("audit.*")});
    }

    private static final class OneSchema extends CatalogImpl {

        private static final long serialVersionUID = 1;

        OneSchema() {
            super("shop");
        }

        @Override
        public List<org.jooq.Schema> getSchemas() {
            return List.of(DSL.schema("public"));
        }
    }

    private void ofRelations() {
        Class<?> type = RelationAssert.class;
        add(type, "column", this::customer, "email");
        add(type, "hasColumn", this::customer, "email");
        absent(type, "doesNotHaveColumn", this::customer, "email");
        add(type, "hasColumns", this::customer, (Object) names("id", "email"));
        add(type, "hasOnlyColumns", this::customer, (Object) names("name", "id", "lower_name", "email"));
        add(type, "hasOnlyColumnsInOrder", this::customer, (Object) names("id", "email", "name", "lower_name"));
        add(IndexedAssert.class, "index", this::orders, "orders_new_idx");
        add(IndexedAssert.class, "hasIndex", this::orders, "orders_new_idx");
        absent(IndexedAssert.class, "doesNotHaveIndex", this::orders, "orders_new_idx");
        for (String method : List.of("indexOn", "hasIndexOn", "doesNotHaveIndexOn")) {
            add(Example.of(IndexedAssert.class, method, this::orders, (Object) names("customer_id", "placed_at"))
                    .holding(0, CAPITALS));
        }
        add(Example.of(IndexedAssert.class, "doesNotHaveIndexOn", this::orders, (Object) names("lower(number)"))
                .holding(0, CAPITALS, TYPO));
        add(OwnedAssert.class, "isOwnedBy", () -> schema().table("basket"), "pg_monitor");
        for (String method : List.of("grants", "doesNotGrant")) {
            add(Example.of(GrantableAssert.class, method, this::customer, "pg_monitor", names("select"))
                    .holding(1, CAPITALS, method.equals("grants") ? CAPITALS : NOTHING));
        }
        add(ObjectAssert.class, "hasComment", this::customer, "Who buys");
        add(ObjectAssert.class, "hasAttribute", this::orders, "options", "fillfactor=70");
        add(ObjectAssert.class, "doesNotHaveAttribute", this::orders, "options");
        add(Example.of(ViewAssert.class, "hasDefinition", () -> schema().view("plain_view"), "select id from customer")
                .holding(0, CAPITALS));
        add(ViewAssert.class, "hasOption", () -> schema().view("order_totals"), "security_invoker", "true");
        add(ViewAssert.class, "doesNotHaveOption", () -> schema().view("order_totals"), "security_invoker");
        add(ViewAssert.class, "trigger", () -> schema().view("plain_view"), "totals_insert");
        add(ViewAssert.class, "hasTrigger", () -> schema().view("plain_view"), "totals_insert");
        absent(ViewAssert.class, "doesNotHaveTrigger", () -> schema().view("plain_view"), "totals_insert");
        add(Example.of(
                        MaterializedViewAssert.class,
                        "hasDefinition",
                        () -> schema().materializedView("one"),
                        "select 1 as one")
                .holding(0, CAPITALS));
    }

    private void ofTables() {
        Class<?> type = TableAssert.class;
        add(type, "hasPrimaryKey", this::customer, (Object) names("id"));
        add(type, "foreignKey", this::orders, "orders_customer_fk");
        add(type, "foreignKeyOn", this::orders, (Object) names("customer_id"));
        add(type, "hasForeignKey", this::orders, (Object) names("customer_id"));
        add(type, "doesNotHaveForeignKey", this::orders, (Object) names("customer_id"));
        add(type, "uniqueConstraint", this::customer, "customer_email_key");
        add(type, "uniqueConstraintOn", this::customer, (Object) names("email"));
        add(type, "hasUniqueConstraint", this::customer, (Object) names("email"));
        add(type, "doesNotHaveUniqueConstraint", this::customer, (Object) names("email"));
        add(type, "check", this::orders, "orders_number_prefix");
        add(Example.of(type, "hasCheck", this::orders, "number like 'SO-%'").holding(0, CAPITALS));
        add(Example.of(type, "doesNotHaveCheck", this::orders, "number like 'SO-%'")
                .holding(0, CAPITALS));
        add(type, "exclusion", this::orders, "orders_during_apart");
        add(type, "trigger", this::orders, "orders_audit");
        add(type, "hasTrigger", this::orders, "orders_audit");
        absent(type, "doesNotHaveTrigger", this::orders, "orders_audit");
        add(type, "policy", this::orders, "tenant");
        add(type, "hasPolicy", this::orders, "tenant");
        absent(type, "doesNotHavePolicy", this::orders, "tenant");
        add(Example.of(type, "isPartitionedBy", () -> schema().table("change"), "range (at)")
                .holding(0, CAPITALS));
        add(type, "isPartitionOf", () -> schema().table("change_2026"), "change");
        add(type, "hasOption", this::orders, "fillfactor", "70");
        add(type, "doesNotHaveOption", this::orders, "fillfactor");
    }

    private void ofColumnsAndIndexes() {
        Class<?> type = ColumnAssert.class;
        Supplier<ColumnAssert<TableAssert>> email = () -> customer().column("email");
        add(Example.of(type, "hasType", email, "varchar(80)").holding(0, CAPITALS));
        add(type, "doesNotHaveType", email, "varchar(80)");
        add(Example.of(type, "hasDefault", () -> orders().column("status"), "'new'")
                .holding(0, AROUND));
        add(Example.of(type, "isGeneratedAs", () -> customer().column("lower_name"), "lower(name)")
                .holding(0, CAPITALS));
        add(type, "hasCollation", () -> customer().column("name"), "C");
        Class<?> index = IndexAssert.class;
        Supplier<IndexAssert<TableAssert>> placed = () -> orders().index("orders_customer_idx");
        add(Example.of(index, "isOn", placed, (Object) names("customer_id", "placed_at"))
                .holding(0, CAPITALS));
        add(Example.of(index, "hasPredicate", () -> orders().index("orders_new_idx"), "status = 'new'")
                .holding(0, AROUND));
        add(Example.of(index, "includes", placed, (Object) names("number")).holding(0, NOTHING));
        add(index, "usesMethod", placed, "btree");
        add(index, "hasOption", placed, "fillfactor", "60");
        add(index, "doesNotHaveOption", placed, "fillfactor");
    }

    private void ofConstraints() {
        add(KeyAssert.class, "hasColumns", () -> orders().primaryKey(), (Object) names("id"));
        add(KeyAssert.class, "hasName", () -> orders().primaryKey(), "orders_pk");
        Supplier<ForeignKeyAssert<TableAssert>> key = () -> orders().foreignKeyOn("customer_id");
        add(ForeignKeyAssert.class, "hasColumns", key, (Object) names("customer_id"));
        add(Example.of(ForeignKeyAssert.class, "to", key, "customer", names("id"))
                .holding(1, NOTHING));
        Supplier<CheckAssert<TableAssert>> check = () -> orders().check("orders_number_prefix");
        add(Example.of(CheckAssert.class, "hasExpression", check, "number like 'SO-%'")
                .holding(0, CAPITALS));
        add(Example.of(CheckAssert.class, "doesNotHaveExpression", check, "number like 'SO-%'")
                .holding(0, CAPITALS));
        add(Example.of(ExclusionAssert.class, "excludes", () -> orders().exclusion("orders_during_apart"), (Object)
                        names("during with &&"))
                .holding(0, CAPITALS));
    }

    private void ofTriggersAndPolicies() {
        Class<?> type = TriggerAssert.class;
        add(Example.of(type, "firesBefore", () -> orders().trigger("orders_guard"), (Object) names("delete"))
                .holding(0, CAPITALS));
        add(Example.of(type, "firesAfter", () -> orders().trigger("orders_audit"), (Object)
                        names("update of status", "insert"))
                .holding(0, CAPITALS));
        add(Example.of(type, "firesInsteadOf", () -> schema().view("plain_view").trigger("totals_insert"), (Object)
                        names("insert"))
                .holding(0, CAPITALS));
        add(Example.of(type, "hasCondition", () -> orders().trigger("orders_audit"), "new.status <> 'new'")
                .holding(0, AROUND));
        add(type, "calls", () -> orders().trigger("orders_audit"), "record_change");
        Class<?> policy = PolicyAssert.class;
        add(Example.of(policy, "isForCommand", () -> orders().policy("tenant"), "all")
                .holding(0, CAPITALS));
        add(policy, "appliesTo", () -> orders().policy("tenant"), (Object) names("public"));
        add(Example.of(
                        policy,
                        "hasUsing",
                        () -> orders().policy("tenant"),
                        "customer_id = current_setting('shop.customer')::int8")
                .holding(0, AROUND));
        add(Example.of(policy, "hasWithCheck", () -> orders().policy("clerk"), "status = 'new'")
                .holding(0, AROUND));
    }

    private void ofOtherKinds() {
        add(Example.of(SequenceAssert.class, "hasType", () -> schema().sequence("free_seq"), "bigint")
                .holding(0, CAPITALS));
        add(
                SequenceAssert.class,
                "isOwnedByColumn",
                () -> schema().sequence("order_number_seq"),
                "public.orders.number");
        Supplier<EnumTypeAssert> status = () -> schema().enumType("order_status");
        add(EnumTypeAssert.class, "hasValues", status, (Object) names("new", "paid", "shipped", "it's gone"));
        add(EnumTypeAssert.class, "containsValues", status, (Object) names("paid"));
        absent(EnumTypeAssert.class, "doesNotContainValues", status, (Object) names("paid"));
        Class<?> domain = DomainAssert.class;
        Supplier<DomainAssert> amount = () -> schema().domain("amount");
        add(Example.of(domain, "hasType", amount, "numeric(12,2)").holding(0, CAPITALS));
        add(domain, "doesNotHaveType", amount, "numeric(12,2)");
        add(Example.of(domain, "hasDefault", amount, "0").holding(0, AROUND));
        add(domain, "check", amount, "amount_not_negative");
        add(Example.of(domain, "hasCheck", amount, "value >= 0").holding(0, CAPITALS));
        add(domain, "doesNotHaveCheck", amount, "value >= 0");
        Supplier<FunctionAssert> total = () -> schema().function("total(int)");
        add(Example.of(RoutineAssert.class, "hasLanguage", total, "sql").holding(0, CAPITALS));
        add(RoutineAssert.class, "hasBodyContaining", total, "select 1.0");
        add(RoutineAssert.class, "hasSetting", total, "work_mem", "8MB");
        add(Example.of(FunctionAssert.class, "returns", total, "numeric").holding(0, CAPITALS));
        add(ExtensionAssert.class, "hasVersion", () -> schema().extension("plpgsql"), "1.0");
        add(ExtensionAssert.class, "isInSchema", () -> schema().extension("plpgsql"), "pg_catalog");
    }

    private void ofChanges() {
        Supplier<SchemaDiffAssert> diff = () -> assertThat(SchemaDiff.between(shop.without("*.basket"), shop));
        for (String method : List.of("containsOnly", "contains", "doesNotContain", "hasNoChangesExcept")) {
            add(SchemaDiffAssert.class, method, diff, (Object) new ExpectedChange[] {added("table", "basket")});
        }
        Class<?> type = SwitchbackAssertions.class;
        add(type, "except", () -> null, (Object) new ExpectedChange[] {added("table", "basket")});
        for (Object kind : new Object[] {"table", ObjectKind.TABLE}) {
            for (String method : List.of("added", "removed", "changed")) {
                add(Example.of(type, method, () -> null, kind, "orders")
                        .holding(0, CAPITALS)
                        .holding(1, CAPITALS, TYPO));
            }
            add(Example.of(type, "changed", () -> null, kind, "orders", "owner")
                    .holding(0, CAPITALS)
                    .holding(1, CAPITALS, TYPO));
            add(Example.of(type, "renamed", () -> null, kind, "orders", "sales")
                    .holding(0, CAPITALS)
                    .holding(1, CAPITALS, TYPO)
                    .holding(2, CAPITALS, TYPO));
        }
    }

    /** Wrong names of tables, columns and labels are told when a database is looked at. */
    private void ofRows() {
        Supplier<DatabaseAssert> nowhere = () -> assertThat(new PGSimpleDataSource());
        add(Example.of(DatabaseAssert.class, "table", nowhere, "orders").holding(0, CAPITALS, TYPO));
        add(Example.of(
                        DatabaseAssert.class,
                        "hasNoOrphans",
                        nowhere,
                        relation("orders", "customer_id").to("customer", "id"),
                        new DeclaredRelation[0])
                .holding(1, NOTHING));
        add(Example.of(
                        DatabaseAssert.class,
                        "hasNoOrphans",
                        nowhere,
                        FrozenViolations.in(Path.of("nowhere.frozen")),
                        new DeclaredRelation[0])
                .holding(1, NOTHING));
        Supplier<RowsAssert> rows = () -> nowhere.get().table("orders");
        for (String method : List.of("containsOnly", "contains", "doesNotContain")) {
            add(RowsAssert.class, method, rows, (Object) new RowPattern[] {row()});
        }
        add(Example.of(RowsAssert.class, "ignoring", rows, (Object) names("number"))
                .holding(0, CAPITALS, TYPO));
        Class<?> type = SwitchbackAssertions.class;
        add(Example.of(type, "row", () -> null, "first").holding(0, CAPITALS, TYPO));
        add(Example.of(type, "relation", () -> null, "orders", names("customer_id"))
                .holding(0, CAPITALS, TYPO)
                .holding(1, CAPITALS, TYPO));
        add(Example.of(type, "frozenIn", () -> null, "orphans.frozen").holding(0, CAPITALS, TYPO));
    }
}
