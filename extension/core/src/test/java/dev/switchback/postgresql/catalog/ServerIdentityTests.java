package dev.switchback.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.schema.SchemaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers tell what they are in their answer to {@code select version()}; these are answers of real ones. */
class ServerIdentityTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL 17.11 on x86_64-pc-linux-gnu, compiled by gcc (GCC) 12.2.0, 64-bit",
                "PostgreSQL 16.1 (EnterpriseDB Advanced Server 16.1.0) on x86_64-pc-linux-gnu, 64-bit",
                "PostgreSQL 15.4 (Ubuntu 15.4-1.pgdg22.04+1) on aarch64-unknown-linux-gnu, 64-bit"
            })
    void postgresqlIsRead(String version) {
        assertThatCode(() -> ServerIdentity.check(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CockroachDB | CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27, go1.19.10)
                    Redshift | PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.56754
                    YugabyteDB | PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu, 64-bit
                    Greenplum | PostgreSQL 12.12 (Greenplum Database 7.0.0 build commit:0a7a3566) on x86_64-pc-linux-gnu
                    RisingWave | PostgreSQL 13.14.0-RisingWave-2.1.0 (aa22317)
                    """)
    void whatOnlySpeaksItsProtocolIsNamed(String product, String version) {
        assertThatThrownBy(() -> ServerIdentity.check(version))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("but it is " + product + ", and its catalogs are others.")
                .hasMessageContaining("  " + version);
    }

    @Test
    void theMessageSaysWhatIsSupported() {
        assertThatThrownBy(() -> ServerIdentity.check("CrateDB 5.6.3 (built 7c51c24/NA, Linux 5.15 amd64)"))
                .hasMessage(
                        """
                        The schema cannot be read: the server speaks PostgreSQL's protocol, but it is CrateDB, and its catalogs are others.

                          CrateDB 5.6.3 (built 7c51c24/NA, Linux 5.15 amd64)

                        Supported is PostgreSQL from version 14 on.""");
    }
}
