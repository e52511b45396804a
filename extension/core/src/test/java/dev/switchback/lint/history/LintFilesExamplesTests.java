package dev.switchback.lint.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.lint.Lint;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.FileRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the page, in a repository: what it shows to be found is found, and what it shows to be right is not. */
class LintFilesExamplesTests {

    private static final Path PAGE = Path.of("..", "..", "docs", "lint-files.md");
    private static final Pattern BLOCK = Pattern.compile("```(sql)?\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("^With `files\\.([\\w-]+): ([^`]+)`:$", Pattern.MULTILINE);
    private static final Pattern LINE =
            Pattern.compile("(?:(?<role>[a-z]+) +)?(?<name>[VUR]\\S*__\\S+\\.sql)(?: +(?<mark>(?:no )?finding))?");

    /** The first has to be found by running it, the second where nothing is there to compare with. */
    private static final Set<String> WITHOUT = Set.of("header-risk", "history-not-compared");

    @TempDir
    private Path folder = Path.of("");

    private record Line(String role, String name, String mark) {}

    private record Found(String rule, String name) {}

    static Stream<LintRule> rules() {
        return Stream.of(FileRules.ALL, HistoryRules.ALL)
                .flatMap(List::stream)
                .filter(rule -> !WITHOUT.contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsShownIsWhatIsFound(LintRule rule) throws IOException {
        String section = section(rule);
        LintSettings settings = settings(section).with(rule.id());
        List<String> marks = new ArrayList<>();
        int number = 0;
        for (MatchResult block : BLOCK.matcher(section).results().toList()) {
            Path root = folder.resolve("example" + number++);
            List<Line> lines = block.group(1) == null ? names(root, block.group(2)) : scripts(root, block.group(2));
            List<Found> found = Lint.ofFiles(
                            Flyway.configure().locations("filesystem:" + root.resolve(GitProject.FOLDER)), settings)
                    .findings()
                    .stream()
                    .map(finding ->
                            new Found(finding.rule().id(), finding.file().replaceFirst(".*/", "")))
                    .toList();
            for (Line line : lines) {
                marks.add(line.mark());
                Found expected = new Found(rule.id(), line.name());
                if (line.mark().equals("finding")) {
                    assertThat(found).as("the example\n%s", block.group()).contains(expected);
                } else if (line.mark().equals("no finding")) {
                    assertThat(found).as("the example\n%s", block.group()).doesNotContain(expected);
                }
            }
        }
        assertThat(marks).as("the marks in the examples of %s", rule.id()).contains("finding", "no finding");
    }

    private static String section(LintRule rule) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("### " + rule.id() + "\n");
        return page.substring(start, Math.min(end(page, "\n### ", start), end(page, "\n## ", start)));
    }

    private static int end(String page, String heading, int start) {
        int end = page.indexOf(heading, start);
        return end < 0 ? page.length() : end;
    }

    private LintSettings settings(String section) throws IOException {
        Matcher setting = SETTING.matcher(section);
        return setting.find()
                ? LintSettings.read(Files.writeString(
                        folder.resolve("switchback-lint.yaml"),
                        "files: {%s: %s}\n".formatted(setting.group(1), setting.group(2))))
                : LintSettings.defaults();
    }

    /** Files whose names alone matter, with what became of them on which branch. */
    private static List<Line> names(Path root, String block) {
        List<Line> lines = block.lines().flatMap(line -> parsed(line).stream()).toList();
        GitProject project = GitProject.create(root, "main");
        role(lines, "main").forEach(name -> project.write(name, text(name)));
        project.commit();
        if (!role(lines, "other").isEmpty()) {
            project.branch("other");
            role(lines, "other").forEach(name -> project.write(name, text(name)));
            project.commit().checkout("main");
        }
        project.branch("branch");
        if (!role(lines, "since").isEmpty()) {
            project.checkout("main");
            role(lines, "since").forEach(name -> project.write(name, text(name)));
            project.commit().checkout("branch");
        }
        role(lines, "").forEach(name -> project.write(name, text(name)));
        role(lines, "branch").forEach(name -> project.write(name, text(name)));
        role(lines, "edited").forEach(name -> project.write(name, text(name) + "-- edited\n"));
        role(lines, "gone").forEach(name -> {
            project.delete(name);
            role(lines, "moved").forEach(moved -> project.write(moved, text(name)));
        });
        return lines;
    }

    private static List<String> role(List<Line> lines, String role) {
        return lines.stream()
                .filter(line -> line.role().equals(role))
                .map(Line::name)
                .toList();
    }

    private static String text(String name) {
        return "CREATE TABLE %s (id int);\n".formatted(name.replaceAll("\\W", "_"));
    }

    private static Optional<Line> parsed(String line) {
        Matcher parts = LINE.matcher(line.strip());
        return parts.matches()
                ? Optional.of(new Line(or(parts.group("role")), parts.group("name"), or(parts.group("mark"))))
                : Optional.empty();
    }

    private static String or(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Files with their texts; a mark holds for the last of them. */
    private static List<Line> scripts(Path root, String block) {
        Map<String, String> texts = new LinkedHashMap<>();
        String mark = "";
        String name = "";
        for (String text : block.lines().toList()) {
            Optional<Line> header = text.startsWith("-- ") ? parsed(text.substring(3)) : Optional.empty();
            if (header.isPresent()) {
                name = header.get().name();
                mark = header.get().mark().isEmpty() ? mark : header.get().mark();
            } else {
                texts.merge(name, text + "\n", String::concat);
            }
        }
        GitProject project = GitProject.create(root, "main").commit();
        texts.forEach(project::write);
        return List.of(new Line("", name, mark));
    }
}
