package dev.switchback.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerImageTests {

    @ParameterizedTest
    @CsvSource({
        "'',                      postgres:17",
        "16,                      postgres:16",
        "17.2,                    postgres:17.2",
        "17-alpine,               postgres:17-alpine",
        "postgres,                postgres",
        "postgres:17-alpine,      postgres:17-alpine",
        "postgis/postgis:17-3.5,  postgis/postgis:17-3.5",
        "10.0.0.1:5000/pg,        10.0.0.1:5000/pg",
        "registry/x:tag,          registry/x:tag"
    })
    void isATagOfPostgresOrAnImage(String version, String image) {
        assertThat(ContainerImage.of(version).name()).isEqualTo(image);
    }
}
