package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresUrlTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:1/d, jdbc:postgresql://h:1/new",
        "jdbc:postgresql://h:1/d?a=b&c=/d, jdbc:postgresql://h:1/new?a=b&c=/d",
        "'jdbc:postgresql://h:1,[::1]:2/d', 'jdbc:postgresql://h:1,[::1]:2/new'",
        "jdbc:postgresql://h/, jdbc:postgresql://h/new",
        "jdbc:postgresql://h, jdbc:postgresql://h/new",
        "jdbc:postgresql:d, jdbc:postgresql:new",
        "jdbc:postgresql:///d?a=b, jdbc:postgresql:///new?a=b"
    })
    void replacesTheDatabase(String url, String expected) {
        assertThat(PostgresUrl.of(url).database("new")).isEqualTo(expected);
    }

    @Test
    void leavesOtherProductsAlone() {
        assertThat(PostgresUrl.matches("jdbc:mariadb://h/d")).isFalse();
    }
}
