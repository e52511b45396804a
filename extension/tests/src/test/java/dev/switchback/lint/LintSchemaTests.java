package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema of the settings file admits what is read, and little else. */
class LintSchemaTests {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private final Schema schema;
    private final Path file;

    LintSchemaTests(@TempDir Path folder) throws IOException {
        file = folder.resolve("switchback-lint.yaml");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("switchback-lint.schema.json")), InputFormat.JSON);
    }

    @Test
    void theExampleOfThePageIsReadAndIsValid() throws IOException {
        Matcher example = YAML.matcher(Files.readString(DOCS.resolve("lint-files.md")));
        assertThat(example.find()).isTrue();
        Files.writeString(file, example.group(1));

        assertThat(schema.validate(example.group(1), InputFormat.YAML)).isEmpty();
        assertThat(LintSettings.read(file)).isNotEqualTo(LintSettings.defaults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: {credential: 'on', version-gap: fail}",
                "since: 42",
                "since: 2.1",
                "since: merge-base",
                "files: {header: true}",
                "files: {header: [purpose], repeatable-only: [roles]}",
                "tables: {hot: [orders], row-counts: rows.csv}",
                "$schema: ./switchback-lint.schema.json"
            })
    void whatIsReadIsValid(String yaml) throws IOException {
        Files.writeString(file, yaml);

        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(LintSettings.read(file)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: {}",
                "rules: {credentials: fail}",
                "rules: {credential: warn}",
                "since: yesterday",
                "files: {header: purpose}",
                "files: {repeatable-only: [role]}",
                "files: {actions: add}",
                "history: {main: ''}",
                "tables: {hot: orders}",
                "tables: {rows: rows.csv}",
                "[]"
            })
    void whatIsNotReadIsInvalid(String yaml) throws IOException {
        Files.writeString(file, yaml);

        assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> LintSettings.read(file)).isInstanceOf(LintException.class);
    }
}
