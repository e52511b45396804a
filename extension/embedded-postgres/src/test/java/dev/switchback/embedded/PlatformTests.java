package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.ProvisionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTests {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, false, linux-arm64v8, postgres-linux-arm_64.txz",
        "Linux, amd64, true, linux-amd64-alpine, postgres-linux-x86_64-alpine_linux.txz",
        "Mac OS X, x86_64, false, darwin-amd64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, false, darwin-arm64v8, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, false, windows-amd64, postgres-windows-x86_64.txz"
    })
    void knowsItsBinaries(String os, String arch, boolean alpine, String artifact, String resource) {
        assertThat(Platform.of(os, arch, alpine)).isEqualTo(new Platform(artifact, resource));
    }

    @ParameterizedTest
    @CsvSource({
        "SunOS, sparcv9, false, SunOS on sparcv9",
        "Linux, aarch64, true, Alpine Linux on aarch64",
        "Linux, ppc64le, false, Linux on ppc64le"
    })
    void saysWhatToDoElsewhere(String os, String arch, boolean alpine, String name) {
        assertThatThrownBy(() -> Platform.of(os, arch, alpine))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        There is no embedded PostgreSQL for %s.

                        It runs on Linux and macOS (x86-64, ARM64), on Alpine Linux and on Windows (x86-64). Here, name a server that runs already: switchback.server = url and switchback.url = jdbc:postgresql://..."""
                                .formatted(name));
    }
}
