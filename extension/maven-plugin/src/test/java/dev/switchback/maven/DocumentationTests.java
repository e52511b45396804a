package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** docs/maven-plugin.md has what the descriptor of the plugin has. */
class DocumentationTests {

    private static final Path PAGE = Path.of("../../docs/maven-plugin.md");

    private final PluginDescriptor descriptor;

    DocumentationTests() throws IOException, XmlPullParserException {
        descriptor = PluginDescriptor.read();
    }

    @Test
    void allGoalsAreOfThePhaseVerifyAndSafeInParallel() {
        assertThat(descriptor.goals())
                .extracting(PluginDescriptor.Goal::name)
                .containsExactlyInAnyOrder("roundtrip", "lint", "check", "golden", "draft-undo", "status");
        assertThat(descriptor.goals())
                .allSatisfy(goal -> assertThat(goal.phase()).isEqualTo("verify"))
                .allSatisfy(goal -> assertThat(goal.isThreadSafe()).isTrue());
    }

    @Test
    void thePageHasThePomOfAProjectThatIsBuilt() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("```xml\n"
                        + Files.readString(Path.of("src/it/holds/pom.xml"))
                                .replace("@project.version@", "0.1.0-SNAPSHOT")
                        + "```\n");
    }

    @Test
    void thePageHasEveryGoal() throws IOException {
        String rows = descriptor.goals().stream()
                .map(goal -> "| `%s` | %s |\n".formatted(goal.name(), goal.description()))
                .collect(Collectors.joining());

        assertThat(Files.readString(PAGE)).contains(rows);
    }

    @Test
    void thePageHasEveryParameter() throws IOException {
        Map<String, PluginDescriptor.Parameter> parameters = new TreeMap<>();
        Map<String, List<String>> goals = new LinkedHashMap<>();
        for (PluginDescriptor.Goal goal : descriptor.goals()) {
            for (PluginDescriptor.Parameter parameter : goal.parameters()) {
                parameters.put(parameter.name(), parameter);
                goals.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                        .add(goal.name());
            }
        }
        String rows = parameters.values().stream()
                .map(parameter -> row(parameter, goals.getOrDefault(parameter.name(), List.of())))
                .collect(Collectors.joining());

        assertThat(Files.readString(PAGE)).contains(rows);
    }

    private String row(PluginDescriptor.Parameter parameter, List<String> goals) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        parameter.name(),
                        code(parameter.property()),
                        code(parameter.standard()),
                        goals(goals),
                        parameter.description());
    }

    private String goals(List<String> goals) {
        List<String> others = descriptor.goals().stream()
                .map(PluginDescriptor.Goal::name)
                .filter(name -> !goals.contains(name))
                .toList();
        return others.isEmpty()
                ? "all"
                : others.size() < 3 ? "all but " + String.join(", ", others) : String.join(", ", goals);
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
