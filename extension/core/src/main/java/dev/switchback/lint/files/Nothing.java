package dev.switchback.lint.files;

import dev.switchback.migration.script.ScriptText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells scripts that do nothing, by their text. */
final class Nothing {

    private static final String VALUE =
            "(?:'[^']*'|-?\\d+(?:\\.\\d+)?|null|true|false|now\\s*\\(\\s*\\)|version\\s*\\(\\s*\\))";
    private static final String ALIAS = "(?:\\s+as\\s+\\w+|\\s+\\w+)?";

    /** Statements that change nothing that stays. */
    private static final String STATEMENT = String.join(
            "|",
            "select\\s+" + VALUE + ALIAS + "(?:\\s+where\\s+(?:false|true|1\\s*=\\s*[01]))?",
            "values\\s*\\(\\s*" + VALUE + "\\s*\\)",
            "(?:begin|commit|end|rollback|abort|start\\s+transaction)(?:\\s+work|\\s+transaction)?",
            "(?:set|reset|show)\\s+[^;]*");

    private static final String IN_BODY =
            "(?:null|perform\\s+" + VALUE + "|return|raise\\s+(?:notice|info|debug|log|warning)\\b[^;]*)";
    private static final String BODY =
            "do\\s+(?:language\\s+\\w+\\s+)?(?<tag>\\$\\w*\\$)\\s*(?:<<\\w+>>\\s*)?(?:declare\\s+[^;]*;\\s*)*begin\\s*(?:"
                    + IN_BODY + "\\s*;\\s*)*end\\s*\\w*\\s*;?\\s*\\k<tag>(?:\\s*language\\s+\\w+)?";

    private static final Pattern EMPTY = Pattern.compile("[\\s;]*");
    private static final Pattern NO_EFFECT = Pattern.compile(
            "[\\s;]*(?:(?:" + STATEMENT + "|" + BODY + ")\\s*(?:;[\\s;]*|\\z))+", Pattern.CASE_INSENSITIVE);

    /** A script that does nothing is short, and a pattern over a long text takes its time. */
    private static final int LONGEST = 4000;

    private Nothing() {}

    /** Content of a script that does nothing, in a clause; empty if it does anything, or might. */
    static Optional<String> in(String script) {
        if (script.isBlank()) {
            return Optional.of("it is empty");
        }
        String code = ScriptText.withoutComments(script).strip();
        if (EMPTY.matcher(code).matches()) {
            return Optional.of("it holds only comments");
        }
        return code.length() <= LONGEST && NO_EFFECT.matcher(code).matches()
                ? Optional.of("it does nothing but '%s'".formatted(code.replaceAll("\\s+", " ")))
                : Optional.empty();
    }
}
