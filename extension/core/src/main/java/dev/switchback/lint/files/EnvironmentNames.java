package dev.switchback.lint.files;

import dev.switchback.lint.LintFinding;
import dev.switchback.migration.script.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts, databases and accounts that only one environment has. Comments may name them. */
final class EnvironmentNames {

    private static final String PART_OF_NAME = "[\\w-]";

    private final List<Pattern> names;

    EnvironmentNames(List<String> names) {
        this.names = names.stream().map(EnvironmentNames::pattern).toList();
    }

    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder("(?<!" + PART_OF_NAME + ")");
        for (String part : name.split("((?<=\\*)|(?=\\*))")) {
            regex.append(part.equals("*") ? "[\\w.-]*" : Pattern.quote(part));
        }
        return Pattern.compile(regex + "(?!" + PART_OF_NAME + ")", Pattern.CASE_INSENSITIVE);
    }

    List<LintFinding> in(MigrationFile file) {
        if (names.isEmpty()) {
            return List.of();
        }
        String code = ScriptText.withoutComments(file.text());
        List<LintFinding> findings = new ArrayList<>();
        for (Pattern name : names) {
            Matcher found = name.matcher(code);
            if (found.find()) {
                int line = 1
                        + (int) code.substring(0, found.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                findings.add(
                        LintFinding.of(
                                        FileRules.ENVIRONMENT_NAME,
                                        file.shown(),
                                        line,
                                        "'%s' is a name of one environment".formatted(found.group()))
                                .because(
                                        "",
                                        "A migration runs in every environment, and there it fails or does something else. Use a placeholder of Flyway, whose value each environment gives."));
            }
        }
        return findings;
    }
}
