package dev.switchback.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsingExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE t ALTER a TYPE int USING a::int | a::int",
                "alter table t alter column a set data type int using (a::int) ; | (a::int)",
                "ALTER TABLE t ALTER b TYPE text USING concat(b, 'x'), ALTER a TYPE int USING coalesce(a, '0')::int, ADD c int | coalesce(a, '0')::int",
                "ALTER TABLE t ALTER \"a\" TYPE mood USING CASE WHEN a = ', using ' THEN 'sad'::mood ELSE 'glad' END | CASE WHEN a = ', using ' THEN 'sad'::mood ELSE 'glad' END",
                "ALTER TABLE t ALTER a TYPE numeric(10, 2) USING a /* cents, */ / 100 -- using none | a   / 100",
                "ALTER TABLE t ALTER a TYPE int[] USING ARRAY[a, 1] | ARRAY[a, 1]"
            })
    void isWhatStandsBehindUsing(String sql, String expression) {
        assertThat(UsingExpression.of(sql, "a")).contains(expression);
    }

    @Test
    void isNotThereWithoutOneForTheColumn() {
        assertThat(UsingExpression.of("ALTER TABLE t ALTER a TYPE int, ALTER b TYPE int USING b::int", "a"))
                .isEmpty();
        assertThat(UsingExpression.of("CREATE INDEX ON t USING btree (a)", "a")).isEmpty();
        assertThat(UsingExpression.of("SELECT change_type('a')", "a")).isEmpty();
    }
}
