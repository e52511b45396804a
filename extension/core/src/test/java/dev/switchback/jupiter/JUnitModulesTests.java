package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class JUnitModulesTests {

    @Test
    void modulesOfDifferentVersionsAreListedWithWhatToDeclare() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("org.junit.jupiter:junit-jupiter-api", "5.12.2");
        versions.put("org.junit.jupiter:junit-jupiter-engine", "5.14.4");
        versions.put("org.junit.platform:junit-platform-engine", "1.14.4");

        assertThatThrownBy(() -> JUnitModules.check(versions))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        """
                        JUnit's modules on the class path have different versions, and do not work together:

                          org.junit.jupiter:junit-jupiter-api       5.12.2
                          org.junit.jupiter:junit-jupiter-engine    5.14.4
                          org.junit.platform:junit-platform-engine  1.14.4

                        Give them all the same one. In Maven, among the dependencies of <dependencyManagement>:

                          <dependency>
                            <groupId>org.junit</groupId>
                            <artifactId>junit-bom</artifactId>
                            <version>5.14.4</version>
                            <type>pom</type>
                            <scope>import</scope>
                          </dependency>

                        In Gradle:

                          testImplementation(platform("org.junit:junit-bom:5.14.4"))""");
    }

    @Test
    void thePlatformCountsAsJupiterDoes() {
        assertThatCode(() -> JUnitModules.check(Map.of("api", "5.14.4", "platform", "1.14.4")))
                .doesNotThrowAnyException();
        assertThatCode(() -> JUnitModules.check(Map.of("api", "6.1.3", "platform", "6.1.3")))
                .doesNotThrowAnyException();
        assertThatCode(() -> JUnitModules.check(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void anotherPatchIsGoodEnough() {
        assertThatCode(() -> JUnitModules.check(Map.of("api", "5.14.4", "engine", "5.14.1")))
                .doesNotThrowAnyException();
    }

    @Test
    void jupiterAndThePlatformOfDifferentLinesAreRefused() {
        assertThatThrownBy(() -> JUnitModules.check(Map.of("api", "6.1.3", "platform", "1.14.4")))
                .hasMessageContaining("<version>6.1.3</version>");
    }
}
