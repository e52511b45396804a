package dev.switchback.lint.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.FileSettings;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of migrations that are still to be written. */
class NextNameTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2025, 11, 12, 13, 2, 7);

    private static NextName after(FluentConfiguration flyway, FileSettings settings, String... names) {
        List<MigrationFile> files = Stream.of(names)
                .map(name -> Sql.with(flyway).and(name, "SELECT 1;").file(0))
                .toList();
        return NextName.of(
                new MigrationFiles(MigrationNames.of(flyway), List.of(), files, UTF_8, List.of()), settings, NOW);
    }

    private static String next(FileSettings settings, String names) {
        NextName next = after(Flyway.configure(), settings, names.isEmpty() ? new String[0] : names.split(" "));
        return next.migration(next.version("add_orders"), "add_orders");
    }

    @ParameterizedTest
    @CsvSource({
        "'', V1__add_orders.sql",
        "V9__a.sql, V10__add_orders.sql",
        "V9__a.sql V10__b.sql, V11__add_orders.sql",
        "V0009__a.sql, V0010__add_orders.sql",
        "V9999__a.sql, V10000__add_orders.sql",
        "V1.2__a.sql, V1.3__add_orders.sql",
        "V2_09__a.sql, V2_10__add_orders.sql",
        "V1__a.sql U2__b.sql, V3__add_orders.sql",
        "V1__a.sql V4__C.java, V5__add_orders.sql",
        "R__views.sql, V1__add_orders.sql",
        "V202511120000__a.sql, V202511121302__add_orders.sql",
        "V20251112000000__a.sql, V20251112130207__add_orders.sql",
        "V202511121302__a.sql, V202511121303__add_orders.sql",
        "V202612312359__a.sql, V202701010000__add_orders.sql",
        "V209913990000__no_moment.sql, V209913990001__add_orders.sql"
    })
    void withoutASettingTheFilesSayHowVersionsAreWritten(String names, String next) {
        assertThat(next(FileSettings.defaults(), names)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "sequence, '', V0001__add_orders.sql",
        "sequence, V00041__a.sql, V00042__add_orders.sql",
        "sequence, V7__a.sql, V0008__add_orders.sql",
        "timestamp, '', V202511121302__add_orders.sql",
        "timestamp, V7__a.sql, V202511121302__add_orders.sql",
        "timestamp, V20251112000000__a.sql, V20251112130207__add_orders.sql",
        "V\\d{4}__[a-z_]+, '', V0001__add_orders.sql",
        "V\\d{4}__[a-z_]+, V0123__a.sql, V0124__add_orders.sql",
        "V\\d+__[a-z_]+, V7__a.sql, V8__add_orders.sql",
        "V\\d{14}__[a-z_]+, '', V20251112130207__add_orders.sql",
        "V\\d{12}__[a-z_]+, V202511120000__a.sql, V202511121302__add_orders.sql"
    })
    void aSettingSaysHowVersionsAreWritten(String naming, String names, String next) {
        FileNaming form =
                switch (naming) {
                    case "sequence" -> FileNaming.sequence();
                    case "timestamp" -> FileNaming.timestamp();
                    default -> FileNaming.pattern(naming);
                };
        assertThat(next(FileSettings.defaults().withNaming(form), names)).isEqualTo(next);
    }

    @Test
    void aTicketStandsWhereFlywaysSeparatorSays() {
        FileSettings settings = FileSettings.defaults().withNaming(FileNaming.sequenceWithTicket());
        NextName usual = after(Flyway.configure(), settings);
        NextName own = after(Flyway.configure().sqlMigrationSeparator("_"), settings, "V0001_sprt25__add_a.sql");

        assertThat(usual.migration("0001", usual.description("sprt26", "add_orders")))
                .isEqualTo("V0001__sprt26_add_orders.sql");
        assertThat(own.undo(own.version(""), own.description("sprt26", "add_orders")))
                .isEqualTo("U0002_sprt26__add_orders.sql");
        assertThat(usual.lacksTicket("add_2_columns")).isTrue();
        assertThat(usual.lacksTicket("sprt26_add_orders")).isFalse();
    }

    @Test
    void aTicketThatAllOthersHaveIsLacking() {
        FileSettings none = FileSettings.defaults();
        String[] tickets = {"V1__abc-12_add_a.sql", "V2__ABC-13_add_b.sql"};

        assertThat(after(Flyway.configure(), none, tickets).lacksTicket("add_orders"))
                .isTrue();
        assertThat(after(Flyway.configure(), none, tickets).lacksTicket("abc_14_add_orders"))
                .isFalse();
        assertThat(after(Flyway.configure(), none, "V1__abc-12_add_a.sql", "V2__add_b.sql")
                        .lacksTicket("add_orders"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Add Orders, add_orders",
        "addOrders!, add_orders",
        "Größe ändern, grosse_andern",
        "'--', ''",
        "заказы, ''"
    })
    void aDescriptionIsInSnakeCase(String words, String description) {
        assertThat(NextName.description(words)).isEqualTo(description);
    }

    @Test
    void aRepeatableMigrationHasNoVersion() {
        assertThat(after(
                                Flyway.configure()
                                        .repeatableSqlMigrationPrefix("A")
                                        .sqlMigrationSuffixes(".pgsql"),
                                FileSettings.defaults())
                        .repeatable("views"))
                .isEqualTo("A__views.pgsql");
    }
}
