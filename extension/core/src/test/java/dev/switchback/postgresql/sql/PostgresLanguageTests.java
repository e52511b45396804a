package dev.switchback.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlLanguage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts that need no server to be known; the others are in {@code SqlLanguageTests}. */
class PostgresLanguageTests {

    private final SqlLanguage language = new PostgresLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "'",
                "\"",
                "a +",
                "+",
                "a b c",
                "case when",
                "x in ()",
                "x::",
                "$",
                "$1",
                "a..b",
                "[1]",
                "not",
                "x between 1",
                "extract(",
                "cast(x as)",
                "array[",
                "select",
                "select from where",
                "f(x) over (",
                "/* x",
                "§"
            })
    void textThatIsNotUnderstoodIsItselfAndNothingElse(String text) {
        assertThat(language.sameExpression(text, text)).isTrue();
        assertThat(language.sameExpression(text, "x > 0")).isFalse();
        assertThat(language.sameExpression("x > 0", text)).isFalse();
        assertThat(language.sameType(text, "integer")).isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsComparedWithoutWhiteSpaceCommentsAndCase() {
        String read = "SELECT rank() OVER (ORDER BY id) AS place\n   FROM public.orders;";

        assertThat(language.sameExpression("select rank() over (order by id) as place from public.orders -- x", read))
                .isTrue();
        assertThat(language.sameExpression("select rank() over (order by no) as place from public.orders", read))
                .isFalse();
    }

    @Test
    void aSchemaThatIsNotWrittenIsAnyButTheServersOwnIsNoOther() {
        assertThat(language.sameExpression("f(x)", "audit.f(x)")).isTrue();
        assertThat(language.sameExpression("shop.f(x)", "audit.f(x)")).isFalse();
        assertThat(language.sameExpression("public.lower(x)", "lower(x)")).isFalse();
        assertThat(language.sameType("mood", "public.mood")).isTrue();
        assertThat(language.sameType("other.mood", "public.mood")).isFalse();
        assertThat(language.sameType("public.integer", "integer")).isFalse();
    }

    @Test
    void quotedNamesAreTheirLetters() {
        assertThat(language.sameExpression("\"status\" = 1", "STATUS = 1")).isTrue();
        assertThat(language.sameExpression("\"Status\" = 1", "status = 1")).isFalse();
        assertThat(language.sameExpression("\"a\"\"b\" = 1", "\"a\"\"b\" = 1")).isTrue();
    }

    @Test
    void operatorsOfExtensionsAreKnownWithoutTheirSchema() {
        assertThat(language.sameExpression("a = b", "(a OPERATOR(public.=) b)")).isTrue();
        assertThat(language.sameExpression("a <-> b < 1", "((a OPERATOR(public.<->) b) < 1)"))
                .isTrue();
    }

    @Test
    void keysAreComparedAsFarAsTheyAreWritten() {
        SchemaObject index = SchemaObject.of(
                new ObjectName(ObjectKind.INDEX, "public", "odd USING table", "i"),
                "CREATE INDEX i ON public.\"odd USING table\" USING btree (a DESC, lower((b)::text) text_pattern_ops, \"C,d\" NULLS FIRST)",
                Map.of());

        assertThat(language.hasKeys(index, List.of("a", "lower(b)", "\"C,d\""))).isTrue();
        assertThat(language.hasKeys(index, List.of("a desc", "lower(b) text_pattern_ops", "\"C,d\" nulls first")))
                .isTrue();
        assertThat(language.hasKeys(index, List.of("a asc", "lower(b)", "\"C,d\"")))
                .isFalse();
        assertThat(language.hasKeys(index, List.of("a", "lower(b) varchar_ops", "\"C,d\"")))
                .isFalse();
        assertThat(language.hasKeys(index, List.of("a", "lower(b)"))).isFalse();
    }

    @Test
    void keysOfAnExclusionHaveOperators() {
        SchemaObject exclusion = SchemaObject.of(
                new ObjectName(ObjectKind.EXCLUSION, "public", "stay", "e"),
                "EXCLUDE USING gist (room WITH =, tstzrange(since, until) WITH &&) WHERE ((room > 0))",
                Map.of());

        assertThat(language.hasKeys(exclusion, List.of("room with =", "tstzrange(since, until) with &&")))
                .isTrue();
        assertThat(language.hasKeys(exclusion, List.of("room", "tstzrange(since, until)")))
                .isTrue();
        assertThat(language.hasKeys(exclusion, List.of("room with &&", "tstzrange(since, until) with &&")))
                .isFalse();
    }

    @Test
    void serialIsNoType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> language.sameType("serial", "integer"))
                .withMessage(
                        "serial is not the type of a column: it is written integer, smallint or bigint with a default and a sequence.");
    }
}
