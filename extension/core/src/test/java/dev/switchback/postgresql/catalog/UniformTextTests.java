package dev.switchback.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.schema.ObjectKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniformTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(((a >= 1) AND (a <= 2)) AND b) | ((a >= 1) AND (a <= 2) AND b)",
                "((((a) OR (b)) OR (c)) OR (d)) | ((a) OR (b) OR (c) OR (d))",
                "(b AND ((a >= 1) AND (a <= 2))) | (b AND ((a >= 1) AND (a <= 2)))",
                "(((a) OR (b)) AND (c)) | (((a) OR (b)) AND (c))",
                "((t = '((a AND b) AND c)'::text) AND d) | ((t = '((a AND b) AND c)'::text) AND d)",
                "(NOT ((a) AND (b))) | (NOT ((a) AND (b)))",
                "f(((a AND b) AND c)) | f((a AND b AND c))"
            })
    void conditionsReadAsTheServerReadsThem(String text, String flat) {
        assertThat(UniformText.attribute("expression", text)).isEqualTo(flat);
        assertThat(UniformText.attribute("expression", flat)).isEqualTo(flat);
    }

    @Test
    void textsThatAreNoConditionsStay() {
        assertThat(UniformText.attribute("comment", "((a AND b) AND c)")).isEqualTo("((a AND b) AND c)");
        assertThat(UniformText.definition(ObjectKind.VIEW, "SELECT ')' AS x WHERE ((a AND b) AND c)) AND", Map.of()))
                .isEqualTo("SELECT ')' AS x WHERE ((a AND b) AND c)) AND");
    }

    @Test
    void columnsOfAnUpdateHaveNoOrder() {
        assertThat(UniformText.definition(
                        ObjectKind.TRIGGER,
                        "CREATE TRIGGER g BEFORE INSERT OR UPDATE OF b, \"a, c\", a ON public.t FOR EACH ROW EXECUTE FUNCTION f()",
                        Map.of()))
                .contains("UPDATE OF \"a, c\", a, b ON public.t");
    }

    @Test
    void settingsOfARoutineHaveNoOrder() {
        String routine =
                "CREATE OR REPLACE FUNCTION f()\n LANGUAGE sql\n SET work_mem TO '64kB'\n SET jit TO 'off'\nAS $$\n"
                        + " SET b TO 1\n SET a TO 1\n$$";

        assertThat(UniformText.definition(ObjectKind.FUNCTION, routine, Map.of()))
                .isEqualTo(
                        "CREATE OR REPLACE FUNCTION f()\n LANGUAGE sql\n SET jit TO 'off'\n SET work_mem TO '64kB'\nAS $$\n"
                                + " SET b TO 1\n SET a TO 1\n$$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "search_path=\"public\",\"$user\", public | search_path=public, \"$user\", public",
                "jit=off, search_path=\"a\",Shop , \"B c\", work_mem=64kB | jit=off, search_path=a, shop, \"B c\", work_mem=64kB",
                "search_path=\"a, x=\", temp_tablespaces=\"fast\" | search_path=\"a, x=\", temp_tablespaces=fast",
                "search_path=\"say \"\"a\"\"\" | search_path=\"say \"\"a\"\"\"",
                "search_path= | search_path=\"\"",
                "search_path=, work_mem=64kB | search_path=\"\", work_mem=64kB",
                "search_path= a ,b , work_mem=64kB | search_path=a, b, work_mem=64kB",
                "search_path=a, z.a$b=1 | search_path=a, z.a$b=1",
                "search_path=\u00c4PFEL | search_path=\"\u00c4pfel\"",
                "DateStyle=ISO, MDY | DateStyle=ISO, MDY",
                "my.search_path=\"A\",b c | my.search_path=\"A\",b c"
            })
    void listsOfNamesReadAsTheServerReadsThem(String settings, String uniform) {
        assertThat(UniformText.attribute("settings", settings)).isEqualTo(uniform);
        assertThat(UniformText.attribute("settings", uniform)).isEqualTo(uniform);
    }

    @Test
    void listsInTheStatementOfARoutineAreThoseOfItsSettings() {
        assertThat(UniformText.definition(
                        ObjectKind.FUNCTION,
                        "CREATE OR REPLACE FUNCTION f()\n LANGUAGE sql\n SET search_path TO \n SET temp_tablespaces TO 'a', 'B'\nAS $$\n"
                                + " SET search_path TO \n$$",
                        Map.of("settings", "search_path=\"\", temp_tablespaces=a, \"it's B\"")))
                .isEqualTo(
                        "CREATE OR REPLACE FUNCTION f()\n LANGUAGE sql\n SET search_path TO ''\n SET temp_tablespaces TO 'a', 'it''s B'\nAS $$\n"
                                + " SET search_path TO \n$$");
    }

    @Test
    void optionsOfAnIndexHaveNoOrder() {
        String index = "CREATE INDEX i ON public.t USING btree (a) WITH (fillfactor='70', deduplicate_items=off)";
        String sorted = "CREATE INDEX i ON public.t USING btree (a) WITH (deduplicate_items=off, fillfactor='70')";
        String condition = " WHERE (a <> ' WITH (b=1, a=1)'::text)";

        assertThat(UniformText.definition(ObjectKind.INDEX, index, Map.of())).isEqualTo(sorted);
        assertThat(UniformText.definition(ObjectKind.INDEX, index + condition, Map.of()))
                .isEqualTo(sorted + condition);
    }

    @Test
    void optionsOfADictionaryHaveNoOrder() {
        assertThat(UniformText.attribute("options", "stopwords = 'english', accept = 'it''s, a = ''b'''"))
                .isEqualTo("accept = 'it''s, a = ''b''', stopwords = 'english'");
        assertThat(UniformText.attribute("options", "fillfactor=70")).isEqualTo("fillfactor=70");
    }
}
