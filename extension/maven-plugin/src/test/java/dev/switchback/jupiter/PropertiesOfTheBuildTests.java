package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.maven.PluginDescriptor;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A call of Maven hands its properties to tests, which refuse those of Switchback that they do not know. */
class PropertiesOfTheBuildTests {

    @Test
    void testsKnowThePropertiesOfThePlugin() throws Exception {
        Properties system = new Properties();
        PluginDescriptor.read().properties().forEach(name -> system.setProperty(name, "x"));

        assertThat(SettingNames.of(new Properties(), system).unknown()).isEmpty();
    }
}
