package dev.switchback.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTests {

    private static List<ApplicationStatement> parse(String text) {
        return StatementText.parse("v41.sql", text);
    }

    @Test
    void statementsEndWithSemicolonsOutsideOfQuotesAndComments() {
        assertThat(
                        parse(
                                """
                        -- orders; of the shop
                        SELECT ';' AS a, $x$;$x$, "a;b" /* ; */ -- ;
                        FROM orders;

                        /* the next */ DELETE FROM orders
                        """))
                .extracting(ApplicationStatement::line, ApplicationStatement::sql)
                .containsExactly(
                        tuple(2, "SELECT ';' AS a, $x$;$x$, \"a;b\" /* ; */ -- ;\nFROM orders"),
                        tuple(5, "DELETE FROM orders"));
    }

    @Test
    void linesAboveAStatementHoldItsValues() {
        assertThat(parse(
                                """
                                -- with: 'it''s; --'::varchar, -4.5, TRUE::boolean, NULL::numeric(10, 2), ?, E'a\\nb\\\\c'
                                -- with: ?, ?, ?, ?, ?, ?
                                SELECT ?, ?, ?, ?, ?, ?;
                                """)
                        .get(0)
                        .calls())
                .containsExactly(
                        List.of(
                                StatementValue.of("it's; --", "varchar"),
                                StatementValue.of("-4.5", ""),
                                StatementValue.of("true", "boolean"),
                                StatementValue.ofNull("numeric(10, 2)"),
                                StatementValue.unknown(""),
                                StatementValue.of("a\nb\\c", "")),
                        Collections.nCopies(6, StatementValue.unknown("")));
    }

    @Test
    void valuesAboveNoStatementAreRefused() {
        assertThatThrownBy(() -> parse("SELECT 1;\n-- with: 1\n"))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "v41.sql:2: these values stand above no statement. Put the line above the one that they are for.");
    }

    @Test
    void transactionsBelongToTheCaller() {
        assertThat(parse("BEGIN; SELECT 1; COMMIT; ROLLBACK TO SAVEPOINT a; SAVEPOINT a;"))
                .extracting(ApplicationStatement::sql)
                .containsExactly("SELECT 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            SELECT ? WHERE a ?? 'b?' -- ? ; SELECT ? WHERE a ?? 'b?' -- ? ; 1
            SELECT "a?", $$?$$, E'\\'?', ? ; SELECT "a?", $$?$$, E'\\'?', ? ; 1
            SELECT $2, $1, $2, '$3' ; SELECT ?, ?, ?, '$3' ; 2
            SELECT a ?| b WHERE c = $1 ; SELECT a ??| b WHERE c = ? ; 1
            SELECT $a$1$a$, b$1 ; SELECT $a$1$a$, b$1 ; 0
            """)
    void placeholdersAreFoundInCodeAlone(String sql, String jdbc, int count) {
        Placeholders places = Placeholders.of(sql);

        assertThat(places.jdbc()).isEqualTo(jdbc);
        assertThat(places.count()).isEqualTo(count);
    }

    @Test
    void placesOfOneParameterAreKnown() {
        assertThat(Placeholders.of("SELECT $2, $1, $2").order()).containsExactly(2, 1, 2);
        assertThat(Placeholders.of("SELECT $2, $1, $2").repeat()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            -- with: 'a', 2 | v41.sql:1: the values and the statement below them do not fit: it has 1 parameters, and the line 2 values. Write one value for each.
            -- with: open   | v41.sql:1: the value at 'open' is not understood. Write 'text', 42, true, NULL, or ? for one that is not known, and behind it, if need be, its type: 'open'::varchar.
            -- with: 1 2    | v41.sql:1: there is no comma before ' 2'. Values have commas between them: 'open', 42.
            -- with: 1,     | v41.sql:1: the value at '' is not understood. Write 'text', 42, true, NULL, or ? for one that is not known, and behind it, if need be, its type: 'open'::varchar.
            """)
    void valuesThatAreNotUnderstoodAreRefused(String line, String message) {
        assertThatThrownBy(() -> parse(line + "\nSELECT ?;"))
                .isInstanceOf(StatementException.class)
                .hasMessage(message);
    }
}
