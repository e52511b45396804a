package dev.switchback.migration;

import java.util.regex.Pattern;

/** What can be told from a script's text without parsing it. */
final class ScriptText {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile(
            "(\\s|;|select\\s+(1|null|true)\\s*(;|$)|begin\\s*;|commit\\s*;)*", Pattern.CASE_INSENSITIVE);

    private ScriptText() {}

    /** Whether a script holds only comments and statements like {@code SELECT 1}. */
    static boolean doesNothing(Script script) {
        return script instanceof Script.Sql
                && NOTHING.matcher(COMMENT.matcher(script.text()).replaceAll(" "))
                        .matches();
    }
}
