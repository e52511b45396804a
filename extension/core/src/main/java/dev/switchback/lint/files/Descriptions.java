package dev.switchback.lint.files;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of descriptions. */
final class Descriptions {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z0-9]+(_+[a-z0-9]+)*");
    private static final Pattern TICKET = Pattern.compile("^(?:[a-z]+[-_]?\\d+_+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern GAP = Pattern.compile("[^A-Za-z0-9]+");

    private final Set<String> actions;

    Descriptions(List<String> more) {
        actions = new TreeSet<>(Actions.KNOWN);
        more.forEach(word -> actions.add(word.toLowerCase(Locale.ROOT)));
    }

    /** Names of classes are written as Java's are. */
    static List<LintFinding> snakeCase(MigrationFile file) {
        if (file.kind() == Kind.JAVA
                || file.description().isEmpty()
                || SNAKE_CASE.matcher(file.description()).matches()) {
            return List.of();
        }
        return List.of(LintFinding.of(
                        FileRules.SNAKE_CASE, file.shown(), 0, "its description is '%s'".formatted(file.description()))
                .because(
                        "",
                        "Write it in small letters and digits with underscores between words: %s. Rename a migration only while it has run nowhere but on your machine."
                                .formatted(inSnakeCase(file.description()))));
    }

    /** Words in small letters with underscores between them; empty if there is no letter and no digit. */
    static String inSnakeCase(String description) {
        return GAP.matcher(CAPITAL.matcher(description).replaceAll("_"))
                .replaceAll("_")
                .replaceAll("^_|_$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A ticket may stand before the action. */
    List<LintFinding> actionFirst(MigrationFile file) {
        if (file.kind() == Kind.REPEATABLE
                || file.kind() == Kind.UNDO
                || file.description().isEmpty()) {
            return List.of();
        }
        String words = TICKET.matcher(inSnakeCase(file.description())).replaceFirst("");
        String first = words.substring(0, words.indexOf('_') < 0 ? words.length() : words.indexOf('_'));
        if (actions.contains(first)) {
            return List.of();
        }
        return List.of(
                LintFinding.of(
                                FileRules.ACTION_FIRST,
                                file.shown(),
                                0,
                                "its description begins with '%s'".formatted(first))
                        .because(
                                "",
                                "A list of migrations reads as a list of what was done: begin with a verb, as in add_orders or drop_phone. Another verb is allowed under 'actions' in the settings."));
    }
}
