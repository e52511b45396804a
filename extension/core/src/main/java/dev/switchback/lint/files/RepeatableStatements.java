package dev.switchback.lint.files;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.RepeatableOnly;
import dev.switchback.lint.files.MigrationFile.Kind;
import dev.switchback.migration.script.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements in versioned migrations that a team wants in repeatable ones. */
final class RepeatableStatements {

    private static final Map<RepeatableOnly, Pattern> STATEMENTS = Map.of(
            RepeatableOnly.EXTENSIONS, statement("extension"),
            RepeatableOnly.ROLES, statement("(?:role|user|group)(?!\\s+mapping)"),
            RepeatableOnly.POLICIES, statement("policy"));

    private RepeatableStatements() {}

    private static Pattern statement(String object) {
        return Pattern.compile(
                "(?<![\\w.])(?<what>(?:create|alter|drop)\\s+" + object + ")\\b(?!\\s*[.,=)])",
                Pattern.CASE_INSENSITIVE);
    }

    /** The first of each kind. */
    static List<LintFinding> in(MigrationFile file, Set<RepeatableOnly> kinds) {
        if (file.kind() != Kind.VERSIONED || kinds.isEmpty()) {
            return List.of();
        }
        String code = ScriptText.run(file.text());
        List<LintFinding> findings = new ArrayList<>();
        for (RepeatableOnly kind : new TreeSet<>(kinds)) {
            Matcher found = Objects.requireNonNull(STATEMENTS.get(kind)).matcher(code);
            if (found.find()) {
                int line = 1
                        + (int) code.substring(0, found.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                findings.add(LintFinding.of(
                                FileRules.REPEATABLE_ONLY,
                                file.shown(),
                                line,
                                "'%s' is in a versioned migration"
                                        .formatted(found.group("what").replaceAll("\\s+", " ")))
                        .because(
                                "",
                                "The settings leave %s to repeatable migrations, where their state of today is read in one place. Write it into an R__ file that can run again and again."
                                        .formatted(kind.name().toLowerCase(Locale.ROOT))));
            }
        }
        return findings;
    }
}
