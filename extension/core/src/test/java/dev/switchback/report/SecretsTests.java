package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app LOGIN PASSWORD 'secret'",
                "alter user app with encrypted password E'sec\\'secret'",
                "ALTER ROLE app PASSWORD $$secret$$",
                "CREATE USER MAPPING FOR app SERVER s OPTIONS (user 'app', password 'it''s secret')",
                "jdbc:postgresql://db/shop?user=app&password=secret&ssl=true",
                "host=db password=secret dbname=shop",
                "postgresql://app:secret@db/shop"
            })
    void aPasswordIsHidden(String text) {
        assertThat(Secrets.hidden(text)).doesNotContain("secret").contains("***");
    }

    @Test
    void theRestStays() {
        assertThat(Secrets.hidden("ALTER ROLE app PASSWORD 'x' VALID UNTIL '2027-01-01';"))
                .isEqualTo("ALTER ROLE app PASSWORD '***' VALID UNTIL '2027-01-01';");
        assertThat(Secrets.hidden("ALTER TABLE app ADD password text;"))
                .isEqualTo("ALTER TABLE app ADD password text;");
    }
}
