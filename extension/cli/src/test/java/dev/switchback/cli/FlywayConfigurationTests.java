package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Settings of Flyway from files, environment variables and options. */
class FlywayConfigurationTests {

    private final Path folder;
    private final List<String> remarks = new ArrayList<>();

    FlywayConfigurationTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("file", "variable", "option")) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    private String at(String name) {
        return "filesystem:" + folder.resolve(name);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("FOLDER", folder.toString()))
                .toString();
    }

    private FluentConfiguration flyway(Map<String, String> variables, String... arguments) {
        MigrationOptions options = new MigrationOptions();
        new CommandLine(options).parseArgs(arguments);
        return options.flyway(new Environment(variables, remarks::add));
    }

    private Environment here() {
        return new Environment(folder, Map.of(), Optional.empty(), remarks::add, CallProgress.untold());
    }

    private static String locations(FluentConfiguration flyway) {
        return String.join(
                ",", Arrays.stream(flyway.getLocations()).map(Object::toString).toList());
    }

    @Test
    void aFileInTomlHasTheSettingsOfItsTableFlyway() throws IOException {
        FluentConfiguration flyway = flyway(
                Map.of(),
                "--config",
                file(
                        "flyway.toml",
                        """
                        id = "shop"
                        [environments.development]
                        url = "jdbc:postgresql://localhost/shop"
                        user = "app"
                        [flyway]
                        environment = "development"
                        locations = ["filesystem:FOLDER/file", "filesystem:FOLDER/option"]
                        sqlMigrationPrefix = "M"
                        outOfOrder = true
                        [flyway.placeholders]
                        owner = "app"
                        [flyway.postgresql]
                        "transactional.lock" = false
                        """));

        assertThat(locations(flyway)).isEqualTo(at("file") + "," + at("option"));
        assertThat(flyway.getSqlMigrationPrefix()).isEqualTo("M");
        assertThat(flyway.isOutOfOrder()).isTrue();
        assertThat(flyway.getPlaceholders()).containsExactly(Map.entry("owner", "app"));
        assertThat(remarks)
                .containsExactly("Not taken over from " + folder.resolve("flyway.toml")
                        + ": environments.development, flyway.environment, id.");
    }

    @ParameterizedTest
    @CsvSource({"true, true, option", "false, true, variable", "false, false, file"})
    void anOptionGoesBeforeAVariableAndThatBeforeAFile(boolean isOption, boolean isVariable, String holds)
            throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(
                        "--config",
                        file(
                                "flyway.conf",
                                "flyway.locations=filesystem:FOLDER/file\nflyway.placeholders.who=file\nflyway.placeholders.file=1\n")));
        if (isOption) {
            arguments.addAll(List.of("-l", at("option"), "--placeholder", "who=option"));
        }
        Map<String, String> variables = isVariable
                ? Map.of("FLYWAY_LOCATIONS", at("variable"), "FLYWAY_PLACEHOLDERS_WHO", "variable")
                : Map.of();

        FluentConfiguration flyway = flyway(variables, arguments.toArray(String[]::new));

        assertThat(locations(flyway)).isEqualTo(at(holds));
        assertThat(flyway.getPlaceholders()).containsOnly(Map.entry("who", holds), Map.entry("file", "1"));
        assertThat(remarks).isEmpty();
    }

    @Test
    void databasesAreNotTakenOverAndThatIsSaidOnce() throws IOException {
        MigrationOptions options = new MigrationOptions();
        new CommandLine(options)
                .parseArgs(
                        "-l",
                        at("option"),
                        "--config",
                        file("flyway.conf", "flyway.url=jdbc:h2:mem:\nname=shop\nflyway.user=app\n"));
        Environment environment = new Environment(
                Map.of("FLYWAY_PASSWORD", "sesame", "FLYWAY_EDITION", "community", "PATH", "x"), remarks::add);
        options.flyway(environment);
        options.flyway(environment);

        assertThat(remarks)
                .containsExactlyInAnyOrder(
                        "Not taken over from " + folder.resolve("flyway.conf") + ": flyway.url, flyway.user, name.",
                        "Not taken over from the environment: FLYWAY_EDITION, FLYWAY_PASSWORD.");
    }

    @Test
    void aVariableNamesTheFile() throws IOException {
        String file = file("own.toml", "[flyway]\nlocations = [\"filesystem:FOLDER/file\"]\n");
        assertThat(locations(flyway(Map.of("FLYWAY_CONFIG_FILES", file)))).isEqualTo(at("file"));
    }

    @Test
    void theUsualFileIsReadInTomlFirst() throws IOException {
        assertThat(ConfigurationFiles.of(List.of(), here())).isEmpty();
        Path conf = Path.of(file("flyway.conf", ""));
        assertThat(ConfigurationFiles.of(List.of(), here())).containsExactly(conf);
        Path toml = Path.of(file("flyway.toml", ""));
        assertThat(ConfigurationFiles.of(List.of(), here())).containsExactly(toml);
        assertThat(remarks).containsExactly("flyway.conf is not read, because flyway.toml is there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway.conf|flyway.locatons=x", "flyway.toml|[flyway]\nlocatons = \"x\""})
    void aMisspeltSettingIsRefused(String nameAndText) throws IOException {
        String[] parts = nameAndText.split("\\|");
        String file = file(parts[0], parts[1]);
        assertThatThrownBy(() -> flyway(Map.of(), "--config", file))
                .isInstanceOf(CommandException.class)
                .hasMessage(
                        "The configuration of Flyway in " + file
                                + " is refused: Unknown configuration property: flyway.locatons. Did you mean flyway.locations?")
                .extracting(e -> ((CommandException) e).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aMisspeltVariableIsRefused() {
        assertThatThrownBy(() -> flyway(Map.of("FLYWAY_LOCATOINS", "x")))
                .isInstanceOf(CommandException.class)
                .hasMessage("Flyway knows no environment variable FLYWAY_LOCATOINS. Did you mean FLYWAY_LOCATIONS?");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        String broken = file("flyway.toml", "[flyway]\nlocations = [\n");
        assertThatThrownBy(() -> flyway(Map.of(), "--config", broken))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("The configuration cannot be read: " + broken + ": ")
                .hasMessageContaining(", in line ");
        assertThatThrownBy(() ->
                        flyway(Map.of(), "--config", folder.resolve("none.toml").toString()))
                .hasMessage("The configuration cannot be read: java.nio.file.NoSuchFileException: "
                        + folder.resolve("none.toml"));
    }
}
