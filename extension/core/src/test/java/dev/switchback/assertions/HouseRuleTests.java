package dev.switchback.assertions;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.schema.rules.SchemaRules.all;
import static dev.switchback.schema.rules.SchemaRules.everyTableHasAPrimaryKey;
import static dev.switchback.schema.rules.SchemaRules.namesAreInSnakeCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.rules.SchemaRule;
import dev.switchback.schema.rules.SchemaRules;
import dev.switchback.schema.rules.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRuleTests {

    private static final Schema KEYED = Orders.schema(
            Orders.part(ObjectKind.PRIMARY_KEY, "orders_pk", "PRIMARY KEY (id)", Map.of("columns", "id")));
    private static final Schema UNRULY =
            Orders.schema(Orders.column("Status", 2, "timestamp without time zone"), Orders.column("Code", 3, "text"));

    private static final SchemaRule COMMENTS = SchemaRule.of(
            "table-comment",
            "Every table has a comment.",
            "Who meets it later wants to know what it is for.",
            schema -> schema.objects(ObjectKind.TABLE).stream()
                    .filter(table -> table.attribute("comment").isEmpty())
                    .map(table -> new Violation(table.name(), "has no comment", "Write one with COMMENT ON TABLE."))
                    .toList());

    @Test
    void whatKeepsToTheRulesHolds() {
        assertThat(KEYED).follows(all()).follows(everyTableHasAPrimaryKey(), namesAreInSnakeCase());
    }

    @Test
    void whatBreaksARuleIsListedWithTheReasonAndWhatMendsIt() {
        assertThatThrownBy(() -> assertThat(UNRULY).follows(all()))
                .hasMessage(
                        """
                        The schema breaks 3 rules.

                          primary-key: Every table has a primary key.
                          Without one a row cannot be named: it cannot be updated alone, replicated, or found again.

                            table public.orders has no primary key
                              ALTER TABLE public.orders ADD PRIMARY KEY (<the columns that name a row>);

                          no-timestamp-without-time-zone: No column, domain or range is of type timestamp without time zone.
                          Such a value is no moment: what it means depends on the settings of who wrote it and of who reads it.

                            column public.orders.Status is of type timestamp without time zone
                              ALTER TABLE public.orders ALTER COLUMN "Status" TYPE timestamp with time zone USING "Status" AT TIME ZONE '<the zone that is meant>';

                          snake-case: Every name is in snake_case: small letters a to z, digits and underscores.
                          Any other name has to be written in quotes, in each statement and exactly so.

                            column public.orders.Code is not called in snake_case
                              Rename it.
                            column public.orders.Status is not called in snake_case
                              Rename it.

                        What has to stay as it is can be left out with except("<name or pattern>"), and what is there already can be frozen in a file with frozenIn(path).""");
    }

    @Test
    void whatIsExceptedIsNotJudged() {
        Schema wider = UNRULY.with(Stream.concat(
                        UNRULY.objects().stream(),
                        Stream.of(SchemaObject.of(ObjectName.of(ObjectKind.VIEW, "audit", "lines"), "", Map.of())))
                .toList());
        assertThat(wider)
                .follows(all().except("public.orders"))
                .follows(all().except("public"))
                .follows(namesAreInSnakeCase().except("public.orders.Status", "*.Co*"));
        assertThatThrownBy(
                        () -> assertThat(UNRULY).follows(namesAreInSnakeCase().except("*.Status")))
                .hasMessageContaining("column public.orders.Code")
                .hasMessageNotContaining("public.orders.Status");
    }

    @Test
    void anExceptionThatLeavesNothingOrMeansNothingIsRefused() {
        assertThatThrownBy(() -> assertThat(UNRULY).follows(all().except("public")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'public' leaves nothing to compare; name only what is not to be compared, such as public.audit_*.");
        assertThatThrownBy(() -> assertThat(UNRULY).follows(all().except("public.ordes")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'public.ordes' matches no object. Did you mean public.orders? Patterns are qualified names in"
                                + " which * stands for any characters; remove one that is not needed any more.");
    }

    @Test
    void aTeamWritesRulesOfItsOwn() {
        assertThatThrownBy(() -> assertThat(KEYED).follows(all().and(COMMENTS)))
                .hasMessageContaining(
                        """
                          table-comment: Every table has a comment.
                          Who meets it later wants to know what it is for.

                            table public.orders has no comment
                              Write one with COMMENT ON TABLE.
                        """);
    }

    @Test
    void manyViolationsAreCounted() {
        Schema many = Schema.of(
                "PostgreSQL",
                "",
                IntStream.rangeClosed(101, 130)
                        .mapToObj(
                                i -> SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", "t" + i), "", Map.of()))
                        .toList(),
                List.of());

        assertThatThrownBy(() -> assertThat(many).follows(everyTableHasAPrimaryKey()))
                .hasMessageContaining("table public.t120 has no primary key")
                .hasMessageContaining("\n    and 10 more\n")
                .hasMessageNotContaining("t121");
    }

    @Test
    void twoRulesWithOneIdAreRefused() {
        assertThatThrownBy(() -> SchemaRules.of(namesAreInSnakeCase(), namesAreInSnakeCase()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two rules have the id snake-case.");
        assertThatThrownBy(() -> SchemaRule.of("a rule", "", "", schema -> List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'a rule' cannot be the id of a rule: it must not be empty and has no blanks, colons and #");
    }
}
