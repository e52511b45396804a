package dev.switchback.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JSON Schema by which editors complete the settings file names all keys and all rules. */
class SettingsSchemaTests {

    private static final Path SCHEMA = Path.of("..", "..", "docs", "switchback-lint.schema.json");

    private final YamlNode root;

    SettingsSchemaTests() throws IOException {
        root = YamlFile.read("schema", Files.readString(SCHEMA)).orElseThrow();
    }

    private static YamlNode at(YamlNode node, String... path) {
        YamlNode at = node;
        for (String name : path) {
            at = ((YamlNode.Fields) at)
                    .fields().stream()
                            .filter(field -> field.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("The schema has no " + name))
                            .value();
        }
        return at;
    }

    private Stream<String> keys(String... path) {
        return ((YamlNode.Fields) at(root, path)).fields().stream().map(YamlNode.Field::name);
    }

    @Test
    void itHasTheKeysThatAreRead() {
        Stream<String> outer =
                keys("properties").filter(key -> !key.equals("$schema") && !SettingsKeys.SECTIONS.contains(key));
        Stream<String> inner = SettingsKeys.SECTIONS.stream()
                .flatMap(section -> keys("properties", section, "properties").map(key -> section + "." + key));

        assertThat(Stream.concat(outer, inner)).containsExactlyInAnyOrderElementsOf(SettingsKeys.ALL.keySet());
    }

    /** A new rule is added to the schema, with its title. */
    @Test
    void itHasTheRulesThatThereAre() {
        List<String> rules = LintRules.all().stream().map(LintRule::id).toList();

        assertThat(keys("properties", "rules", "properties")).containsExactlyElementsOf(rules);
    }

    @Test
    void itHasTheValuesOfRulesThatAreRead() {
        assertThat(((YamlNode.Items) at(root, "$defs", "switch", "enum"))
                        .items().stream().map(each -> ((YamlNode.Scalar) each).text()))
                .containsExactlyElementsOf(RuleSwitches.VALUES);
    }
}
