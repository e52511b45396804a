package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class SettingNamesTests {

    @Test
    void namesThatNobodyReadsAreFoundWhereTheyAreGiven() {
        Properties file = properties("switchback.round-trip.mod", "switchback.version", "junit.jupiter.x");
        Properties system = properties("switchback.pasword", "switchback.url", "switchback.docker.timeout", "shop.x");

        assertThat(SettingNames.of(file, system).unknown())
                .isEqualTo(Map.of(
                        "switchback.round-trip.mod", "in junit-platform.properties",
                        "switchback.pasword", "a system property"));
    }

    @Test
    void theBeginningMayBeMistypedToo() {
        Properties file = properties(
                "Switchback.server",
                "SWITCHBACK.version",
                "swichback.round-trip.mode",
                "switch-back.cache",
                "switchback.Golden",
                "switchboard.server",
                "switchbak.theirs",
                "shop.server");

        assertThat(SettingNames.of(file, new Properties()).unknown())
                .containsOnlyKeys(
                        "Switchback.server",
                        "SWITCHBACK.version",
                        "swichback.round-trip.mode",
                        "switch-back.cache",
                        "switchback.Golden");
        assertThatThrownBy(() -> SettingNames.of(properties("swichback.servr"), new Properties())
                        .check(Optional.empty()))
                .hasMessage(
                        "swichback.servr, in junit-platform.properties: there is no such setting. Did you mean switchback.server?");
    }

    @Test
    void whatOnlyTheMavenPluginReadsIsLeftToItOnTheCommandLineOfMaven() {
        Properties given = properties("switchback.locations");

        assertThat(SettingNames.of(new Properties(), given).unknown()).isEmpty();
        assertThatThrownBy(() -> SettingNames.of(given, new Properties()).check(Optional.empty()))
                .hasMessage(
                        "switchback.locations, in junit-platform.properties: only Switchback's Maven plugin reads it. SwitchbackParameters lists what tests read.");
    }

    @Test
    void theMessageHasTheNearestNameAndNoValue() {
        SettingNames given = new SettingNames(
                new TreeMap<>(Map.of("switchback.pasword", "a system property", "switchback.zzzzzzzzz", "in x")));

        assertThatThrownBy(() -> given.check(Optional.empty()))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        """
                        switchback.pasword, a system property: there is no such setting. Did you mean switchback.password?
                        switchback.zzzzzzzzz, in x: there is no such setting. SwitchbackParameters lists all.""");
    }

    @Test
    void theProviderThatAClassRegistersKnowsMore() {
        ServerProvider own = new OwnProvider();
        SettingNames given = new SettingNames(Map.of("switchback.own.folder", "a system property"));

        assertThatCode(() -> given.check(Optional.of(own))).doesNotThrowAnyException();
    }

    private static final class OwnProvider implements ServerProvider {

        @Override
        public String name() {
            return "own";
        }

        @Override
        public Set<String> options() {
            return Set.of("switchback.own.folder");
        }

        @Override
        public ServerProcess start(ServerRequest request) {
            throw new ProvisionException("not started here");
        }
    }

    private static Properties properties(String... names) {
        Properties properties = new Properties();
        for (String name : names) {
            properties.setProperty(name, "secret");
        }
        return properties;
    }
}
