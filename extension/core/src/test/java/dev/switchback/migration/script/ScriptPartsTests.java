package dev.switchback.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPartsTests {

    /** The text without what is neither code nor a name. */
    private static String code(String text) {
        return ScriptParts.of(text).stream()
                .filter(part ->
                        List.of(ScriptParts.Kind.CODE, ScriptParts.Kind.NAME).contains(part.kind()))
                .map(part -> text.substring(part.start(), part.end()))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a '; x' b",
                "a '''; x' b",
                "a E'\\'; x' b",
                "a 'c:\\' b",
                "a $$; x$$ b",
                "a $t$ $$ ; x $$ $t$ b",
                "a /* /* x */ ; x */ b",
                "a -- ; x\n b",
                "a $_$ $1 ~ '^x$' $_$ b",
                "a '\n-- x\n' b",
                "a $é$ x $é$ b"
            })
    void dataIsNoCode(String text) {
        assertThat(code(text)).contains("a").contains("b").doesNotContain("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"x'\" b", "name$1$x b", "${x} b", "$1 x b", "a - x b", "a / x * b", "namee'y'x b"})
    void codeIsNoData(String text) {
        assertThat(code(text)).contains("x").contains("b");
    }

    @Test
    void rowsOfCopyAreData() {
        assertThat(code("COPY t FROM STDIN;\nit's\t$$\n\\.\nb;")).contains("b;").doesNotContain("it");
        assertThat(code("COPY t (a) FROM stdin WITH (FORMAT csv);\nx\n")).doesNotContain("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'x", "a $$x", "a /* x", "a -- x", "a E'\\"})
    void whatDoesNotEndGoesToTheEnd(String text) {
        assertThat(ScriptParts.of(text))
                .last()
                .extracting(ScriptParts.Part::end)
                .isEqualTo(text.length());
    }
}
