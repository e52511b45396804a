package dev.switchback.lint.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.FileSettings;
import dev.switchback.lint.LintException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of migrations: forms, and the words of descriptions. */
class NameTests {

    private static List<String> told(FileNaming naming, String... names) {
        return told(Flyway.configure(), naming, names);
    }

    private static List<String> told(FluentConfiguration flyway, FileNaming naming, String... names) {
        Sql sql = Sql.with(flyway).with(FileSettings.defaults().withNaming(naming));
        for (String name : names) {
            sql.and(name, "CREATE TABLE one (id int);");
        }
        return sql.told();
    }

    @Test
    void withoutAFormFlywaysIsEnough() {
        assertThat(Sql.file("V2.1_3__What-a Name.sql", "CREATE TABLE one (id int);")
                        .told())
                .isEmpty();
    }

    @Test
    void aSequenceIsPadded() {
        assertThat(told(FileNaming.sequence(), "V0001__one.sql", "U0001__one.sql", "V0012__two.sql", "R__views.sql"))
                .isEmpty();
        assertThat(told(FileNaming.sequence(), "V0001__one.sql", "V12__two.sql", "V1.2__three.sql", "U3__four.sql"))
                .containsExactly(
                        "V12__two.sql: name-pattern: its version 12 is not a number of 4 digits",
                        "V1.2__three.sql: name-pattern: its version 1.2 is not a number of 4 digits",
                        "U3__four.sql: name-pattern: its version 3 is not a number of 4 digits");
    }

    @Test
    void theWidthOfASequenceIsTheOneThatMostHave() {
        assertThat(told(FileNaming.sequence(), "V00001__one.sql", "V00002__two.sql", "V0003__three.sql"))
                .containsExactly("V0003__three.sql: name-pattern: its version 0003 has 4 digits and the others have 5");
    }

    @Test
    void aTicketStandsBeforeTheDescriptionWhereFlywaysSeparatorSays() {
        assertThat(told(FileNaming.sequenceWithTicket(), "V0001__sprt26_add_orders.sql", "V0002__add_orders.sql"))
                .containsExactly(
                        "V0002__add_orders.sql: name-pattern: no ticket such as sprt26 stands before 'add_orders'");
        assertThat(told(
                        Flyway.configure().sqlMigrationSeparator("_"),
                        FileNaming.sequenceWithTicket(),
                        "V0001_sprt26__add_orders.sql",
                        "V0002_add_orders.sql"))
                .containsExactly(
                        "V0002_add_orders.sql: name-pattern: no ticket such as sprt26 stands before 'add_orders'");
    }

    @Test
    void timestampsAreRealMoments() {
        assertThat(told(
                        FileNaming.timestamp(),
                        "V202511121302__add_orders.sql",
                        "V20251112130259__add_lines.sql",
                        "V202402291200__leap.sql"))
                .isEmpty();
        assertThat(told(
                        FileNaming.timestamp(),
                        "V202513121302__month.sql",
                        "V202502291200__no_leap.sql",
                        "V202511122502__hour.sql",
                        "V20251112__day.sql"))
                .hasSize(4)
                .first()
                .isEqualTo("V202513121302__month.sql: name-pattern: its version 202513121302 is no date and time");
    }

    @Test
    void aPatternOfOnesOwnIsForTheWholeNameAndForUndosAsForTheirMigrations() {
        FileNaming own = FileNaming.pattern("V\\d{3}__[a-z_]+");

        assertThat(told(own, "V001__one.sql", "U001__one.sql")).isEmpty();
        assertThat(told(own, "V001__one2.sql", "U01__one.sql"))
                .containsExactly(
                        "V001__one2.sql: name-pattern: 'V001__one2' does not match V\\d{3}__[a-z_]+",
                        "U01__one.sql: name-pattern: 'V01__one' does not match V\\d{3}__[a-z_]+");
    }

    @Test
    void prefixesAndSuffixesAreFlyways() {
        assertThat(told(
                        Flyway.configure().sqlMigrationPrefix("M").sqlMigrationSuffixes(".pgsql"),
                        FileNaming.sequence(),
                        "M0001__one.pgsql",
                        "M2__two.pgsql"))
                .containsExactly("M2__two.pgsql: name-pattern: its version 2 is not a number of 4 digits");
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatThrownBy(() -> FileNaming.pattern("V\\d{4__x"))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith("The pattern of names 'V\\d{4__x' is none: ")
                .hasMessageEndingWith(
                        "Write a regular expression for the whole name without its suffix, such as V\\d{4}__[a-z_]+");
    }

    @ParameterizedTest
    @CsvSource({
        "V1__AddOrders.sql, add_orders",
        "V1__add-orders.sql, add_orders",
        "V1__add orders.sql, add_orders",
        "V1__Add_Orders.sql, add_orders",
        "V1__add_orders_.sql, add_orders"
    })
    void descriptionsAreInSnakeCaseWhereThatIsWanted(String name, String better) {
        Sql sql = Sql.file(name, "CREATE TABLE one (id int);");

        assertThat(sql.told()).isEmpty();
        assertThat(sql.on("description-snake-case").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("between words: " + better + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__add_orders.sql", "V1__sprt26__add_orders.sql", "R__views.sql", "V1__X.java", "V1.sql"})
    void snakeCaseIsLeftAlone(String name) {
        assertThat(Sql.file(name, "SELECT 1").on("description-snake-case").told())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__add_orders.sql",
                "V1__AddOrders.sql",
                "V1__shop_17_drop_phone.sql",
                "V1__sprt26__add_orders.sql",
                "V1__JIRA-17_rename_x.sql",
                "V1__init.sql",
                "R__orders.sql",
                "U1__orders.sql",
                "V1__CreateOrders.java"
            })
    void anActionMayComeFirst(String name) {
        assertThat(Sql.file(name, "CREATE TABLE one (id int);")
                        .on("description-action-first")
                        .told())
                .isEmpty();
    }

    @Test
    void anythingElseDoesNot() {
        Sql sql = Sql.file("V1__orders_status.sql", "CREATE TABLE one (id int);");

        assertThat(sql.told()).isEmpty();
        assertThat(sql.on("description-action-first").told())
                .containsExactly(
                        "V1__orders_status.sql: description-action-first: its description begins with 'orders'");
        assertThat(sql.with(FileSettings.defaults().withActions("Orders")).told())
                .isEmpty();
    }
}
